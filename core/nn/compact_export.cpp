#include "core/nn/compact_export_torch.h"
#include "core/nn/safetensors_writer.h"

namespace segad::nn {

StateDict withoutHeads(const StateDict& student) {
    StateDict state;
    for (const auto& [name, tensor] : student) {
        if (!name.starts_with("head")) state.emplace(name, tensor.to(at::kCPU).clone());
    }
    return state;
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
