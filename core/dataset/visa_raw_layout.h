// VisA as it is published (datasets.md § 2): <class>/Data/{Images,Masks}/…, image_anno.csv with the names
// of the defects, and the splits as tables in split_csv/.
#pragma once

#include <memory>

#include "core/dataset/dataset_layout.h"

namespace segad {

/// By the one-class split, which SegAD uses.
std::unique_ptr<DatasetLayout> makeVisaRawLayout();
std::unique_ptr<DatasetLayout> makeVisaRawHighshotLayout();
std::unique_ptr<DatasetLayout> makeVisaRawFewshotLayout();

}  // namespace segad
