// From a student as it was trained to the compact backbone as it is shipped: without the heads.
#pragma once

#include <string>

#include "core/nn/distil_batch_torch.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

inline constexpr const char* kStudentArchitecture = "compact_resnet";

/// The tensors of the architecture kStudentArchitecture.
StateDict withoutHeads(const StateDict& student);

/// A student without heads on `device`, evaluating.
ResNet compactBlocks(const StateDict& compact, const at::Device& device);

/// `state` (without heads) with layer3 handed out `factor` (> 0) times as long, all before it as it was.
StateDict withLayer3Times(const StateDict& state, double factor);

/// Convolutions in half precision, the rest float32; returns the file's SHA-256.
std::string writeCompact(const Path& file, const StateDict& state, const std::string& note);

}  // namespace segad::nn
