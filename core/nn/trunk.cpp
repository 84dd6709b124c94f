#include <algorithm>
#include <stdexcept>

#include "core/nn/backbones.h"
#include "core/nn/folded_convolution_torch.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

bool TrunkFeatures::has(int layer) const noexcept {
    return std::ranges::find(layers_, layer) != layers_.end();
}

const at::Tensor& TrunkFeatures::map(int layer) const {
    const auto found = std::ranges::find(layers_, layer);
    if (found == layers_.end())
        throw std::logic_error("layer" + std::to_string(layer) + " was not asked for");
    return maps_[static_cast<std::size_t>(found - layers_.begin())];
}

Trunk::Trunk(const BackboneShape& shape, const StateDict& state, int lastLayer, const at::Device& device,
             std::vector<BackboneIdentity> identities, at::ScalarType type)
    : shape_(shape),
      device_(device),
      type_(type),
      identities_(std::move(identities)),
      stem_(foldedConvolution(state, {.convolution = "conv1", .norm = "bn1", .stride = 2}, device, type)) {
    for (int layer = 1; layer <= lastLayer; ++layer) {
        std::vector<Block> blocks;
        blocks.reserve(static_cast<std::size_t>(shape.blockCount(layer)));
        for (int block = 0; block < shape.blockCount(layer); ++block)
            blocks.push_back(foldBlock(state, layer, block));
        layers_.push_back(std::move(blocks));
    }
}

Trunk::Block Trunk::foldBlock(const StateDict& state, int layer, int index) const {
    const std::string prefix = "layer" + std::to_string(layer) + "." + std::to_string(index) + ".";
    const bool first = index == 0;
    const int stride = first ? shape_.stride(layer) : 1;
    const int convolutions = shape_.bottleneck ? 3 : 2;
    const int strided = shape_.bottleneck ? 2 : 1;  // which of them has the block's stride
    Block block;
    for (int c = 1; c <= convolutions; ++c) {
        // The last convolution is added to the skip before its ReLU.
        block.path.push_back(foldedConvolution(state,
                                               {.convolution = prefix + "conv" + std::to_string(c),
                                                .norm = prefix + "bn" + std::to_string(c),
                                                .stride = c == strided ? stride : 1,
                                                .relu = c < convolutions},
                                               device_, type_));
    }
    if (first && shape_.hasProjection(layer)) {
        block.projection.push_back(foldedConvolution(state,
                                                     {.convolution = prefix + "downsample.0",
                                                      .norm = prefix + "downsample.1",
                                                      .stride = stride,
                                                      .relu = false},
                                                     device_, type_));
    }
    return block;
}

TrunkFeatures Trunk::forward(const at::Tensor& picture, const std::vector<int>& layers) const {
    const int last = layers.empty() ? 0 : std::ranges::max(layers);
    if (last < 1 || last > lastLayer())
        throw std::logic_error("this trunk ends at layer" + std::to_string(lastLayer()));
    std::vector<at::Tensor> outputs;
    outputs.reserve(static_cast<std::size_t>(last));
    at::Tensor x = stem_(picture.to(type_));
    // Not max_pool2d: it hands pooling to a second pool of threads, which spin for some time after it.
    if (shape_.pooling) x = std::get<0>(at::max_pool2d_with_indices(x, 3, 2, 1));
    for (int layer = 1; layer <= last; ++layer) {
        for (const Block& block : layers_[static_cast<std::size_t>(layer - 1)]) {
            const at::Tensor skip = block.projection.empty() ? x : block.projection.front()(x);
            at::Tensor y = x;
            for (const PreparedConvolution& convolution : block.path)
                y = convolution(y);
            x = y.add_(skip).relu_();
        }
        outputs.push_back(x);
    }
    std::vector<at::Tensor> maps;
    for (const int layer : layers)
        maps.push_back(outputs[static_cast<std::size_t>(layer - 1)].to(at::kFloat));
    return {layers, std::move(maps)};
}

at::Tensor Trunk::preprocess(const cv::Mat& rgb, const NetworkInput& input) const {
    return pictureTensor(rgb, input).to(device_);
}

}  // namespace segad::nn
