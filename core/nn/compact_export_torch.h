// From a student as it was trained to the compact backbone as it is shipped: heads in principal axes.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/nn/distil_batch_torch.h"
#include "core/nn/resnet_torch.h"

namespace segad::nn {

inline constexpr const char* kStudentArchitecture = "compact_resnet";

struct CompactExport {
    StateDict state;           ///< of the architecture kStudentArchitecture
    std::vector<double> kept;  ///< per distilled layer, share of the features' variance
};

/// `student`, in evaluation mode, gives standardised features of the teacher. `pictures`(0, 8, 16, …)
/// gives the batches the axes are measured on, until an undefined tensor.
CompactExport exportCompact(ResNetImpl& student, const std::vector<ChannelScale>& scales,
                            const std::function<at::Tensor(std::int64_t)>& pictures);

/// Convolutions in half precision, the rest float32; returns the file's SHA-256.
std::string writeCompact(const Path& file, const StateDict& state, const std::string& note);

}  // namespace segad::nn
