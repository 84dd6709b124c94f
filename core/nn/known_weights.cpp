#include <algorithm>
#include <array>

#include "core/nn/known_weights_p.h"

namespace segad {

namespace {
constexpr std::string_view kTorchvision = "BSD-3-Clause (torchvision); trained on ImageNet";
constexpr std::string_view kTimm = "Apache-2.0 (timm); trained on ImageNet";

constexpr std::array kKnown{
    KnownWeights{"f37072fd47e89c5e827621c5baffa7500819f7896bbacec160b1a16c560e07ec", "resnet18",
                 "torchvision IMAGENET1K_V1", kTorchvision, ""},
    KnownWeights{"5c106cde386e87d4033832f2996f5493238eda96ccf559d1d62760c4de0613f8", "resnet18",
                 "torchvision IMAGENET1K_V1 (first upload)", kTorchvision, ""},
    KnownWeights{"f4693fbd918cf248521b646d69cc437bd2df635c523d2527de9236db05fc7db8", "resnet18",
                 "torchvision IMAGENET1K_V1 (stem to layer3)", kTorchvision, ""},
    KnownWeights{"95faca4d11227dddf8633dbb5ff6c8a9003c1aa5b8945c73834b8007b10950b8", "wide_resnet50_2",
                 "torchvision IMAGENET1K_V1", kTorchvision, ""},
    KnownWeights{"9ba9bcbe", "wide_resnet50_2", "torchvision IMAGENET1K_V2", kTorchvision,
                 "it was trained with a newer recipe; published results rest on IMAGENET1K_V1 (95faca4d…)"},
    KnownWeights{"8234f177", "wide_resnet50_2", "timm racm_in1k", kTimm, ""},
};
}  // namespace

const KnownWeights* findKnownWeights(std::string_view sha256) noexcept {
    const auto* found = std::find_if(kKnown.begin(), kKnown.end(), [&](const KnownWeights& known) {
        return sha256.starts_with(known.sha256);
    });
    return found == kKnown.end() ? nullptr : found;
}

}  // namespace segad
