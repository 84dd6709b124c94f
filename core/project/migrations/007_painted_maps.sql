-- What people paint for segment maps, and what is known of the maps that were made.

-- template: a whole map that registration carries to other parts. strokes: labels of a few pixels, 255
-- elsewhere, that a classifier learns from. fix: the map of this very part, whatever a source says.
CREATE TABLE painted_map (
    part_id INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('template', 'strokes', 'fix')),
    width   INTEGER NOT NULL CHECK (width > 0),
    height  INTEGER NOT NULL CHECK (height > 0),
    labels  BLOB NOT NULL,                                -- width * height bytes, row by row, zstd
    origin  TEXT NOT NULL CHECK (origin <> ''),           -- user, import, ...
    set_at  TEXT NOT NULL,
    PRIMARY KEY (part_id, purpose)
);

-- How far from certain a map is: fit error, uncertainty. Comparable within its run.
CREATE TABLE segment_doubt (
    run_id  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    part_id INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    doubt   REAL NOT NULL CHECK (doubt BETWEEN 0 AND 1),
    flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
    PRIMARY KEY (run_id, part_id)
);
CREATE INDEX segment_doubt_by_part ON segment_doubt (part_id);

-- What the consistency check found in the maps of a run.
CREATE TABLE segment_finding (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL CHECK (kind IN ('never_seen', 'absent', 'area', 'no_map')),
    part_id     INTEGER REFERENCES part (id) ON DELETE CASCADE, -- NULL: of all parts
    label_value INTEGER CHECK (label_value BETWEEN 0 AND 255),  -- NULL: of the whole map
    share       REAL,                                     -- of the picture that the segment covers
    usual       REAL,                                     -- median share over the parts
    z           REAL                                      -- robust z of the share; NULL where it says nothing
);
CREATE INDEX segment_finding_by_run ON segment_finding (run_id);
CREATE INDEX segment_finding_by_part ON segment_finding (part_id);

CREATE VIEW painted_map_overview AS
SELECT painted_map.part_id,
       source.path || '/' || part.path AS image,
       painted_map.purpose,
       painted_map.width,
       painted_map.height,
       painted_map.origin,
       painted_map.set_at
FROM painted_map
JOIN part ON part.id = painted_map.part_id
JOIN source ON source.id = part.source_id;
