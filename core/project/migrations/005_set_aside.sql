-- Runs that somebody has deleted and may still take back: out of sight until they are removed for good.

CREATE TABLE set_aside (
    run_id  INTEGER PRIMARY KEY REFERENCES run (id) ON DELETE CASCADE,
    set_at  TEXT NOT NULL,
    process TEXT NOT NULL                                 -- who may take it back
);
