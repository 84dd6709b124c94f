-- An inspection that was stopped can be continued: it knows what it was made with, and of every part which
-- picture was judged. Rows of before have NULL where nothing is known.
ALTER TABLE inspection ADD COLUMN facts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(facts));  -- model, thresholds, …
ALTER TABLE inspection ADD COLUMN shard_index INTEGER NOT NULL DEFAULT 1 CHECK (shard_index >= 1);
ALTER TABLE inspection ADD COLUMN shard_count INTEGER NOT NULL DEFAULT 1 CHECK (shard_count >= 1);
ALTER TABLE inspection ADD COLUMN vanished INTEGER NOT NULL DEFAULT 0;  -- files deleted before they could be judged
ALTER TABLE inspection ADD COLUMN finished_at TEXT;
CREATE INDEX inspection_by_folder ON inspection (folder, shard_index, shard_count);

ALTER TABLE inspection_result ADD COLUMN bytes INTEGER;
ALTER TABLE inspection_result ADD COLUMN modified_ns INTEGER;
ALTER TABLE inspection_result ADD COLUMN judged_at TEXT;
ALTER TABLE inspection_result ADD COLUMN reasons TEXT CHECK (reasons IS NULL OR json_valid(reasons));
ALTER TABLE inspection_result ADD COLUMN placed TEXT;                   -- where the picture was moved or copied to
ALTER TABLE inspection_result ADD COLUMN ruled TEXT CHECK (ruled IN ('good', 'bad'));  -- by a person
CREATE UNIQUE INDEX inspection_result_once ON inspection_result (inspection_id, path, bytes, modified_ns);

-- Small pictures of the worst parts, for reports.
CREATE TABLE inspection_picture (
    result_id     INTEGER PRIMARY KEY REFERENCES inspection_result (id) ON DELETE CASCADE,
    inspection_id INTEGER NOT NULL REFERENCES inspection (id) ON DELETE CASCADE,
    score         REAL NOT NULL,
    picture       BLOB NOT NULL,                                        -- JPEG
    overlay       BLOB NOT NULL                                         -- JPEG
);
CREATE INDEX inspection_picture_by_score ON inspection_picture (inspection_id, score);
