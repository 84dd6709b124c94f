// What Reverse Distillation makes of a backbone and its parameters, and what that costs
// (reverse_distillation.md §§ 2, 3, 6, 8). Torch-free: forms, estimates and the network read it.
//
// For a backbone other than WideResNet-50-2 the bottleneck and the decoder follow the same rule as in the
// authors' code for their ResNets: with c1, c2, c3 the channels of layer1 … layer3,
//   bottleneck  c1 → c2 → c3 and c2 → c3 by strided 3×3 convolutions, joined with layer3 to 3·c3, then as
//   many
//               blocks as the encoder's last layer has, the first of them halving, to 2·c3;
//   decoder     2·c3 → c3 → c2 → c1, its stages made of the encoder's kind of block (plain or bottleneck),
//   stage l
//               of as many blocks as the encoder's layer l has; the first block of a stage doubles the map.
// Where a map has an odd side the doubled one is cut to it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/json.h"
#include "core/nn/backbone_shape.h"
#include "core/nn/network_input.h"

namespace segad {

/// From complete parameters of the catalog's schema.
struct ReverseDistillationOptions {
    NetworkInput input;
    int embeddingWidth = 512;  ///< inside the bottleneck's blocks, of backbones with bottleneck blocks
    bool multiplyMaps = false;
    bool lossPerPixel = false;  ///< cosine of each pixel instead of the whole map
    double blurSigma = 4;       ///< pixels at input size
    double learningRate = 0.005;
    double beta1 = 0.5;
    double beta2 = 0.999;
    int epochs = 200;
    int batchSize = 16;

    static ReverseDistillationOptions fromParams(const Json& params);
};

/// The layers that are reconstructed, always layer1 … layer3.
const std::vector<int>& reverseDistillationLayers();

/// How a block changes the size of a map.
enum class Resampling { None, Halve, Double };

/// A residual block: 3×3 and 3×3, or 1×1, 3×3 and 1×1 convolutions, each with its BatchNorm. The convolution
/// that changes the size is the first, or the second of three; doubling is a 2×2 transposed one.
struct BlockShape {
    int in = 0;
    int inner = 0;  ///< 0 for a plain block
    int out = 0;
    Resampling resampling = Resampling::None;

    bool bottleneck() const noexcept { return inner > 0; }
    int convolutions() const noexcept { return bottleneck() ? 3 : 2; }
    bool hasSkip() const noexcept { return resampling != Resampling::None || in != out; }
};

struct ReverseDistillationShape {
    std::array<int, 3> channels{};                   ///< of layer1 … layer3
    std::vector<BlockShape> embedding;               ///< "bottleneck.bn_layer"
    std::array<std::vector<BlockShape>, 3> decoder;  ///< "decoder.layer1" … "decoder.layer3", deepest first
    std::array<cv::Size, 3> maps;                    ///< of layer1 … layer3
    cv::Size code;                                   ///< of what the bottleneck hands to the decoder

    std::uint64_t parameters() const noexcept;
    /// Floating-point operations of one part, forward.
    double flops() const noexcept;
    /// Bytes that learning from one part keeps until its gradients are known.
    std::uint64_t activationBytes() const noexcept;
};

ReverseDistillationShape reverseDistillationShape(const ReverseDistillationOptions& options,
                                                  const BackboneShape& backbone);

}  // namespace segad
