// From chances to a map that looks like parts of a product and not like noise.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

/// Averages each plane (CV_32FC1) over squares of 2 · `radius` + 1 pixels within which the picture's colour
/// hardly changes, so that borders, and lines that are thinner than the squares, stay where the picture has
/// them (guided filter with a colour guide; He et al., ECCV 2010). `rgb`: CV_8UC3 of the same size. Nothing
/// happens with radius 0.
void smoothAlong(const cv::Mat& rgb, std::vector<cv::Mat>& planes, int radius);

/// The label with the largest value at every pixel, the smallest of equal ones: CV_8UC1.
cv::Mat largestPlane(const std::vector<cv::Mat>& planes);

/// How near the second is to the first at every pixel, 0…1: one minus the difference of the two largest
/// values.
cv::Mat closeness(const std::vector<cv::Mat>& planes);

/// Connected areas (8 neighbours, else a thin line would be many) of fewer than `pixels` pixels get the label
/// of the nearest pixel outside of such areas.
void removeSpecks(cv::Mat& labels, int pixels);

}  // namespace segad
