-- Painted regions: where a bad part is bad, as somebody painted it. One mask a part; its connected areas are
-- the single regions.

CREATE TABLE region (
    part_id      INTEGER PRIMARY KEY REFERENCES part (id) ON DELETE CASCADE,
    width        INTEGER NOT NULL CHECK (width > 0),      -- of the picture they were painted on; a picture of
    height       INTEGER NOT NULL CHECK (height > 0),     -- another size now doesn't show them
    region_count INTEGER NOT NULL CHECK (region_count > 0),
    pixels       INTEGER NOT NULL CHECK (pixels > 0),     -- that are painted
    run_count    INTEGER NOT NULL CHECK (run_count > 1),
    runs         BLOB NOT NULL,                           -- run_count 32-bit lengths, row by row: unpainted,
                                                          -- painted, unpainted, ...; as maps are packed, zstd
    origin       TEXT NOT NULL CHECK (origin <> ''),      -- user, import, ...
    set_at       TEXT NOT NULL
);

CREATE VIEW region_overview AS
SELECT region.part_id,
       source.path || '/' || part.path AS image,
       coalesce(label.label, 'unlabelled') AS label,
       coalesce(label.defect_type, '') AS defect_type,
       region.region_count AS regions,
       region.pixels,
       round(100.0 * region.pixels / (region.width * region.height), 3) AS area_percent,
       region.width = part.width AND region.height = part.height AS fits_picture,
       region.origin,
       region.set_at
FROM region
JOIN part ON part.id = region.part_id
JOIN source ON source.id = part.source_id
LEFT JOIN label ON label.part_id = part.id;
