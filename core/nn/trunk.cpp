#include <algorithm>
#include <stdexcept>

#include <ATen/core/dispatch/Dispatcher.h>

#include "core/base/error.h"
#include "core/nn/backbones.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
constexpr double kNormEpsilon = 1e-5;                          // backbones.md § 1
constexpr std::array<float, 3> kMean{0.485F, 0.456F, 0.406F};  // § 5
constexpr std::array<float, 3> kDeviation{0.229F, 0.224F, 0.225F};

/// LibTorch's prepared oneDNN convolutions, called by name: their C++ headers are not installed, their
/// schemas are the same from 1.13 to 2.x.
class PreparedConvolutions {
public:
    static const PreparedConvolutions* find() {
        static const PreparedConvolutions ops;
        return ops.prepare_ && ops.run_ ? &ops : nullptr;
    }

    c10::IValue prepare(const at::Tensor& weight, const at::Tensor& bias, int stride, int padding,
                        int inputSide, bool relu) const {
        torch::jit::Stack stack;
        stack.reserve(8);
        stack.emplace_back(weight);
        stack.emplace_back(bias);
        stack.emplace_back(std::vector<std::int64_t>{stride, stride});
        stack.emplace_back(std::vector<std::int64_t>{padding, padding});
        stack.emplace_back(std::vector<std::int64_t>{1, 1});
        stack.emplace_back(std::int64_t{1});
        stack.emplace_back(std::vector<std::int64_t>{1, weight.size(1), inputSide, inputSide});
        stack.emplace_back(std::string(relu ? "relu" : "none"));
        prepare_->callBoxed(&stack);
        return std::move(stack.front());
    }

    at::Tensor run(const at::Tensor& input, const c10::IValue& prepared) const {
        torch::jit::Stack stack;
        stack.reserve(2);
        stack.emplace_back(input);
        stack.emplace_back(prepared);
        run_->callBoxed(&stack);
        return std::move(stack.front()).toTensor();
    }

private:
    PreparedConvolutions() {
        if (!at::globalContext().hasMKLDNN()) return;
        auto& dispatcher = c10::Dispatcher::singleton();
        prepare_ = dispatcher.findSchema({"mkldnn_prepacked::conv2d_prepack", ""});
        run_ = dispatcher.findSchema({"mkldnn_prepacked::conv2d_run", ""});
    }

    c10::optional<c10::OperatorHandle> prepare_;
    c10::optional<c10::OperatorHandle> run_;
};

const at::Tensor& tensorOf(const StateDict& state, const std::string& name) {
    const auto found = state.find(name);
    if (found == state.end()) throw std::logic_error("no tensor " + name);
    return found->second;
}
}  // namespace

bool TrunkFeatures::has(int layer) const noexcept {
    return std::ranges::find(layers_, layer) != layers_.end();
}

const at::Tensor& TrunkFeatures::map(int layer) const {
    const auto found = std::ranges::find(layers_, layer);
    if (found == layers_.end())
        throw std::logic_error("layer" + std::to_string(layer) + " was not asked for");
    return maps_[static_cast<std::size_t>(found - layers_.begin())];
}

FoldedConvolution::FoldedConvolution(const StateDict& state, const std::string& convolution,
                                     const std::string& norm, int stride, bool relu, int inputSide,
                                     const at::Device& device)
    : stride_(stride), relu_(relu) {
    // y = (conv(x) − mean)/sqrt(var + ε)·w + b, as one convolution; folded in double, rounded once.
    const auto asDouble = [&](const std::string& name) { return tensorOf(state, name).to(at::kDouble); };
    const at::Tensor weight = asDouble(convolution + ".weight");
    const at::Tensor scale =
        asDouble(norm + ".weight") / (asDouble(norm + ".running_var") + kNormEpsilon).sqrt();
    padding_ = static_cast<int>(weight.size(2) / 2);
    weight_ = (weight * scale.view({-1, 1, 1, 1})).to(at::kFloat).contiguous(at::MemoryFormat::ChannelsLast);
    bias_ = (asDouble(norm + ".bias") - asDouble(norm + ".running_mean") * scale).to(at::kFloat);
    if (!device.is_cpu()) {
        weight_ = weight_.to(device);
        bias_ = bias_.to(device);
        return;
    }
    if (const auto* prepared = PreparedConvolutions::find()) {
        packed_ = prepared->prepare(weight_, bias_, stride, padding_, inputSide, relu);
        // The prepared object keeps a reference to the plain weights for serialising itself, which nobody
        // does; emptying the tensor saves half the memory.
        weight_.set_();
        weight_ = at::Tensor();
    }
}

