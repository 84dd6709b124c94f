"""Compares `segad` with the reference implementation beside this file, on pictures and weights drawn here.

usage: compare.py SEGAD_PROGRAM

Exit code 0: they agree. 1: they don't. 77: nothing was compared, because a Python package is missing.
"""

import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

SKIPPED = 77

try:
    import cv2
    import numpy as np
    import torch
except ImportError as missing:
    print(f"SKIPPED: PatchCore is NOT compared with the reference implementation: {missing}")
    sys.exit(SKIPPED)

import patchcore

GOOD, TESTED = 12, 2
SETTINGS = {"projection": "false", "coreset_start": "kept"}
VARIANT = {"neighbours": "1", "pool_border": "left_out", "feature_upsampling": "nearest"}


def random_weights(seed=333):
    """A ResNet-18 to layer3 that no one has trained, with BatchNorm statistics that matter."""
    dice = torch.Generator().manual_seed(seed)
    weights = {}

    def conv(name, out, inside, side):
        scale = (2 / (inside * side * side)) ** 0.5
        weights[name + ".weight"] = torch.randn(out, inside, side, side, generator=dice) * scale

    def norm(name, channels):
        for part, low, high in (("weight", 0.5, 1.5), ("bias", -0.3, 0.3), ("running_mean", -0.3, 0.3),
                                ("running_var", 0.5, 2)):
            weights[f"{name}.{part}"] = low + (high - low) * torch.rand(channels, generator=dice)

    conv("conv1", 64, 3, 7)
    norm("bn1", 64)
    inside = 64
    for layer, channels in ((1, 64), (2, 128), (3, 256)):
        for block in (0, 1):
            name = f"layer{layer}.{block}"
            conv(name + ".conv1", channels, inside, 3)
            norm(name + ".bn1", channels)
            conv(name + ".conv2", channels, channels, 3)
            norm(name + ".bn2", channels)
            if inside != channels:
                conv(name + ".downsample.0", channels, inside, 1)
                norm(name + ".downsample.1", channels)
            inside = channels
    return weights


def draw(dice, bad):
    """A part on a plain ground: noise, a textured square that moves a little, a blot when it is bad."""
    height, width = 299, 448
    picture = np.full((height, width, 3), (60, 80, 90), np.float32)
    x, y = 120 + dice.integers(0, 30), 60 + dice.integers(0, 30)
    texture = dice.normal(150, 25, (20, 25, 3)).astype(np.float32)
    picture[y:y + 160, x:x + 200] = cv2.resize(texture, (200, 160), interpolation=cv2.INTER_CUBIC)
    if bad:
        centre = int(x + dice.integers(40, 160)), int(y + dice.integers(40, 120))
        cv2.circle(picture, centre, int(dice.integers(6, 16)), (20, 10, 200), -1)
    return np.clip(picture + dice.normal(0, 5, picture.shape), 0, 255).astype(np.uint8)


def write_pictures(folder):
    dice = np.random.default_rng(333)
    for kind, count in (("train/good", GOOD), ("test/good", TESTED), ("test/blot", TESTED)):
        (folder / kind).mkdir(parents=True)
        for i in range(count):
            suffix = "jpg" if i % 2 else "png"  # both decoders
            cv2.imwrite(str(folder / kind / f"{i:03}.{suffix}"), draw(dice, kind == "test/blot"))


class Segad:
    def __init__(self, program, folder):
        self.program, self.project = program, folder / "p.segad"
        self.environment = {**os.environ, "SEGAD_DATA_HOME": str(folder / "home")}

    def __call__(self, *arguments):
        run = subprocess.run([self.program, *map(str, arguments), "--json", "--quiet"], check=False,
                             env=self.environment, capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"segad {' '.join(map(str, arguments))} failed:\n{run.stdout}{run.stderr}")
        return json.loads(run.stdout)

    def train(self, settings):
        """-> the model's tensors; path, role, image score and map maximum of every part."""
        flags = [word for key, value in settings.items() for word in ("--set", f"{key}={value}")]
        run = self("train", self.project, "--detector", "patchcore", "--seed", 7, *flags)["id"]
        with sqlite3.connect(self.project) as database:
            model, = database.execute("SELECT model_file FROM run WHERE id = ?", (run,)).fetchone()
            parts = database.execute(
                "SELECT path, role, image_score, map_max FROM part "
                "JOIN score ON score.part_id = part.id AND score.run_id = ?1 "
                "JOIN snapshot_part ON snapshot_part.part_id = part.id "
                "AND snapshot_id = (SELECT snapshot_id FROM run WHERE id = ?1) ORDER BY part.id", (run,))
            return patchcore.read_safetensors(f"{self.project}-models/{model}"), parts.fetchall()


failures = 0


def expect_close(what, got, wanted, tolerance):
    """The largest difference, as a share of the largest wanted value, stays within `tolerance`."""
    global failures
    got, wanted = np.asarray(got, np.float64), np.asarray(wanted, np.float64)
    worst = np.abs(got - wanted).max() / np.abs(wanted).max()
    agrees = bool(worst <= tolerance)
    failures += not agrees
    print(f"{'ok  ' if agrees else 'FAIL'} {what}: differs by {worst:.1e} of the largest, {tolerance:.0e} allowed")


def shortfall(rows, selected):
    """By how much, at most, a selected row was nearer than the farthest row at its turn (0 = never)."""
    nearest = torch.full((len(rows),), float("inf"))
    worst = 0.0
    for turn, row in enumerate(selected):
        if turn:
            worst = max(worst, 1 - float((nearest[row] / nearest.max()).sqrt()))
        nearest = torch.minimum(nearest, (rows - rows[row]).square().sum(1))
    return worst


def compare(segad, images, trunk, settings):
    print(f"settings: {settings}")
    model, parts = segad.train(settings)
    border = settings.get("pool_border") != "left_out"
    upsampling = settings.get("feature_upsampling", "bilinear")
    neighbours = int(settings.get("neighbours", 9))

    def embed(path):
        return patchcore.embed(trunk, patchcore.read_picture(images / path), border, upsampling)

    rows = torch.cat([embed(path) for path, role, *_ in parts if role == "train"])
    selected = model["coreset_indices"]
    assert len(selected) == len(rows) // 100 == len(set(selected.tolist())), "size of the coreset"
    expect_close("bank", model["bank"], rows[selected], 1e-4)
    expect_close("selection, farthest first", 1 - shortfall(rows, selected), 1, 1e-4)

    scores, maxima = [], []
    tested = [part for part in parts if part[1] == "test"]
    for path, *_ in tested:
        patches = embed(path)
        scores.append(patchcore.image_score(patches, rows[selected], neighbours))
        distances, _ = patchcore.nearest_rows(patches, rows[selected])
        maxima.append(patchcore.anomaly_map(distances, (32, 32)).max())
    expect_close("image scores", [part[2] for part in tested], scores, 1e-4)
    expect_close("maxima of maps", [part[3] for part in tested], maxima, 1e-4)


def main():
    torch.set_num_threads(2)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_pictures(folder / "images")
        weights = random_weights()
        patchcore.write_safetensors(folder / "random.safetensors", weights)
        segad = Segad(sys.argv[1], folder)
        segad("weights", "import", folder / "random.safetensors")
        segad("new", segad.project, "--images", folder / "images")
        trunk = patchcore.ResNet18(weights)
        for settings in (SETTINGS, {**SETTINGS, **VARIANT}):
            compare(segad, folder / "images", trunk, settings)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
