-- Lists of parts that a dataset publishes, such as VAD's low_shot_train.json: one list is the bad parts
-- that one run of a published protocol learns from. As the last import of the folder found them.

CREATE TABLE published_subset (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL CHECK (position >= 0),     -- order of the lists in the dataset's file
    name      TEXT NOT NULL,
    UNIQUE (source_id, position),
    UNIQUE (source_id, name)
);

CREATE TABLE published_subset_part (
    subset_id INTEGER NOT NULL REFERENCES published_subset (id) ON DELETE CASCADE,
    position  INTEGER NOT NULL CHECK (position >= 0),     -- order of the parts in the list
    part_id   INTEGER NOT NULL REFERENCES part (id) ON DELETE CASCADE,
    PRIMARY KEY (subset_id, position),
    UNIQUE (subset_id, part_id)
);
CREATE INDEX published_subset_part_by_part ON published_subset_part (part_id);

CREATE VIEW published_subset_overview AS
SELECT published_subset.name AS list,
       published_subset_part.position,
       source.path || '/' || part.path AS image,
       coalesce(label.label, 'unlabelled') AS label
FROM published_subset_part
JOIN published_subset ON published_subset.id = published_subset_part.subset_id
JOIN part ON part.id = published_subset_part.part_id
JOIN source ON source.id = part.source_id
LEFT JOIN label ON label.part_id = part.id
ORDER BY published_subset.source_id, published_subset.position, published_subset_part.position;
