// The state of an unfinished training on disk: float32 tensors and a JSON header in one safetensors file
// that is replaced atomically, so that a crash leaves the checkpoint before or the new one.
#pragma once

#include <torch/optim/optimizer.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// Makes the folder, if it isn't there. Throws Error{DiskFull, PermissionDenied, Io} naming the file.
void writeCheckpoint(const Path& file, const StateDict& state, const Json& header);

struct Checkpoint {
    StateDict state;
    Json header;
};

/// Throws Error{InvalidData} for a file that is no checkpoint, and what TensorFile::read throws.
Checkpoint readCheckpoint(const Path& file);

/// Copies every tensor of `source` whose name starts with `prefix` into the tensor of the rest of that name
/// in `target`. Throws Error{InvalidData} when one is missing or misshapen.
void copyState(const StateDict& source, const std::string& prefix, const StateDict& target);

/// `state` with `prefix` before every name.
StateDict withPrefix(const StateDict& state, const std::string& prefix);

/// The tensors of `state` whose names start with `prefix`, under the rest of that name.
StateDict withoutPrefix(const StateDict& state, const std::string& prefix);

/// Moments and step counts of an Adam or AdamW, momentum of an SGD, by position of the parameter:
/// "<prefix>0.mean", …
/// std::logic_error for another optimiser.
StateDict optimiserState(const torch::optim::Optimizer& optimiser, const std::string& prefix);
void loadOptimiserState(torch::optim::Optimizer& optimiser, const StateDict& state,
                        const std::string& prefix);

void setLearningRate(torch::optim::Optimizer& optimiser, double rate);

}  // namespace segad::nn
