// MVTec AD (datasets.md § 3) and MPDD, which has the same folders (§ 5).
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

std::unique_ptr<DatasetLayout> makeMvtecLayout();
std::unique_ptr<DatasetLayout> makeMpddLayout();

}  // namespace segad
