#include <ATen/ops/linalg_solve.h>

#include "core/nn/compact_export_torch.h"
#include "core/nn/warm_start_torch.h"

namespace segad::nn {

namespace {
/// Of the mean variance of a layer's channels: keeps channels that never move from asking for the infinite.
constexpr double kRidge = 1e-6;

/// [C + T] channels: those of a layer and, after them, what its head shall give. Weight [T,C], bias [T].
std::pair<at::Tensor, at::Tensor> leastSquares(const Covariance& joint, std::int64_t channels) {
    const at::Tensor matrix = joint.matrix();
    const at::Tensor mean = joint.mean();
    const at::Tensor own = matrix.slice(0, 0, channels).slice(1, 0, channels);
    const at::Tensor shared = matrix.slice(0, 0, channels).slice(1, channels);
    const at::Tensor ridge = at::eye(channels, own.options()) * (kRidge * own.diagonal().mean());
    const at::Tensor weight = at::linalg_solve(own + ridge, shared).t();
    return {weight, mean.slice(0, channels) - weight.mv(mean.slice(0, 0, channels))};
}
}  // namespace

StateDict withFittedHeads(const StateDict& compact, const std::vector<Whitening>& whitenings,
                          const at::Device& device, const std::function<DistilBatch(std::int64_t)>& batches) {
    const at::NoGradGuard noGradient;
    const BackboneShape& shape = backboneShape(kStudentArchitecture);
    ResNet blocks = compactBlocks(compact, device);
    std::vector<Covariance> joint(whitenings.size());
    for (std::int64_t number = 0;;) {
        const DistilBatch batch = batches(number);
        if (!batch.pictures.defined()) break;
        number += batch.pictures.size(0);
        const auto outputs = blocks->forward(batch.pictures);
        for (std::size_t l = 0; l < whitenings.size(); ++l)
            joint[l].add(at::cat({outputs[l], whitenings[l](batch.features[l])}, 1));
    }
    StateDict state = compact;
    for (std::size_t l = 0; l < whitenings.size(); ++l) {
        const int layer = kDistilledLayers.at(l);
        const std::int64_t channels = shape.outerChannels(layer);
        const auto [weight, bias] = leastSquares(joint[l], channels);
        const std::string head = "head" + std::to_string(layer);
        state[head + ".weight"] = weight.reshape({-1, channels, 1, 1}).to(at::kFloat);
        state[head + ".bias"] = bias.to(at::kFloat);
    }
    return state;
}

}  // namespace segad::nn
