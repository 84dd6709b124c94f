// Background and object, found without help: Otsu's threshold on the colour distance from the median
// border colour, closed, cleaned of specks, holes filled.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo foregroundSourceRow();

struct ForegroundOptions {
    int side = 256;               ///< the map is side × side; the picture is reduced to it first
    int close = 7;                ///< side of the closing element in pixels of the map, odd
    double minimumShare = 0.001;  ///< of the map's area: smaller specks are dropped, smaller holes filled
    bool fillHoles = false;       ///< fill holes of any size
};

/// CV_8UC3 RGB → CV_8UC1, 0 background, 1 object, options.side square. A picture of one colour is all
/// background.
cv::Mat foreground(const cv::Mat& rgb, const ForegroundOptions& options);

}  // namespace segad
