// The backbones this program knows: torch-free facts about each, so that forms, cost estimates and
// messages about missing weights need no LibTorch. Networks themselves are built behind the door
// (feature_extractor.h, detectors). Names, shapes and files: backbones.md §§ 2–4.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

struct BackboneInfo {
    std::string name;             ///< stable: "resnet18", "wide_resnet50_2", "resnet18-untrained"
    std::string title;            ///< "ResNet-18 (ImageNet)"
    std::string architecture;     ///< "resnet18" or "wide_resnet50_2"
    bool needsWeights = true;     ///< false: made from a fixed seed, the same on every machine
    std::array<int, 4> channels;  ///< of layer1 … layer4
    std::string usualFile;        ///< "resnet18-f37072fd.pth", "" when no weights are needed
    std::string sha256Prefix;     ///< of the usual file
    std::array<double, 4>
        gflops;        ///< floating-point operations (10⁹) of one 256×256 picture up to layer1 … layer4
    std::string note;  ///< one sentence on what it is good for
};

/// In the order they are offered.
const std::vector<BackboneInfo>& backboneCatalog();

/// nullptr for a name this program does not know.
const BackboneInfo* findBackbone(std::string_view name) noexcept;

/// Throws Error{NotFound} that lists the known names.
const BackboneInfo& backboneInfo(std::string_view name);

/// Side of layerN's grid (layer 1…4) for a picture whose side is `pixels`: each halving is ceil(n/2).
int featureSide(int pixels, int layer) noexcept;

}  // namespace segad
