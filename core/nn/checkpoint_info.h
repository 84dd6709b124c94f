// How far an unfinished training is, read from the head of its checkpoint. Torch-free.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/file.h"
#include "core/nn/loss_curve.h"

namespace segad {

struct CheckpointInfo {
    LossCurve curve;  ///< of all sessions so far
    std::int64_t plannedSteps = 0;
};

/// Reads a few kilobytes, whatever the size of the tensors. Absent when there is no such file. Throws
/// Error{InvalidData} for one that is no checkpoint, and what reading it throws.
std::optional<CheckpointInfo> readCheckpointInfo(const Path& file);

}  // namespace segad
