// Soft-edged shapes drawn as 8-bit masks (0…255), and pictures painted through them.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"

namespace segad::procedural {

/// Fractional bits of the fixed-point coordinates that OpenCV draws with.
constexpr int kDrawShift = 4;

inline cv::Point fixedPoint(Vec2 at) {
    return {floorToInt(at.x * 16.0F + 0.5F), floorToInt(at.y * 16.0F + 0.5F)};
}

/// A curve through random turns: `steps` points, each `step` from the last; `wander` is how much the
/// direction changes per step, in turns.
std::vector<Vec2> wanderingPath(Dice& dice, Vec2 start, float turns, int steps, float step, float wander);

/// Draws connected lines; a width below 1 pixel draws fainter.
void strokePath(cv::Mat& mask, const std::vector<Vec2>& path, float width, int value = 255);

/// Where the mask is 255 the canvas (CV_32FC3) takes the colour; `strength` 0…1.
void paint(cv::Mat& canvas, const cv::Mat& mask, Rgb colour, float strength = 1);

/// The same with the pixels of a picture as large as the canvas.
void paint(cv::Mat& canvas, const cv::Mat& mask, const cv::Mat& picture);

/// Multiplies with 1 − strength·mask.
void darken(cv::Mat& canvas, const cv::Mat& mask, float strength);

/// Multiplies red, green and blue with a factor of their own where the mask is 255.
void tint(cv::Mat& canvas, const cv::Mat& mask, Rgb factors);

}  // namespace segad::procedural
