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

/// What is usual for a student. For a teacher of EfficientAD fewer and smaller steps than the paper's 60000
/// of 16 pictures, at a higher rate that falls at the end: what a computer without a graphics card does in
/// hours.
DistilRequest usualDistilRequest(const std::string& student);

/// Of the whole distillation on this machine; right within a factor of about two.
double estimateDistilSeconds(const DistilRequest& request);

/// Where the weights of this name are kept while nobody names another place.
Path distilledFile(const std::string& name);

/// An unfinished (or prolongable) distillation, as its checkpoint tells.
struct DistilCheckpoint {
    std::string student;
    std::string teacher;
    std::string initial;  ///< as DistilRequest::initial
    std::uint64_t seed = 0;
    LossCurve curve;  ///< of all sessions so far
};

/// The checkpoint beside `out`; absent when there is none. Reads the whole file, some 20 MB. Throws
/// Error{InvalidData} for a file that is none.
std::optional<DistilCheckpoint> findDistilCheckpoint(const Path& out);

/// Weights a student can learn from: layers 1 to 3, and, for a compact backbone, larger than that. The best
/// comes first.
std::vector<WeightEntry> possibleTeachers(const std::string& student);

/// Weights that `student` can start from instead of from chance, the embedded ones first; none for teachers
/// of EfficientAD. Throws as WeightStore::list().
std::vector<WeightEntry> possibleStarts(const std::string& student);

/// What to know when `student` learns from `teacher`: "" or a sentence.
std::string teacherRemark(const std::string& student, const WeightEntry& teacher);

}  // namespace segad
