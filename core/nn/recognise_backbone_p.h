// Decides which backbone a weight file holds. Private to the weight store.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/tensor_file.h"

namespace segad {

struct RecognisedBackbone {
    std::string architecture;
    /// Complete stages from the stem on: 2 (stem and layer1) … 5; 1 for a teacher.
    std::size_t stageCount = 0;
};

/// By names, shapes and types alone. Stages must be complete or absent, without a gap; fc.* and
/// num_batches_tracked are optional, anything else is unexpected. Throws Error{InvalidData} naming the first
/// five problems.
RecognisedBackbone recogniseBackbone(const TensorFile& file);

/// The chained identities of WeightEntry::identities, one per stage. Reads every trunk tensor and throws
/// Error{InvalidData} for one that holds NaN or infinity or a negative running_var.
std::vector<std::string> backboneIdentities(const TensorFile& file, const RecognisedBackbone& backbone,
                                            Job& job);

}  // namespace segad
