"""Follows `segad benchmark` from its maps to its figures with NumPy, SciPy, scikit-learn and XGBoost.

usage: benchmark.py SEGAD_PROGRAM

The program draws, trains and scores two classes, and writes maps, segment maps and tables in the layout of the
SegAD repository. From those files alone this script makes features, splits, margins and figures again, and
compares them with what the program has stored, part by part and seed by seed.

Exit code 0: they agree. 1: they don't. 77: nothing was compared, because a Python package is missing.
"""

import csv
import json
import os
import pathlib
import sqlite3
import string
import subprocess
import sys
import tempfile

SKIPPED = 77

try:
    import numpy as np
    import scipy.stats
    import xgboost
    from sklearn.metrics import average_precision_score, roc_auc_score
    from sklearn.model_selection import train_test_split
except ImportError as missing:
    print(f"SKIPPED: the benchmark is NOT compared with scikit-learn and XGBoost: {missing}")
    sys.exit(SKIPPED)

CLASSES = {"bottle": 2, "cable": 3}  # and how many segments each has
DETECTORS = ["patchcore", "fastflow"]
BAD = 5
SEEDS = [333, 576, 725, 823, 831, 902, 226, 598, 874, 589]
FIELDS = ("q995", "scewness", "kurtosis", "mean")
FOREST = {"parallel_trees": 50, "min_child_weight": 0.1, "reg_alpha": 0.1}

failures = 0


def check(what, agrees, detail=""):
    global failures
    failures += not agrees
    print(f"{'ok  ' if agrees else 'FAIL'} {what}{': ' + detail if detail else ''}")


def expect_close(what, got, wanted, tolerance):
    got, wanted = np.asarray(got, np.float64), np.asarray(wanted, np.float64)
    if not np.array_equal(np.isnan(got), np.isnan(wanted)):
        return check(what, False, "other values are missing")
    scale = np.maximum(np.abs(wanted), 1)
    worst = float(np.nanmax(np.abs(got - wanted) / scale))
    return check(what, worst <= tolerance, f"differs by {worst:.1e}, {tolerance:.0e} allowed")


