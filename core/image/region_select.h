// Regions found in pixels instead of drawn: by colour, by what a detector sees, by an edge around a
// rectangle; and what tidies a painted mask. Each takes from some milliseconds to a second on a large
// picture: not for the thread that answers the mouse.
//
// All spans lie inside the image. Masks are CV_8UC1, not 0: painted.
#pragma once

#include <cstdint>

#include "core/image/anomaly_map.h"
#include "core/image/region_mask.h"

namespace segad {

/// Spans of what is not 0 in `stencil` (CV_8UC1), which lies at `at` in the image.
Spans spansOf(const cv::Mat& stencil, cv::Point at);

/// Pixels of `rgb` (CV_8UC3) that hang together with the seed and differ from its colour by at most
/// `tolerance` (0 … 255) in every channel. Nothing when the seed is outside.
Spans similarSpans(const cv::Mat& rgb, cv::Point seed, int tolerance);

/// What a detector sees at the seed: pixels of the map (as it is drawn, at the image's size) that hang
/// together with it and are at least as high as `share` (0 … 1) of the way from `low` to the value at the
/// seed. Nothing when the seed is outside or not above `low`.
Spans heatSpans(const AnomalyMap& map, cv::Size image, cv::Point seed, double low, double share);

/// What stands out from its surroundings inside `around`, by GrabCut on a crop that is reduced to at most
/// 100,000 pixels. Areas of `painted` (the mask of the whole image) that lie wholly inside the rectangle, a
/// rough stroke for example, are taken as certain; those that reach out of it are something else. Nothing
/// when no edge is found or `around` does not meet the image. The same answer every time.
Spans grabCutSpans(const cv::Mat& rgb, const cv::Rect& around, const cv::Mat& painted);

/// Holes: what is not painted and can't be reached from outside (4 neighbours).
Spans holeSpans(const cv::Mat& mask);
/// Regions (8 neighbours) of fewer than `pixels` pixels.
Spans speckSpans(const cv::Mat& mask, std::int64_t pixels);
/// What to add so that regions grow by `radius` pixels on all sides.
Spans growSpans(const cv::Mat& mask, double radius);
/// What to take away so that they shrink by `radius` pixels; the border of the image is not an edge.
Spans shrinkSpans(const cv::Mat& mask, double radius);

/// How many regions (8 neighbours) there are.
int countRegions(const cv::Mat& mask);

}  // namespace segad
