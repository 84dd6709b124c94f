// What a distillation will cost and what there is to go on from, for a form to show before it starts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/nn/loss_curve.h"
#include "core/nn/weight_store.h"
#include "core/workflow/requests.h"

namespace segad {

/// Of the whole distillation on this machine; right within a factor of about two.
double estimateDistilSeconds(const DistilRequest& request);

/// An unfinished (or prolongable) distillation, as its checkpoint tells.
struct DistilCheckpoint {
    std::string teacher;
    std::uint64_t seed = 0;
    LossCurve curve;  ///< of all sessions so far
};

/// The checkpoint beside `out`; absent when there is none. Reads the whole file, some 20 MB. Throws
/// Error{InvalidData} for a file that is none.
std::optional<DistilCheckpoint> findDistilCheckpoint(const Path& out);

/// Imported weights that can be a teacher: layers 1 to 3, and larger than the student.
std::vector<WeightEntry> possibleTeachers();

}  // namespace segad
