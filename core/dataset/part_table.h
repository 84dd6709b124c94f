// parts.csv beside a dataset: the names of the defects where folders don't say them.
#pragma once

#include <string>

#include "core/dataset/dataset_layout.h"

namespace segad {

/// Reads <className>/parts.csv when it is there and has a column `path` (relative to it). `defect_type`
/// names the defect of a bad part, `unseen` (1, true, yes) says that it is kept from training, `label`
/// (good, bad) labels a part whose folder says nothing. Where table and folder disagree, the folder counts
/// and a warning says so. A table that can't be read is a warning.
void applyPartTable(const Listing& listing, const std::string& className, Arrangement& arrangement);

}  // namespace segad
