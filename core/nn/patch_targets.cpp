#include "core/nn/patch_targets_torch.h"
#include "core/nn/pdn_shape.h"

namespace segad::nn {

namespace {
constexpr int kVector = 1024;  ///< numbers of one layer's position
constexpr int kHalf = kTeacherChannels / 2;

/// Bin i of an adaptive mean of `from` numbers to `to`: [begin, end).
struct Bin {
    int begin;
    int end;
    double share() const { return 1.0 / (end - begin); }
};

Bin bin(int i, int from, int to) {
    return {.begin = i * from / to, .end = ((i + 1) * from + to - 1) / to};
}
}  // namespace

at::Tensor patchTargetWeights(int channels) {
    // Of the 2048 joined numbers the first 1024 go to the first 192 bins exactly, so that layers don't mix.
    const int entries = 9 * channels;
    at::Tensor weights = at::zeros({kHalf, channels, 3, 3}, at::kFloat);
    float* value = weights.data_ptr<float>();
    for (int out = 0; out < kHalf; ++out) {
        const Bin joined = bin(out, kVector, kHalf);
        for (int v = joined.begin; v < joined.end; ++v) {
            const Bin patch = bin(v, entries, kVector);
            for (int e = patch.begin; e < patch.end; ++e)
                value[out * entries + e] += static_cast<float>(joined.share() * patch.share());
        }
    }
    return weights;
}

PatchTargets::PatchTargets(const Trunk& trunk)
    : layer2_(patchTargetWeights(trunk.channels(2))
                  .contiguous(at::MemoryFormat::ChannelsLast)
                  .to(trunk.device())),
      layer3_(patchTargetWeights(trunk.channels(3))
                  .contiguous(at::MemoryFormat::ChannelsLast)
                  .to(trunk.device())) {}

at::Tensor PatchTargets::operator()(const Trunk& trunk, const at::Tensor& picture) const {
    const TrunkFeatures features = trunk.forward(picture, {2, 3});
    const auto averaged = [](const at::Tensor& map, const at::Tensor& weights) {
        return at::conv2d(map, weights, {}, /*stride=*/1, /*padding=*/1);
    };
    const at::Tensor fine = averaged(features.map(2), layer2_);
    const at::Tensor coarse = at::upsample_bilinear2d(averaged(features.map(3), layer3_),
                                                      {fine.size(2), fine.size(3)}, /*align_corners=*/false);
    return at::cat({fine, coarse}, 1);
}

}  // namespace segad::nn
