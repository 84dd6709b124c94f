#include <stdexcept>

#include <torch/optim/adam.h>
#include <torch/optim/adamw.h>
#include <torch/optim/sgd.h>

#include "core/base/error.h"
#include "core/nn/checkpoint_torch.h"
#include "core/nn/safetensors_writer.h"

namespace segad::nn {

namespace {
constexpr const char* kFormat = "segad-checkpoint-1";

Error unfit(const std::string& name) {
    return {ErrorCode::InvalidData, "checkpoint", "its tensor '" + name + "' is missing or misshapen",
            "Start the training anew, without resuming."};
}

/// The optimiser's memory of a parameter; nullptr before its first step.
torch::optim::OptimizerParamState* memoryOf(const torch::optim::Optimizer& optimiser,
                                            const at::Tensor& parameter) {
#if TORCH_VERSION_MAJOR >= 2
    const auto found = optimiser.state().find(parameter.unsafeGetTensorImpl());
#else
    const auto found = optimiser.state().find(c10::guts::to_string(parameter.unsafeGetTensorImpl()));
#endif
    return found == optimiser.state().end() ? nullptr : found->second.get();
}

void remember(torch::optim::Optimizer& optimiser, const at::Tensor& parameter,
              std::unique_ptr<torch::optim::OptimizerParamState> memory) {
#if TORCH_VERSION_MAJOR >= 2
    optimiser.state()[parameter.unsafeGetTensorImpl()] = std::move(memory);
#else
    optimiser.state()[c10::guts::to_string(parameter.unsafeGetTensorImpl())] = std::move(memory);
#endif
}

template <class Action>
void forEachParameter(const torch::optim::Optimizer& optimiser, const std::string& prefix, Action&& action) {
    std::size_t number = 0;
    for (const auto& group : optimiser.param_groups()) {
        for (const at::Tensor& parameter : group.params())
            action(prefix + std::to_string(number++), parameter);
    }
}

template <class Memory>
void add(StateDict& state, const std::string& name, const Memory& memory) {
    state.emplace(name + ".mean", memory.exp_avg());
    state.emplace(name + ".square", memory.exp_avg_sq());
    state.emplace(name + ".steps", at::full({1}, static_cast<double>(memory.step()), at::kFloat));
}

void add(StateDict& state, const std::string& name, const torch::optim::SGDParamState& memory) {
    // Without momentum there is nothing to remember.
    if (memory.momentum_buffer().defined()) state.emplace(name + ".momentum", memory.momentum_buffer());
}

/// What is kept under `name` for a tensor of the parameter's shape.
at::Tensor moment(const StateDict& state, const std::string& name, const at::Tensor& parameter) {
    const auto found = state.find(name);
    if (found == state.end() || found->second.sizes() != parameter.sizes()) throw unfit(name);
    return at::empty_like(parameter.detach()).copy_(found->second);
}

template <class Memory>
std::unique_ptr<Memory> made(const StateDict& state, const std::string& name, const at::Tensor& parameter) {
    const auto steps = state.find(name + ".steps");
    if (steps == state.end()) return nullptr;
    auto memory = std::make_unique<Memory>();
    memory->exp_avg(moment(state, name + ".mean", parameter));
    memory->exp_avg_sq(moment(state, name + ".square", parameter));
    memory->step(static_cast<std::int64_t>(steps->second.item<float>()));
    return memory;
}

template <>
std::unique_ptr<torch::optim::SGDParamState> made(const StateDict& state, const std::string& name,
                                                  const at::Tensor& parameter) {
    if (!state.contains(name + ".momentum")) return nullptr;
    auto memory = std::make_unique<torch::optim::SGDParamState>();
    memory->momentum_buffer(moment(state, name + ".momentum", parameter));
    return memory;
}
}  // namespace

void writeCheckpoint(const Path& file, const StateDict& state, const Json& header) {
    std::error_code failure;
    // Writing says what is wrong when there is no folder then.
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), failure);
    std::vector<at::Tensor> kept;
    std::vector<TensorView> views;
    for (const auto& [name, tensor] : state) {
        kept.push_back(tensor.detach().to(at::kCPU, at::kFloat).contiguous());
        views.push_back({{name, tensor.sizes().vec(), DType::Float32},
                         {kept.back().data_ptr<float>(), static_cast<std::size_t>(kept.back().numel())}});
    }
    writeSafetensors(file, views, {{"format", kFormat}, {"header", header.dump()}});
}