def draw(dice, segments, bad):
    """A textured square that moves a little on a noisy ground, in stripes of `segments` - 1 kinds."""
    side = 96
    picture = dice.normal((60, 80, 90), 6, (side, side, 3))
    labels = np.zeros((side, side), np.uint8)
    left, top, edge = 20 + dice.integers(0, 8), 20 + dice.integers(0, 8), 48
    for stripe in range(1, segments):
        rows = slice(top + (stripe - 1) * edge // (segments - 1), top + stripe * edge // (segments - 1))
        picture[rows, left:left + edge] += 60 + 15 * stripe + dice.normal(0, 8, (1, edge, 1))
        labels[rows, left:left + edge] = stripe
    if bad:
        y, x = top + dice.integers(4, 36), left + dice.integers(4, 36)
        picture[y:y + 8, x:x + 8] += dice.choice([-55, 70]) * dice.uniform(0.3, 1)
    return np.clip(picture, 0, 255).astype(np.uint8), labels


def write_dataset(root):
    for number, (name, segments) in enumerate(CLASSES.items()):
        dice = np.random.default_rng(number)
        for kind, count in (("train/good", 40), ("test/good", 12), ("test/dent", 9), ("test/spot", 8)):
            for folder in (root / name / kind, root / name / "segments" / kind):
                folder.mkdir(parents=True)
            for i in range(count):
                picture, labels = draw(dice, segments, not kind.endswith("good"))
                head = f"P6 {picture.shape[1]} {picture.shape[0]} 255\n".encode()
                (root / name / kind / f"{i:03}.ppm").write_bytes(head + picture.tobytes())
                np.save(root / name / "segments" / kind / f"{i:03}.npy", labels)


class Segad:
    def __init__(self, program, folder):
        self.program = program
        self.environment = {**os.environ, "SEGAD_DATA_HOME": str(folder / "home")}

    def __call__(self, *arguments):
        run = subprocess.run([self.program, *map(str, arguments), "--json", "--quiet"], check=False,
                             env=self.environment, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"segad {' '.join(map(str, arguments))} failed:\n{run.stdout}{run.stderr}")
        return json.loads(run.stdout)


def read_table(maps, detector, name, which):
    with open(maps / "anomaly_maps" / detector / name / f"df_{which}.csv", newline="", encoding="utf-8") as file:
        return [{**row, "label": int(row["label"])} for row in csv.DictReader(file)]


def columns(detectors, segments):
    names = [f"{letter}_{detector}_{field}" for letter in string.ascii_lowercase[:segments]
             for detector in detectors for field in FIELDS]
    return names + [f"an_det_score_{detector}" for detector in detectors]


def features(maps, name, row, detectors):
    """One row of the table, in double, from the files."""
    kind, stem = "bad" if row["label"] else "good", pathlib.PurePosixPath(row["an_map_path"]).name
    labels = np.load(maps / "mvtec_segm" / name / kind / stem)
    values, scores = [], []
    seen = {detector: np.load(maps / "anomaly_maps" / detector / name / "anomaly_maps" / kind / stem)
            for detector in detectors}
    for segment in range(CLASSES[name]):
        for detector in detectors:
            chosen = seen[detector][labels == segment].astype(np.float64)
            values += [0, 0, 0, 0] if not len(chosen) else [
                np.quantile(chosen, 0.995), scipy.stats.skew(chosen), scipy.stats.kurtosis(chosen), chosen.mean()]
    for detector in detectors:
        scores.append(float(seen[detector].max()))
    return values + scores


def stored_cells(results):
    """(class, method, seed) -> figures, {part: score}, [parts that were learned from]."""
    with sqlite3.connect(f"file:{results}?mode=ro", uri=True) as database:
        cells = {}
        for number, *key, area, precision, fpr in database.execute(
                "SELECT cell.id, class.name, method, seed, auroc, average_precision, fpr_at_95tpr "
                "FROM cell JOIN class ON class.id = class_id"):
            parts = database.execute(
                "SELECT path, score FROM score JOIN part ON part.id = part_id WHERE cell_id = ?", (number,)).fetchall()
            cells[tuple(key)] = ((area, precision, fpr), {path: score for path, score in parts if score is not None},
                                 sorted(path for path, score in parts if score is None))
        return cells


def fpr_at_95tpr(label, score):
    threshold = np.quantile(score[label == 1], 0.05)
    return 1 - (score[label == 0] < threshold).mean()


def compare_figures(what, label, score, figures):
    wanted = roc_auc_score(label, score), average_precision_score(label, score), fpr_at_95tpr(label, score)
    expect_close(f"{what}: AUROC, AP, FPR@95TPR", figures, wanted, 1e-9)


def forest(seed, weight):
    return xgboost.XGBClassifier(
        n_estimators=10, num_parallel_tree=FOREST["parallel_trees"], max_depth=5, learning_rate=0.3,
        objective="binary:logitraw", colsample_bynode=0.6, colsample_bytree=0.6, subsample=0.6,
        reg_alpha=FOREST["reg_alpha"], min_child_weight=FOREST["min_child_weight"], scale_pos_weight=weight,
        random_state=seed, tree_method="hist", n_jobs=1)


def compare_class(name, maps, cells, exported):
    training = read_table(maps, DETECTORS[0], name, "training")
    testing = read_table(maps, DETECTORS[0], name, "test")
    good, bad = ([row for row in testing if row["label"] == label] for label in (0, 1))
    own_scores = {detector: {row["filepath"]: float(row["prediction_an_det"])
                             for row in read_table(maps, detector, name, "test")} for detector in DETECTORS}
    for detectors in ([DETECTORS[0]], [DETECTORS[1]], DETECTORS):
        method = "+".join(detectors) + "+segad"
        rows = {row["filepath"]: features(maps, name, row, detectors) for row in training + testing}
        if detectors == DETECTORS:
            header = columns(detectors, CLASSES[name])
            expect_close(f"{name}: features of {len(rows)} parts",
                         [[float(exported[path][column]) for column in header] for path in rows],
                         list(rows.values()), 1e-9)
        for seed in SEEDS:
            figures, margins, learned = cells[name, method, seed]
            drawn, tested = train_test_split(bad, test_size=len(bad) - BAD, random_state=seed)
            # In the order of the SegAD repository's program: XGBoost draws rows by their place.
            fit, judged = training + drawn, good + tested
            what = f"{name}, {method}, {seed}"
            check(f"{what}: split", sorted(row["filepath"] for row in drawn) == learned
                  and set(margins) == {row["filepath"] for row in judged})
            label = np.array([row["label"] for row in judged])
            model = forest(seed, len(training) / BAD)
            model.fit(np.array([rows[row["filepath"]] for row in fit]), np.array([row["label"] for row in fit]))
            wanted = model.predict(np.array([rows[row["filepath"]] for row in judged]), output_margin=True)
            check(f"{what}: the forest has learned something", len(set(wanted.tolist())) > len(wanted) // 2)
            expect_close(f"{what}: margins", [margins[row["filepath"]] for row in judged], wanted, 1e-5)
            compare_figures(what, label, wanted, figures)
            if len(detectors) == 1:
                bare = np.array([own_scores[detectors[0]][row["filepath"]] for row in judged])
                compare_figures(f"{name}, {detectors[0]}, {seed}", label, bare, cells[name, detectors[0], seed][0])


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_dataset(folder / "images")
        segad, results, maps = Segad(sys.argv[1], folder), folder / "run.segad-bench", folder / "maps"
        sets = ["patchcore.image_size=64", "patchcore.coreset_ratio=0.1", "patchcore.projection=false",
                "fastflow.image_size=64", "fastflow.epochs=2", "fastflow.batch_size=8"]
        segad("benchmark", folder / "images", "--protocol", "mvtec", "--detectors", ",".join(DETECTORS),
              "--bad", BAD, "--backbone", "resnet18-untrained", "--results", results, "--export-maps", maps,
              *(word for setting in sets for word in ("--set", setting)),
              *(word for key, value in FOREST.items() for word in ("--forest-set", f"{key}={value}")))
        cells = stored_cells(results)
        for class_name in CLASSES:
            table = folder / f"{class_name}.csv"
            segad("export", f"{results}-work/{class_name}.segad", "--table", "features", "--out", table)
            with open(table, newline="", encoding="utf-8") as file:
                exported = {row["path"]: row for row in csv.DictReader(file)}
            compare_class(class_name, maps, cells, exported)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
