-- Why a part has no verdict, and what should be known of its picture. Rows of before have NULL.
ALTER TABLE inspection_result ADD COLUMN no_verdict TEXT
    CHECK (no_verdict IN ('unreadable', 'no_segments', 'not_scored'));
ALTER TABLE inspection_result ADD COLUMN remark TEXT;  -- e.g. that the picture has another size than usual
