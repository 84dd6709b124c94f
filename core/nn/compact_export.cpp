#include "core/nn/backbone_shape.h"
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

ResNet compactBlocks(const StateDict& compact, const at::Device& device) {
    ResNet blocks(backboneShape(kStudentArchitecture), kDistilledLayers.back());
    blocks->load(compact, "compact weights");
    blocks->to(device);
    blocks->eval();
    return blocks;
}

StateDict withLayer3Times(const StateDict& state, double factor) {
    StateDict scaled = state;
    const auto multiply = [&](const std::string& name, double by) { scaled.at(name) = scaled.at(name) * by; };
    for (int block = 0; block < backboneShape(kStudentArchitecture).blockCount(3); ++block) {
        const std::string prefix = "layer3." + std::to_string(block) + ".";
        // A rectified sum is as many times longer as what is summed: the block's own, and what went past it.
        for (const char* branch : {"bn2", "downsample.1"}) {
            if (!scaled.contains(prefix + branch + ".weight")) continue;
            multiply(prefix + branch + ".weight", factor);
            multiply(prefix + branch + ".bias", factor);
        }
        if (block > 0) multiply(prefix + "conv1.weight", 1 / factor);
    }
    return scaled;
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
