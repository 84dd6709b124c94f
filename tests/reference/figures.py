"""AUROC of the reference PatchCore on a dataset in MVTec AD's layout, over random starts of its coreset.

usage: figures.py WEIGHTS.safetensors DATASET [TRAIN_PARTS [STARTS]]

Prints, in per cent, the image AUROC by largest patch distance, by the weighted score and by the largest value
of the map, and the pixel AUROC; then mean, deviation, least and largest. The bank is chosen among all patches
without random projection. One start takes minutes: this selection is the plain loop.
"""

import pathlib
import sys

import cv2
import numpy as np
import torch
from sklearn.metrics import roc_auc_score

import patchcore

COLUMNS = ("largest distance", "weighted", "map maximum", "pixel")


def mask_of(dataset, path):
    masks = sorted((dataset / "ground_truth" / path.parent.name).glob(path.stem + "*"))
    mask = cv2.imread(str(masks[0]), cv2.IMREAD_GRAYSCALE)
    return cv2.resize(mask, (256, 256), interpolation=cv2.INTER_NEAREST) > 0


def figures(bank, tested, bad, masks):
    largest, weighted, maps = [], [], []
    for patches in tested:
        distances, _ = patchcore.nearest_rows(patches, bank)
        largest.append(float(distances.max()))
        weighted.append(patchcore.image_score(patches, bank))
        maps.append(patchcore.anomaly_map(distances, (32, 32)))
    rankings = (largest, weighted, [m.max() for m in maps])
    pixels = roc_auc_score(np.ravel(masks), np.ravel(maps))
    return [100 * value for value in (*(roc_auc_score(bad, ranking) for ranking in rankings), pixels)]


def main():
    weights, dataset = sys.argv[1], pathlib.Path(sys.argv[2])
    parts = int(sys.argv[3]) if len(sys.argv) > 3 else None
    starts = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    trunk = patchcore.ResNet18(patchcore.read_safetensors(weights))
    trained = sorted((dataset / "train/good").iterdir())[:parts]
    paths = sorted(path for folder in (dataset / "test").iterdir() for path in folder.iterdir())
    bad = [path.parent.name != "good" for path in paths]
    masks = [mask_of(dataset, path) if is_bad else np.zeros((256, 256), bool)
             for path, is_bad in zip(paths, bad)]
    rows = torch.cat([patchcore.embed(trunk, patchcore.read_picture(path)) for path in trained])
    tested = [patchcore.embed(trunk, patchcore.read_picture(path)) for path in paths]

    dice = np.random.default_rng(0)
    table = []
    print(("start", *COLUMNS))
    for start in dice.integers(0, len(rows), starts):
        selected = patchcore.greedy_coreset(rows, len(rows) // 100, int(start), keeps_start=True)
        table.append(figures(rows[selected], tested, bad, masks))
        print(start, np.round(table[-1], 1), flush=True)
    if starts > 1:
        for name, summary in (("mean", np.mean(table, 0)), ("deviation", np.std(table, 0, ddof=1)),
                              ("least", np.min(table, 0)), ("largest", np.max(table, 0))):
            print(name, np.round(summary, 1))


if __name__ == "__main__":
    main()
