// What FastFlow makes of a backbone and its parameters, and what that costs (fastflow.md §§ 1, 2, 6).
// Torch-free: forms, estimates and the network read it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/network_input.h"

namespace segad {

/// From complete parameters of the catalog's schema.
struct FastFlowOptions {
    NetworkInput input;
    int flowSteps = 8;
    /// Only 3×3 convolutions in the flows, else 3×3 and 1×1 in turn; absent as the backbone wants it.
    enum class Kernels { ByBackbone, Alternating, Only3x3 } kernels = Kernels::ByBackbone;
    double hiddenRatio = 1;
    double clamp = 2;
    bool energyMap = false;  ///< the map is ½·mean z² instead of −exp(−½·mean z²)
    double learningRate = 1e-3;
    double weightDecay = 1e-5;
    int epochs = 200;
    int batchSize = 32;

    static FastFlowOptions fromParams(const Json& params);
};

/// The features whose distribution is learnt, always layer1 … layer3.
const std::vector<int>& fastFlowLayers();

/// One flow: a layer's map, [channels, height, width].
struct FlowShape {
    std::int64_t channels = 0;
    std::int64_t height = 0;
    std::int64_t width = 0;

    /// Channels that pass through a step unchanged, and those it transforms.
    std::int64_t passive() const noexcept { return channels - channels / 2; }
    std::int64_t active() const noexcept { return channels / 2; }
    std::int64_t pixels() const noexcept { return height * width; }
};

struct FastFlowShape {
    std::vector<FlowShape> flows;  ///< of layer1 … layer3
    int steps = 8;
    bool only3x3 = false;
    double hiddenRatio = 1;
    double clamp = 2;

    /// Side of the convolutions of step `index`.
    int kernel(int index) const noexcept { return only3x3 || index % 2 == 0 ? 3 : 1; }
    /// Channels between the two convolutions of a step.
    std::int64_t hidden(const FlowShape& flow) const noexcept;

    std::uint64_t parameters() const noexcept;
    /// Floating-point operations of one part, forward.
    double flops() const noexcept;
    /// Bytes that learning from one part keeps until its gradients are known.
    std::uint64_t activationBytes() const noexcept;
};

FastFlowShape fastFlowShape(const FastFlowOptions& options, const BackboneShape& backbone);

/// Parts whose gradients are computed together on one processor; the shares of a batch are learnt from side
/// by side. Part of what a seed means, so not a matter of the machine.
constexpr std::size_t kFastFlowShare = 4;

}  // namespace segad
