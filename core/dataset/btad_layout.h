// BTAD (datasets.md § 4): train/ok, test/ok, test/ko, ground_truth/ko.
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

std::unique_ptr<DatasetLayout> makeBtadLayout();

}  // namespace segad
