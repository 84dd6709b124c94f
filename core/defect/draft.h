// One attempt at a defect, and the small things all kinds share. Private to the room.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/base/json.h"
#include "core/defect/scene.h"

namespace segad {

/// A picture with a defect. Outside of `region` (CV_8UC1, 255 inside) the pixels are those of the part,
/// whatever the kind has drawn there. An empty region says that nothing came of this attempt.
struct DefectDraft {
    cv::Mat rgb;
    cv::Mat region;
    int segment = -1;  ///< it was placed on; -1 when it was placed without looking at segments
};

/// Uniform between the parameters `name`_min and `name`_max, whichever is the smaller.
double drawBetween(const Json& params, const std::string& name, SplitMix64& random);
/// The same for a size in per cent of the shorter side, in pixels, at least `least`.
double drawSize(const DefectScene& scene, const Json& params, const std::string& name, SplitMix64& random,
                double least = 1);

/// A colour for something that does not belong there: with equal chance the mean colour of a segment ± 25 per
/// channel, or a grey (generated_defects.md § 1).
cv::Vec3d drawForeignColour(const DefectScene& scene, SplitMix64& random);

/// How much of each pixel (0…1, CV_32FC1) a rotated rectangle covers, within `area`.
cv::Mat rectangleCoverage(cv::Point2d centre, double width, double height, double degrees,
                          const cv::Rect& area);
/// The pixels it can touch, cut to the picture; may be empty.
cv::Rect rectangleArea(cv::Point2d centre, double width, double height, double degrees, cv::Size picture);

/// rgb(area) = rgb · (1 − alpha) + paint · alpha. `paint` is CV_8UC3 and `alpha` CV_32FC1, both as large as
/// `area`.
void blendInto(cv::Mat& rgb, const cv::Rect& area, const cv::Mat& paint, const cv::Mat& alpha);

/// `mask` (CV_8UC1, 0 or 255) as an alpha whose edge is softened inside of the mask.
cv::Mat softened(const cv::Mat& mask, double sigma);

}  // namespace segad
