// The weights of a named backbone, wherever they come from: imported, embedded, or made from the fixed seed
// of the untrained one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/nn/feature_extractor.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/weight_store.h"

namespace segad::nn {

class BackboneWeights {
public:
    /// Finds the weights up to layer`lastLayer`. `identity`: "" or the weights a model was trained with,
    /// which are found under whatever name they are imported. Throws as openFeatureExtractor().
    BackboneWeights(const std::string& backbone, int lastLayer, const std::string& identity = {});

    const BackboneShape& shape() const noexcept { return *shape_; }
    /// Who the weights up to layer1 … layer`lastLayer` are.
    const std::vector<BackboneIdentity>& identities() const noexcept { return identities_; }
    /// All tensors of stem and layer1 … layer`lastLayer`, float32. Throws Error{InvalidData, Corrupt}.
    StateDict read() const;

private:
    int lastLayer_;
    const BackboneShape* shape_ = nullptr;
    std::optional<WeightEntry> entry_;  ///< absent: untrained
    std::vector<BackboneIdentity> identities_;
};

}  // namespace segad::nn
