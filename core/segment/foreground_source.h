// Background and object, found without help: how far a pixel's colour is from that of the ground the part
// lies on, Otsu's threshold on the distance, closed, cleaned of specks and small holes.
//
// The ground of a picture is the median colour of its border. prepare() looks at many parts and settles the
// usual ground and contrast, so that a part that covers the border does not come out inverted, and an empty
// picture is not split in its noise.
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include "core/segment/catalog.h"

namespace segad {

SegmentSourceInfo foregroundSourceRow();

/// Colour distances are in CIE L*a*b*: 1 is just noticeable.
struct ForegroundOptions {
    int side = 256;                   ///< the map is side × side; the picture is reduced to it first
    int close = 7;                    ///< side of the closing element in pixels of the map, odd
    double minimumShare = 0.001;      ///< of the map's area: smaller specks are dropped
    bool fillHoles = false;           ///< fill holes of any size
    double largestHole = 0.01;        ///< of the map's area: smaller holes are filled
    double sensitivity = 1;           ///< the threshold is divided by it
    std::optional<cv::Vec3b> ground;  ///< usual ground, RGB; none: each picture's border decides
    double contrast = 0;  ///< usual threshold, kept within a factor of two; 0: Otsu's alone decides
};

/// What one picture says of ground and contrast.
struct ForegroundClue {
    cv::Vec3b ground;     ///< median colour of the border, RGB
    double contrast = 0;  ///< Otsu's threshold of the distance from it
};
ForegroundClue foregroundClue(const cv::Mat& rgb, int side);

/// CV_8UC3 RGB → CV_8UC1, 0 background, 1 object, options.side square. A picture of one colour is all
/// background.
cv::Mat foreground(const cv::Mat& rgb, const ForegroundOptions& options);

}  // namespace segad
