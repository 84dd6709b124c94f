"""PatchCore on ResNet-18, written a second time: short, plain PyTorch, sharing no code with the engine.

It follows Roth et al. 2022 (arXiv 2106.08265) as anomalib 0.7 does, with the engine's defaults: 256 x 256
without antialiasing, layers 2 and 3, 3 x 3 mean pooling that counts the border, greedy k-centre coreset,
nearest upsampling of the map and a Gaussian blur of 4 pixels. What the engine does for speed (folded
BatchNorm, candidate search, lazy selection, storage in two passes) is left out on purpose.
"""

import json
import math

import cv2
import numpy as np
import torch
import torch.nn.functional as F

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)
DTYPES = {"F64": np.float64, "F32": np.float32, "F16": np.float16, "I64": np.int64, "I32": np.int32}


def read_safetensors(path):
    """All tensors of a file by name: 8 bytes of length, that much JSON, then the values."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            values = np.frombuffer(data[begin:end], DTYPES[entry["dtype"]]).reshape(entry["shape"])
            tensors[name] = torch.from_numpy(values.copy())
    return tensors


def write_safetensors(path, tensors):
    header, blocks, offset = {}, [], 0
    names = {numpy: key for key, numpy in DTYPES.items()}
    for name, tensor in tensors.items():
        values = np.ascontiguousarray(tensor.numpy())
        header[name] = {"dtype": names[values.dtype.type], "shape": list(values.shape),
                        "data_offsets": [offset, offset + values.nbytes]}
        blocks.append(values.tobytes())
        offset += values.nbytes
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(len(text).to_bytes(8, "little") + text + b"".join(blocks))


class ResNet18:
    """The frozen trunk to layer3, from torchvision's names."""

    def __init__(self, weights):
        self.w = weights

    def _bn(self, x, name):
        w = self.w
        return F.batch_norm(x, w[name + ".running_mean"], w[name + ".running_var"], w[name + ".weight"],
                            w[name + ".bias"], False, 0.1, 1e-5)

    def _block(self, x, name, stride):
        w = self.w
        y = F.relu(self._bn(F.conv2d(x, w[name + ".conv1.weight"], None, stride, 1), name + ".bn1"))
        y = self._bn(F.conv2d(y, w[name + ".conv2.weight"], None, 1, 1), name + ".bn2")
        if name + ".downsample.0.weight" in w:
            x = self._bn(F.conv2d(x, w[name + ".downsample.0.weight"], None, stride), name + ".downsample.1")
        return F.relu(x + y)

    @torch.no_grad()
    def layers2and3(self, x):
        """[N,3,h,w] normalised -> [N,128,h/8,w/8] and [N,256,h/16,w/16]."""
        x = F.relu(self._bn(F.conv2d(x, self.w["conv1.weight"], None, 2, 3), "bn1"))
        x = F.max_pool2d(x, 3, 2, 1)
        features = []
        for layer, stride in ((1, 1), (2, 2), (3, 2)):
            x = self._block(x, f"layer{layer}.0", stride)
            x = self._block(x, f"layer{layer}.1", 1)
            features.append(x)
        return features[1], features[2]


def read_picture(path, size=256):
    """8-bit RGB at size x size by OpenCV's INTER_LINEAR, which does not antialias; -> [1,3,size,size]."""
    rgb = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
    rgb = cv2.resize(rgb, (size, size), interpolation=cv2.INTER_LINEAR)
    return torch.from_numpy(rgb).permute(2, 0, 1)[None].float() / 255


def embed(trunk, picture, border=True, upsampling="bilinear"):
    """Patch vectors of one picture, row by row: [h*w, 384]."""
    maps = [F.avg_pool2d(f, 3, 1, 1, count_include_pad=border)
            for f in trunk.layers2and3((picture - MEAN) / DEVIATION)]
    flags = {"align_corners": False} if upsampling == "bilinear" else {}
    maps[1] = F.interpolate(maps[1], size=maps[0].shape[2:], mode=upsampling, **flags)
    return torch.cat(maps, 1)[0].flatten(1).T.contiguous()


def greedy_coreset(rows, count, start, keeps_start):
    """Indices in order of selection. The start is the first of them, or only where distances begin."""
    nearest = torch.full((len(rows),), math.inf)
    selected = [start] if keeps_start else []
    current = start
    while len(selected) < count:
        nearest = torch.minimum(nearest, (rows - rows[current]).square().sum(1))
        current = int(nearest.argmax())
        selected.append(current)
    return selected


def nearest_rows(patches, bank):
    """Distance of each patch to the nearest row of the bank, and which row it is. In double."""
    patches, bank = patches.double(), bank.double()
    distances = torch.cdist(patches, bank, compute_mode="donot_use_mm_for_euclid_dist")
    return distances.min(1)


def image_score(patches, bank, neighbours=9):
    """Largest patch distance, weighted by how crowded its neighbourhood in the bank is (eq. 7)."""
    distances, rows = nearest_rows(patches, bank)
    patch = int(distances.argmax())
    score = float(distances[patch])
    if min(neighbours, len(bank)) == 1:
        return score
    bank = bank.double()
    from_row = (bank - bank[rows[patch]]).norm(dim=1)
    from_row[rows[patch]] = -1  # the row itself comes first, also among copies
    around = from_row.topk(min(neighbours, len(bank)), largest=False).indices
    to_patch = (bank[around] - patches[patch].double()).norm(dim=1)
    return score * (1 - float(torch.softmax(to_patch, 0)[0]))


def anomaly_map(distances, grid, size=256, sigma=4.0):
    """Patch distances -> map at input size: nearest, then a Gaussian whose border mirrors without repeating."""
    patch_map = distances.float().reshape(1, 1, *grid)
    pixels = F.interpolate(patch_map, size=(size, size), mode="nearest")[0, 0].numpy()
    side = 2 * int(4 * sigma + 0.5) + 1
    return cv2.GaussianBlur(pixels, (side, side), sigma, borderType=cv2.BORDER_REFLECT_101)
