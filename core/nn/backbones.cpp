#include "core/nn/backbones.h"

#include <algorithm>

#include "core/base/error.h"

namespace segad {

const std::vector<BackboneInfo>& backboneCatalog() {
    // Operations are counted from the layer tables of backbones.md §§ 2–3: 2 per multiply-add.
    static const std::vector<BackboneInfo> rows{
        {.name = "resnet18",
         .title = "ResNet-18 (ImageNet)",
         .architecture = "resnet18",
         .needsWeights = true,
         .channels = {64, 128, 256, 512},
         .usualFile = "resnet18-f37072fd.pth",
         .sha256Prefix = "f37072fd",
         .gflops = {1.52, 2.59, 3.66, 4.74},
         .note = "Fast on a processor; weights up to layer3 are enough for most detectors."},
        {.name = "wide_resnet50_2",
         .title = "WideResNet-50-2 (ImageNet)",
         .architecture = "wide_resnet50_2",
         .needsWeights = true,
         .channels = {256, 512, 1024, 2048},
         .usualFile = "wide_resnet50_2-95faca4d.pth",
         .sha256Prefix = "95faca4d",
         .gflops = {5.48, 12.99, 24.00, 29.77},
         .note = "The backbone of the published figures; about seven times the work of ResNet-18."},
        {.name = "resnet18-untrained",
         .title = "ResNet-18 (untrained)",
         .architecture = "resnet18",
         .needsWeights = false,
         .channels = {64, 128, 256, 512},
         .usualFile = "",
         .sha256Prefix = "",
         .gflops = {1.52, 2.59, 3.66, 4.74},
         .note = "Needs no file: fixed random weights, to try the program before weights are imported."},
    };
    return rows;
}

const BackboneInfo* findBackbone(std::string_view name) noexcept {
    const auto& rows = backboneCatalog();
    const auto row = std::ranges::find(rows, name, &BackboneInfo::name);
    return row == rows.end() ? nullptr : &*row;
}

const BackboneInfo& backboneInfo(std::string_view name) {
    if (const BackboneInfo* row = findBackbone(name)) return *row;
    std::string known;
    for (const BackboneInfo& row : backboneCatalog())
        known += (known.empty() ? "" : ", ") + row.name;
    throw Error(ErrorCode::NotFound, std::string(name), "is not a backbone this program knows",
                "Choose one of: " + known + ".");
}

int featureSide(int pixels, int layer) noexcept {
    // Stem and pooling halve twice, every layer after the first once more.
    int side = pixels;
    for (int halving = 0; halving < layer + 1; ++halving)
        side = (side + 1) / 2;
    return side;
}

}  // namespace segad
