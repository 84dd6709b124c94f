-- Companion of a SegAD project: anomaly maps and feature rows. It may be deleted; the project's runs can
-- compute everything in it again.

-- Runs of the project that have something here. The uid, not the id, says which run it is.
CREATE TABLE run (
    key    INTEGER PRIMARY KEY,
    uid    TEXT NOT NULL UNIQUE,
    run_id INTEGER NOT NULL
);

CREATE TABLE map (
    run_key INTEGER NOT NULL REFERENCES run (key) ON DELETE CASCADE,
    part_id INTEGER NOT NULL,
    width   INTEGER NOT NULL CHECK (width > 0),
    height  INTEGER NOT NULL CHECK (height > 0),
    format  TEXT NOT NULL CHECK (format IN ('float32-shuffle-zstd')),
    pixels  BLOB NOT NULL,
    PRIMARY KEY (run_key, part_id)
);
CREATE INDEX map_by_part ON map (part_id);

CREATE TABLE feature_row (
    detector_run_key INTEGER NOT NULL REFERENCES run (key) ON DELETE CASCADE,
    segment_run_key  INTEGER NOT NULL REFERENCES run (key) ON DELETE CASCADE,
    part_id          INTEGER NOT NULL,
    columns          INTEGER NOT NULL CHECK (columns > 0),
    numbers          BLOB NOT NULL,                       -- float64, little endian, shuffled, zstd
    PRIMARY KEY (detector_run_key, segment_run_key, part_id)
);
CREATE INDEX feature_row_by_segment_run ON feature_row (segment_run_key);
CREATE INDEX feature_row_by_part ON feature_row (part_id);

-- Percentiles of the calibrate parts' pixels: the fixed colour scale of a run's maps.
CREATE TABLE percentile (
    run_key INTEGER NOT NULL REFERENCES run (key) ON DELETE CASCADE,
    percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
    value   REAL NOT NULL,
    PRIMARY KEY (run_key, percent)
);
