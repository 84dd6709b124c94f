#include "core/detector/devnet_network_torch.h"

namespace segad::nn {

DevNetNetwork::DevNetNetwork(const BackboneShape& shape, const DevNetOptions& options)
    : FineTunedNetwork(shape, options.tuning.lastLayer, "feature_extractor.net."),
      options_(options),
      conv_(register_module("conv", torch::nn::Conv2d(torch::nn::Conv2dOptions(
                                        shape.channels(options.tuning.lastLayer), 1, 1)))) {}

at::Tensor DevNetNetwork::forward(const at::Tensor& pictures) {
    at::Tensor sum;
    for (int scale = 0; scale < options_.scales; ++scale) {
        const at::Tensor features = backbone()->lastLayer(atScale(pictures, scale));
        const at::Tensor scores = meanOfLargest(responses(features), options_.topRatio);
        sum = scale == 0 ? scores : sum + scores;
    }
    return sum / options_.scales;
}

}  // namespace segad::nn
