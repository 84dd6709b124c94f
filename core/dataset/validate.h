// What must hold between the parts of a dataset once they have been read (datasets.md § 7).
#pragma once

#include <vector>

#include "core/dataset/part_reader.h"

namespace segad {

/// Takes out the parts that can't be used, with their findings, and checks the rest against each other:
/// copies, missing masks, formats, too few bad parts. `parts` and `readings` belong together index by index.
/// Appends to `findings`.
void validateParts(std::vector<ScannedPart>& parts, const std::vector<PartReading>& readings,
                   std::vector<Finding>& findings);

/// A part may only be on a published list while it is in `parts`; what is missing is a warning.
void validateSubsets(std::vector<PublishedSubset>& subsets, const std::vector<ScannedPart>& parts,
                     std::vector<Finding>& findings);

}  // namespace segad
