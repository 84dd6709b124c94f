#include <ATen/ops/linalg_eigh.h>

#include "core/nn/compact_export_torch.h"
#include "core/nn/covariance_torch.h"
#include "core/nn/safetensors_writer.h"

namespace segad::nn {

namespace {
/// The first `count` principal axes as rows, each with its largest entry positive so that they do not depend
/// on a library's choice of sign, and the share of the variance along them.
std::pair<at::Tensor, double> principalAxes(const at::Tensor& covariance, int count) {
    const auto [values, vectors] = at::linalg_eigh(covariance);
    at::Tensor axes = vectors.flip(1).slice(1, 0, count).t().contiguous();
    const at::Tensor largest = axes.gather(1, axes.abs().argmax(1, true));
    axes = axes * largest.sign();
    const at::Tensor positive = values.clamp_min(0).flip(0);
    return {axes, positive.slice(0, 0, count).sum().item<double>() / positive.sum().item<double>()};
}
}  // namespace

CompactExport exportCompact(ResNetImpl& student, const std::vector<ChannelScale>& scales,
                            const std::function<at::Tensor(std::int64_t)>& pictures) {
    const at::NoGradGuard noGradient;
    std::vector<Covariance> covariances(scales.size());
    for (std::int64_t number = 0;;) {
        const at::Tensor batch = pictures(number);
        if (!batch.defined()) break;
        number += batch.size(0);
        const auto outputs = student.forward(batch);
        for (std::size_t l = 0; l < scales.size(); ++l)
            covariances[l].add(outputs[l] * scales[l].deviation);
    }
    const BackboneShape& shape = backboneShape(kStudentArchitecture);
    CompactExport result;
    for (const auto& [name, tensor] : student.state())
        result.state.emplace(name, tensor.to(at::kCPU).clone());
    for (std::size_t l = 0; l < scales.size(); ++l) {
        const int layer = kDistilledLayers.at(l);
        const auto [axes, kept] = principalAxes(covariances[l].matrix(), shape.headChannels(layer));
        result.kept.push_back(kept);
        const std::string head = "head" + std::to_string(layer);
        const at::Tensor deviation = scales[l].deviation.to(at::kCPU, at::kDouble).view({-1});
        const at::Tensor weight = result.state.at(head + ".weight").to(at::kDouble);
        const at::Tensor bias = result.state.at(head + ".bias").to(at::kDouble);
        // Features are handed out about their mean: distances do not see it, and small numbers round less.
        const at::Tensor scaled = deviation.view({-1, 1}) * weight.view({weight.size(0), -1});
        result.state[head + ".weight"] = axes.mm(scaled).view({axes.size(0), -1, 1, 1}).to(at::kFloat);
        result.state[head + ".bias"] = axes.mv(deviation * bias - covariances[l].mean()).to(at::kFloat);
    }
    return result;
}

std::string writeCompact(const Path& file, const StateDict& state, const std::string& note) {
    std::vector<at::Tensor> kept;
    std::vector<TensorView> views;
    for (const auto& [name, tensor] : state) {
        kept.push_back(tensor.contiguous());
        views.push_back({{name, tensor.sizes().vec(), tensor.dim() == 4 ? DType::Float16 : DType::Float32},
                         {kept.back().data_ptr<float>(), static_cast<std::size_t>(kept.back().numel())}});
    }
    return writeSafetensors(
        file, views,
        {{"format", "segad-backbone-1"}, {"architecture", kStudentArchitecture}, {"note", note}});
}

}  // namespace segad::nn