Checkpoint readCheckpoint(const Path& file) {
    const TensorFile source = TensorFile::read(file);
    const auto& metadata = source.metadata();
    const auto format = metadata.find("format");
    const auto header = metadata.find("header");
    if (format == metadata.end() || format->second != kFormat || header == metadata.end()) {
        throw Error(ErrorCode::InvalidData, toUtf8(file), "is no checkpoint of a training",
                    "Start the training anew, without resuming.");
    }
    Checkpoint checkpoint{.header = parseJson(header->second, toUtf8(file))};
    for (const TensorInfo& info : source.tensors()) {
        at::Tensor tensor = at::empty(info.shape, at::kFloat);
        source.loadInto(info.name, {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())});
        checkpoint.state.emplace(info.name, std::move(tensor));
    }
    return checkpoint;
}

void copyState(const StateDict& source, const std::string& prefix, const StateDict& target) {
    const at::NoGradGuard noGradient;
    for (const auto& [name, tensor] : target) {
        const auto found = source.find(prefix + name);
        if (found == source.end() || found->second.sizes() != tensor.sizes()) throw unfit(prefix + name);
        at::Tensor(tensor).copy_(found->second);
    }
}

StateDict withPrefix(const StateDict& state, const std::string& prefix) {
    StateDict named;
    for (const auto& [name, tensor] : state)
        named.emplace(prefix + name, tensor);
    return named;
}

StateDict withoutPrefix(const StateDict& state, const std::string& prefix) {
    StateDict rest;
    for (const auto& [name, tensor] : state)
        if (name.starts_with(prefix)) rest.emplace(name.substr(prefix.size()), tensor);
    return rest;
}

StateDict optimiserState(const torch::optim::Optimizer& optimiser, const std::string& prefix) {
    StateDict state;
    forEachParameter(optimiser, prefix, [&](const std::string& name, const at::Tensor& parameter) {
        torch::optim::OptimizerParamState* memory = memoryOf(optimiser, parameter);
        if (memory == nullptr) return;
        if (const auto* adamW = dynamic_cast<torch::optim::AdamWParamState*>(memory))
            add(state, name, *adamW);
        else if (const auto* adam = dynamic_cast<torch::optim::AdamParamState*>(memory))
            add(state, name, *adam);
        else if (const auto* sgd = dynamic_cast<torch::optim::SGDParamState*>(memory))
            add(state, name, *sgd);
        else
            throw std::logic_error("no checkpoint of this optimiser is known");
    });
    return state;
}

void loadOptimiserState(torch::optim::Optimizer& optimiser, const StateDict& state,
                        const std::string& prefix) {
    const bool adamW = dynamic_cast<torch::optim::AdamW*>(&optimiser) != nullptr;
    const bool sgd = dynamic_cast<torch::optim::SGD*>(&optimiser) != nullptr;
    forEachParameter(optimiser, prefix, [&](const std::string& name, const at::Tensor& parameter) {
        std::unique_ptr<torch::optim::OptimizerParamState> memory;
        if (adamW)
            memory = made<torch::optim::AdamWParamState>(state, name, parameter);
        else if (sgd)
            memory = made<torch::optim::SGDParamState>(state, name, parameter);
        else
            memory = made<torch::optim::AdamParamState>(state, name, parameter);
        if (memory) remember(optimiser, parameter, std::move(memory));
    });
}

void setLearningRate(torch::optim::Optimizer& optimiser, double rate) {
    for (auto& group : optimiser.param_groups())
        group.options().set_lr(rate);
}

}  // namespace segad::nn
