-- Trainings that take many steps: what was asked for beside the detector's parameters, the course of the
-- loss, and the folds of detectors that learn from bad parts.

-- JSON: which bad parts, cross-fitting, determinism; {} where there was nothing to choose.
ALTER TABLE run ADD COLUMN options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options));

-- A part with a fold was scored by a detector that had not seen the bad parts of this fold: what a forest
-- learns from is never a detector's memory. NULL: the part was scored by the detector trained on all.
ALTER TABLE snapshot_part ADD COLUMN fold INTEGER CHECK (fold >= 0);

CREATE TABLE loss_point (
    run_id     INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
    step       INTEGER NOT NULL CHECK (step > 0),         -- steps taken so far
    loss       REAL NOT NULL,                             -- mean since the point before
    validation REAL,                                      -- on pictures that are never trained on
    seconds    REAL NOT NULL,                             -- of learning so far, all sessions together
    PRIMARY KEY (run_id, step)
);

CREATE VIEW loss_overview AS
SELECT loss_point.run_id,
       run.subject AS detector,
       run.outcome,
       loss_point.step,
       loss_point.loss,
       loss_point.validation,
       round(loss_point.seconds, 1) AS seconds
FROM loss_point
JOIN run ON run.id = loss_point.run_id
ORDER BY loss_point.run_id, loss_point.step;
