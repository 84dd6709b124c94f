-- Generated parts: bad parts that nobody has photographed. What is stored of one is its recipe; the picture is
-- made again from the part it was made from whenever it is looked at.

-- The segments a part had when defects were generated on it: they place the defect, so that other segment maps
-- made later do not move it. Equal maps are stored once.
CREATE TABLE defect_ground (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256          TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),  -- of size, count and labels
    width           INTEGER NOT NULL CHECK (width > 0),
    height          INTEGER NOT NULL CHECK (height > 0),
    component_count INTEGER NOT NULL CHECK (component_count BETWEEN 1 AND 256),
    labels          BLOB NOT NULL                         -- width * height bytes, row by row, zstd
);

CREATE TABLE generated_part (
    part_id           INTEGER PRIMARY KEY REFERENCES part (id) ON DELETE CASCADE,
    made_from         INTEGER NOT NULL REFERENCES part (id),
    ground_id         INTEGER NOT NULL REFERENCES defect_ground (id),
    partner_id        INTEGER REFERENCES part (id),       -- a piece was taken from it
    partner_ground_id INTEGER REFERENCES defect_ground (id),
    kind              TEXT NOT NULL CHECK (kind <> ''),
    number            INTEGER NOT NULL CHECK (number >= 0),  -- of the defects of this kind on this part
    recipe            TEXT NOT NULL CHECK (json_valid(recipe)),
    made_at           TEXT NOT NULL,
    CHECK ((partner_id IS NULL) = (partner_ground_id IS NULL)),
    UNIQUE (made_from, kind, number)
);
CREATE INDEX generated_part_by_partner ON generated_part (partner_id);
CREATE INDEX generated_part_by_ground ON generated_part (ground_id);
CREATE INDEX generated_part_by_partner_ground ON generated_part (partner_ground_id);

CREATE VIEW generated_part_overview AS
SELECT generated_part.part_id,
       generated_part.kind,
       source.path || '/' || origin.path AS made_from,
       generated_part.number,
       coalesce(label.label, 'unlabelled') = 'bad' AS kept,
       generated_part.recipe,
       generated_part.made_at
FROM generated_part
JOIN part AS origin ON origin.id = generated_part.made_from
JOIN source ON source.id = origin.source_id
LEFT JOIN label ON label.part_id = generated_part.part_id;
