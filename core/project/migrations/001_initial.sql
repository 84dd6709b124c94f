-- A SegAD project: what can't be made again. Times are UTC in ISO 8601, rates are fractions 0..1,
-- durations are seconds, lists and parameters are JSON texts. Anomaly maps and feature rows are in the
-- companion <name>.segad-maps, trained models in <name>.segad-models/ under the hash of their contents.

CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
);

-- Folders of images. Images stay where they are.
CREATE TABLE source (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    path        TEXT NOT NULL UNIQUE CHECK (path <> ''),  -- relative to the project's folder, or absolute
    layout      TEXT NOT NULL,
    imported_at TEXT NOT NULL
);

CREATE TABLE part (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id     INTEGER NOT NULL REFERENCES source (id),
    path          TEXT NOT NULL CHECK (path <> ''),       -- relative to the source
    sha256        TEXT CHECK (length(sha256) = 64),       -- NULL when the picture was not hashed
    bytes         INTEGER NOT NULL CHECK (bytes >= 0),
    modified_ns   INTEGER NOT NULL,                       -- file time, nanoseconds since 1970
    width         INTEGER NOT NULL CHECK (width >= 0),
    height        INTEGER NOT NULL CHECK (height >= 0),
    subset        TEXT CHECK (subset IN ('train', 'test')),
    unseen_defect INTEGER NOT NULL CHECK (unseen_defect IN (0, 1)),
    generated     INTEGER NOT NULL CHECK (generated IN (0, 1)),
    mask_path     TEXT CHECK (mask_path <> ''),           -- ground-truth mask, relative to the source
    UNIQUE (source_id, path)
);
CREATE INDEX part_by_path ON part (path);
CREATE INDEX part_by_sha256 ON part (sha256);

-- Everything that was decided, by whom and when.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      TEXT NOT NULL,
    who     TEXT NOT NULL,
    action  TEXT NOT NULL CHECK (action <> ''),
    subject TEXT NOT NULL,
    detail  TEXT NOT NULL CHECK (json_valid(detail))
);
CREATE INDEX audit_by_subject ON audit (subject, id);

-- The label in force. No row: nobody has said anything about the part yet.
CREATE TABLE label (
    part_id     INTEGER PRIMARY KEY REFERENCES part (id) ON DELETE CASCADE,
    label       TEXT NOT NULL CHECK (label IN ('unlabelled', 'good', 'bad')),
    defect_type TEXT NOT NULL,
    note        TEXT NOT NULL,
    origin      TEXT NOT NULL CHECK (origin <> ''),       -- import, user, undo, csv, ...
    set_at      TEXT NOT NULL
);
CREATE INDEX label_by_label ON label (label);

CREATE TABLE label_history (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    part_id     INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    label       TEXT NOT NULL CHECK (label IN ('unlabelled', 'good', 'bad')),
    defect_type TEXT NOT NULL,
    note        TEXT NOT NULL,
    origin      TEXT NOT NULL,
    set_at      TEXT NOT NULL,
    who         TEXT NOT NULL,
    audit_id    INTEGER REFERENCES audit (id)
);
CREATE INDEX label_history_by_part ON label_history (part_id, id);
CREATE INDEX label_history_by_audit ON label_history (audit_id);

-- The exact part -> role table of runs. Equal tables are stored once.
CREATE TABLE snapshot (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256     TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of its lines "part:role\n"
    created_at TEXT NOT NULL,
    parts      INTEGER NOT NULL CHECK (parts >= 0)
);

CREATE TABLE snapshot_part (
    snapshot_id INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    part_id     INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    role        TEXT NOT NULL CHECK (role IN ('none', 'train', 'calibrate', 'fit', 'test')),
    PRIMARY KEY (snapshot_id, part_id)
);
CREATE INDEX snapshot_part_by_part ON snapshot_part (part_id);

-- One piece of work with everything that made its result.
CREATE TABLE run (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    uid             TEXT NOT NULL UNIQUE,                 -- joins the companion's maps to this very run
    kind            TEXT NOT NULL CHECK (kind IN ('import', 'segment', 'train', 'score', 'fit', 'evaluate', 'inspect')),
    subject         TEXT NOT NULL,                        -- detector, segment source, forest, ...
    params          TEXT NOT NULL CHECK (json_valid(params)),
    seed            INTEGER NOT NULL,
    backbone        TEXT,
    weights_sha256  TEXT,
    snapshot_id     INTEGER REFERENCES snapshot (id),
    model_file      TEXT CHECK (model_file <> ''),        -- in <name>.segad-models
    device          TEXT NOT NULL,
    threads         INTEGER NOT NULL,
    program_version TEXT NOT NULL,
    started_at      TEXT NOT NULL,
    seconds         REAL NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'failed', 'cancelled')),
    message         TEXT NOT NULL,
    process         TEXT                                  -- who works on it, while it is running
);
CREATE INDEX run_by_kind ON run (kind, outcome, id);
CREATE INDEX run_by_snapshot ON run (snapshot_id);

