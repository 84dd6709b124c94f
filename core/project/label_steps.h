// Labelling that can be taken back while others label the same parts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/project/project.h"

namespace segad {

/// Parts::setLabels() that tells what the parts had before, in the order of `changes`, as of this very step.
std::vector<Parts::LabelChange> replaceLabels(Project& project, std::span<const Parts::LabelChange> changes,
                                              const std::string& origin);

/// Parts::setLabels() for the parts that still have what `expected` says of them (in the order of `changes`).
/// The others, which somebody else has labelled since or which are gone, are left alone and returned.
/// Throws Error{InvalidArgument} when the two differ in length.
std::vector<PartId> replaceLabelsIf(Project& project, std::span<const Parts::LabelChange> expected,
                                    std::span<const Parts::LabelChange> changes, const std::string& origin);

}  // namespace segad
