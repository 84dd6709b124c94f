// VAD (datasets.md § 1): train/good, train/bad, test/good, test/bad, test/bad_unseen_defects, and the
// lists of low_shot_train.json.
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

std::unique_ptr<DatasetLayout> makeVadLayout();

}  // namespace segad