CREATE TABLE run_input (
    run_id       INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    position     INTEGER NOT NULL CHECK (position >= 0),
    input_run_id INTEGER NOT NULL REFERENCES run (id),
    PRIMARY KEY (run_id, position)
);
CREATE INDEX run_input_by_input ON run_input (input_run_id);

-- Components of the product; label_value is the component's value in segment maps.
CREATE TABLE segment (
    label_value INTEGER PRIMARY KEY CHECK (label_value BETWEEN 0 AND 255),
    name        TEXT NOT NULL UNIQUE CHECK (name <> ''),
    color       TEXT NOT NULL                             -- #rrggbb
);

CREATE TABLE segment_map (
    run_id          INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    part_id         INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    width           INTEGER NOT NULL CHECK (width > 0),
    height          INTEGER NOT NULL CHECK (height > 0),
    component_count INTEGER NOT NULL CHECK (component_count BETWEEN 1 AND 256),
    labels          BLOB NOT NULL,                        -- width * height bytes, row by row, zstd
    PRIMARY KEY (run_id, part_id)
);
CREATE INDEX segment_map_by_part ON segment_map (part_id);

CREATE TABLE score (
    run_id      INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    part_id     INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    image_score REAL NOT NULL,                            -- the detector's own, or the forest's margin
    map_max     REAL,                                     -- largest value of the anomaly map
    seconds     REAL NOT NULL,
    PRIMARY KEY (run_id, part_id)
);
CREATE INDEX score_by_part ON score (part_id, run_id);

CREATE TABLE forest (
    run_id  INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('brf', 'rf', 'bt')),
    columns TEXT NOT NULL CHECK (json_valid(columns)),
    model   TEXT NOT NULL,                                -- XGBoost's own JSON
    gains   TEXT NOT NULL CHECK (json_valid(gains))       -- per column
);

-- Margins at and above `reject` are bad; between `review` and `reject` a person looks.
CREATE TABLE threshold (
    run_id INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    review REAL NOT NULL,
    reject REAL NOT NULL,
    reason TEXT NOT NULL,
    set_at TEXT NOT NULL,
    set_by TEXT NOT NULL,
    CHECK (review <= reject)
);

-- Figures of one ranking of the test parts; NULL where a figure is undefined or was not asked for.
CREATE TABLE evaluation (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id            INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    scored_by_run_id  INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    name              TEXT NOT NULL,
    detectors         TEXT NOT NULL CHECK (json_valid(detectors)),
    forest            TEXT,                               -- NULL for a bare detector
    seed              INTEGER NOT NULL,
    good              INTEGER NOT NULL,
    bad               INTEGER NOT NULL,
    auroc             REAL,
    auroc_low         REAL,                               -- 95 % interval (DeLong)
    auroc_high        REAL,
    average_precision REAL,
    f1_max            REAL,
    f1_threshold      REAL,
    fpr_at_95tpr      REAL,
    pixel_auroc       REAL,
    aupro             REAL,
    seconds_per_part  REAL NOT NULL,
    created_at        TEXT NOT NULL,
    extra             TEXT NOT NULL CHECK (json_valid(extra))
);
CREATE INDEX evaluation_by_run ON evaluation (run_id);
CREATE INDEX evaluation_by_scored_by ON evaluation (scored_by_run_id);

-- The ROC, from threshold +infinity downwards.
CREATE TABLE evaluation_point (
    evaluation_id       INTEGER NOT NULL REFERENCES evaluation (id) ON DELETE CASCADE,
    position            INTEGER NOT NULL CHECK (position >= 0),
    threshold           REAL NOT NULL,
    false_positive_rate REAL NOT NULL CHECK (false_positive_rate BETWEEN 0 AND 1),
    true_positive_rate  REAL NOT NULL CHECK (true_positive_rate BETWEEN 0 AND 1),
    PRIMARY KEY (evaluation_id, position)
);

-- A folder of new parts that got verdicts; the counts are those of inspection_result.
CREATE TABLE inspection (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id     INTEGER NOT NULL REFERENCES run (id),
    folder     TEXT NOT NULL,
    started_at TEXT NOT NULL,
    parts      INTEGER NOT NULL DEFAULT 0,
    pass       INTEGER NOT NULL DEFAULT 0,
    review     INTEGER NOT NULL DEFAULT 0,
    reject     INTEGER NOT NULL DEFAULT 0,
    failed     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX inspection_by_run ON inspection (run_id);

CREATE TABLE inspection_result (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    inspection_id   INTEGER NOT NULL REFERENCES inspection (id) ON DELETE CASCADE,
    path            TEXT NOT NULL,
    verdict         TEXT CHECK (verdict IN ('pass', 'review', 'reject')),
    score           REAL NOT NULL,
    top_segment     TEXT NOT NULL,
    top_detector    TEXT NOT NULL,
    seconds         REAL NOT NULL,
    error           TEXT CHECK (error <> ''),             -- why there is no verdict
    detector_scores TEXT NOT NULL CHECK (json_valid(detector_scores)),
    CHECK ((verdict IS NULL) = (error IS NOT NULL))
);
CREATE INDEX inspection_result_by_inspection ON inspection_result (inspection_id, id);
