#include "core/detector/fast_flow_plan.h"

#include <algorithm>

#include "core/nn/backbones.h"

namespace segad {

namespace {
FastFlowOptions::Kernels kernelsOf(const std::string& choice) {
    if (choice == "true") return FastFlowOptions::Kernels::Only3x3;
    if (choice == "false") return FastFlowOptions::Kernels::Alternating;
    return FastFlowOptions::Kernels::ByBackbone;
}
}  // namespace

const std::vector<int>& fastFlowLayers() {
    static const std::vector<int> layers{1, 2, 3};
    return layers;
}

FastFlowOptions FastFlowOptions::fromParams(const Json& params) {
    const int side = params.at("image_size").get<int>();
    return {
        .input = {.size = {side, side},
                  .resize = params.at("resize") == "antialias" ? ResizeMode::Antialias : ResizeMode::Linear},
        .flowSteps = params.at("flow_steps").get<int>(),
        .kernels = kernelsOf(params.at("conv3x3_only").get<std::string>()),
        .hiddenRatio = params.at("hidden_ratio").get<double>(),
        .clamp = params.at("clamp").get<double>(),
        .energyMap = params.at("map").get<std::string>() == "energy",
        .learningRate = params.at("learning_rate").get<double>(),
        .weightDecay = params.at("weight_decay").get<double>(),
        .epochs = params.at("epochs").get<int>(),
        .batchSize = params.at("batch_size").get<int>()};
}

FastFlowShape fastFlowShape(const FastFlowOptions& options, const BackboneShape& backbone) {
    FastFlowShape shape{
        .steps = options.flowSteps, .hiddenRatio = options.hiddenRatio, .clamp = options.clamp};
    // anomalib's configuration and gathierry/FastFlow: 3×3 only on ResNet-18, in turn on WideResNet-50-2.
    shape.only3x3 = options.kernels == FastFlowOptions::Kernels::ByBackbone
                        ? !backbone.bottleneck
                        : options.kernels == FastFlowOptions::Kernels::Only3x3;
    for (const int layer : fastFlowLayers()) {
        shape.flows.push_back({.channels = backbone.channels(layer),
                               .height = featureSide(options.input.size.height, layer),
                               .width = featureSide(options.input.size.width, layer)});
    }
    return shape;
}

std::int64_t FastFlowShape::hidden(const FlowShape& flow) const noexcept {
    return std::max<std::int64_t>(
        1, static_cast<std::int64_t>(static_cast<double>(flow.passive()) * hiddenRatio));
}

std::uint64_t FastFlowShape::parameters() const noexcept {
    std::int64_t count = 0;
    for (const FlowShape& flow : flows) {
        count += 2 * flow.channels * flow.pixels();
        const std::int64_t inner = hidden(flow);
        for (int step = 0; step < steps; ++step) {
            const std::int64_t area = std::int64_t{kernel(step)} * kernel(step);
            count += area * flow.passive() * inner + inner + area * inner * 2 * flow.active() +
                     2 * flow.active() + 2 * flow.channels;
        }
    }
    return static_cast<std::uint64_t>(count);
}

double FastFlowShape::flops() const noexcept {
    double sum = 0;
    for (const FlowShape& flow : flows) {
        const std::int64_t inner = hidden(flow);
        for (int step = 0; step < steps; ++step) {
            sum += 2.0 * static_cast<double>(flow.pixels()) * kernel(step) * kernel(step) *
                   static_cast<double>(inner * (flow.passive() + 2 * flow.active()));
        }
    }
    return sum;
}

std::uint64_t FastFlowShape::activationBytes() const noexcept {
    // A step keeps its halves, what is between and after its convolutions, exponent and product, and what it
    // hands on: some eight maps.
    std::int64_t floats = 0;
    for (const FlowShape& flow : flows)
        floats += std::int64_t{8} * steps * flow.channels * flow.pixels();
    return static_cast<std::uint64_t>(floats) * sizeof(float);
}

}  // namespace segad