at::Tensor FoldedConvolution::operator()(const at::Tensor& input) const {
    if (!packed_.isNone()) return PreparedConvolutions::find()->run(input, packed_);
    at::Tensor output = at::conv2d(input, weight_, bias_, stride_, padding_);
    return relu_ ? output.relu_() : output;
}

Trunk::Trunk(const ResNetSpec& spec, const StateDict& state, int lastLayer, const at::Device& device,
             BackboneIdentity identity)
    : spec_(spec),
      device_(device),
      identity_(std::move(identity)),
      stem_(state, "conv1", "bn1", 2, true, 256, device) {
    for (int layer = 1; layer <= lastLayer; ++layer) {
        std::vector<Block> blocks;
        const int count = spec.blocks.at(static_cast<std::size_t>(layer - 1));
        for (int b = 0; b < count; ++b) {
            const std::string prefix = "layer" + std::to_string(layer) + "." + std::to_string(b) + ".";
            const int stride = b == 0 ? ResNetSpec::stride(layer) : 1;
            const int inputSide = featureSide(256, b == 0 ? layer - 1 : layer);
            const int convolutions = spec.bottleneck ? 3 : 2;
            const int strided = spec.bottleneck ? 2 : 1;  // which of them has the block's stride
            Block block;
            for (int c = 1; c <= convolutions; ++c) {
                const std::string number = std::to_string(c);
                // Before the last convolution is added to the skip there is no ReLU.
                block.path.emplace_back(
                    state, prefix + "conv" + number, prefix + "bn" + number, c == strided ? stride : 1,
                    c<convolutions, c> strided ? featureSide(256, layer) : inputSide, device);
            }
            if (b == 0 && spec.hasProjection(layer)) {
                block.projection.emplace_back(state, prefix + "downsample.0", prefix + "downsample.1", stride,
                                              false, inputSide, device);
            }
            blocks.push_back(std::move(block));
        }
        layers_.push_back(std::move(blocks));
    }
}

TrunkFeatures Trunk::forward(const at::Tensor& picture, const std::vector<int>& layers) const {
    const int last = layers.empty() ? 0 : std::ranges::max(layers);
    if (last < 1 || last > lastLayer())
        throw std::logic_error("this trunk ends at layer" + std::to_string(lastLayer()));
    std::vector<at::Tensor> outputs;
    at::Tensor x = at::max_pool2d(stem_(picture), 3, 2, 1);
    for (int layer = 1; layer <= last; ++layer) {
        for (const Block& block : layers_[static_cast<std::size_t>(layer - 1)]) {
            const at::Tensor skip = block.projection.empty() ? x : block.projection.front()(x);
            at::Tensor y = x;
            for (const FoldedConvolution& convolution : block.path)
                y = convolution(y);
            x = y.add_(skip).relu_();
        }
        outputs.push_back(x);
    }
    std::vector<at::Tensor> maps;
    for (const int layer : layers)
        maps.push_back(outputs.at(static_cast<std::size_t>(layer - 1)));
    return {layers, std::move(maps)};
}

at::Tensor Trunk::preprocess(const cv::Mat& rgb, const NetworkInput& input) const {
    if (rgb.empty() || rgb.type() != CV_8UC3) {
        throw Error(ErrorCode::InvalidArgument, "picture", "is not 8-bit RGB",
                    "Decode it with decodeImage().");
    }
    const cv::Mat resized = rgb.size() == input.size ? rgb : resizeImage(rgb, input.size, input.resize);
    // Rows of interleaved RGB are what channels-last means: one pass, no transposition.
    const std::int64_t height = resized.rows;
    const std::int64_t width = resized.cols;
    at::Tensor pixels = at::empty({height, width, 3}, at::kFloat);
    float* out = pixels.data_ptr<float>();
    for (int y = 0; y < resized.rows; ++y) {
        const auto* row = resized.ptr<std::uint8_t>(y);
        for (int x = 0; x < resized.cols; ++x, row += 3, out += 3) {
            for (std::size_t c = 0; c < 3; ++c)
                out[c] = (static_cast<float>(row[c]) / 255.0F - kMean[c]) / kDeviation[c];
        }
    }
    return pixels.permute({2, 0, 1}).unsqueeze(0).to(device_);
}

}  // namespace segad::nn
