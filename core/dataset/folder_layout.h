// Everyday folders (datasets.md § 6): train/good and test/<defect>, folders called good and bad anywhere,
// folders whose meaning the user states, or simply a folder of pictures nobody has labelled yet.
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

std::unique_ptr<DatasetLayout> makeFolderLayout();

}  // namespace segad
