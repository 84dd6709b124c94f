// VisA as most tools prepare it (datasets.md § 2): <split>/<class>/{train/good, test/good, test/bad,
// ground_truth/bad}, with train/bad in the two-class splits.
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

std::unique_ptr<DatasetLayout> makeVisaLayout();

}  // namespace segad
