// Pictures, maps and masks at half, quarter, … size, so that drawing them small reads no more pixels than the
// screen has.
#pragma once

#include <cstddef>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad::ui {

enum class Halving {
    Mean,    ///< of the four pixels: pictures and maps
    Largest  ///< of the four: masks, whose thinnest line must not vanish
};

/// `full` (8-bit or float, any channels; Largest: one) first, then halved, sides rounded up, until the
/// shorter side is at most 64 pixels.
std::vector<cv::Mat> halvings(const cv::Mat& full, Halving how);

/// The level to draw from when a pixel of levels[0] takes `scale` pixels of the screen: the coarsest that
/// still has at least one pixel for each of the screen's, or, with `oneForOne`, at most one.
std::size_t levelFor(const std::vector<cv::Mat>& levels, double scale, bool oneForOne = false);

}  // namespace segad::ui
