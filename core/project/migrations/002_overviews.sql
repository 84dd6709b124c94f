-- Views for people who open the project in sqlite3 or a spreadsheet.

CREATE VIEW part_overview AS
SELECT part.id,
       source.path || '/' || part.path AS image,
       coalesce(label.label, 'unlabelled') AS label,
       coalesce(label.defect_type, '') AS defect_type,
       coalesce(part.subset, '') AS subset,
       part.generated,
       part.unseen_defect,
       part.width,
       part.height,
       coalesce(label.origin, '') AS label_origin,
       coalesce(label.set_at, '') AS label_set_at,
       coalesce(label.note, '') AS note
FROM part
JOIN source ON source.id = part.source_id
LEFT JOIN label ON label.part_id = part.id;

CREATE VIEW run_overview AS
SELECT run.id,
       run.kind,
       run.subject,
       run.outcome,
       run.started_at,
       round(run.seconds, 1) AS seconds,
       (SELECT group_concat(input_run_id, ', ')
          FROM (SELECT input_run_id FROM run_input WHERE run_id = run.id ORDER BY position)) AS built_on_runs,
       (SELECT group_concat(role || ' ' || parts, ', ')
          FROM (SELECT role, count(*) AS parts FROM snapshot_part
                WHERE snapshot_id = run.snapshot_id GROUP BY role ORDER BY role)) AS roles,
       (SELECT count(*) FROM score WHERE run_id = run.id) AS scored_parts,
       coalesce(run.backbone, '') AS backbone,
       run.seed,
       run.params,
       run.message
FROM run;

CREATE VIEW score_overview AS
SELECT score.run_id,
       run.subject AS scored_by,
       part.path AS image,
       coalesce(label.label, 'unlabelled') AS label,
       coalesce(snapshot_part.role, '') AS role,
       score.image_score,
       score.map_max
FROM score
JOIN run ON run.id = score.run_id
JOIN part ON part.id = score.part_id
LEFT JOIN label ON label.part_id = part.id
LEFT JOIN snapshot_part ON snapshot_part.snapshot_id = run.snapshot_id AND snapshot_part.part_id = part.id;

CREATE VIEW evaluation_overview AS
SELECT evaluation.id,
       evaluation.name,
       evaluation.created_at,
       evaluation.good,
       evaluation.bad,
       round(100 * evaluation.auroc, 1) AS auroc_percent,
       round(100 * evaluation.auroc_low, 1) || ' to ' || round(100 * evaluation.auroc_high, 1) AS auroc_95_percent_interval,
       round(100 * evaluation.average_precision, 1) AS average_precision_percent,
       round(100 * evaluation.f1_max, 1) AS f1_max_percent,
       round(100 * evaluation.fpr_at_95tpr, 1) AS fpr_at_95tpr_percent,
       round(100 * evaluation.pixel_auroc, 1) AS pixel_auroc_percent,
       round(100 * evaluation.aupro, 1) AS aupro_percent,
       evaluation.scored_by_run_id,
       (SELECT count(*) FROM evaluation_point WHERE evaluation_id = evaluation.id) AS roc_points
FROM evaluation;

CREATE VIEW inspection_overview AS
SELECT inspection.id,
       inspection.started_at,
       inspection.folder,
       run.subject AS judged_by,
       inspection.parts,
       inspection.pass,
       inspection.review,
       inspection.reject,
       inspection.failed
FROM inspection
JOIN run ON run.id = inspection.run_id;
