// From a canvas to a photograph: uneven light, blur, sharpening, exposure, noise, compression.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"

namespace segad::procedural {

/// Changes the canvas (CV_32FC3) on the way; gives CV_8UC3 of the same size.
cv::Mat photographed(cv::Mat& canvas, Dice& dice);

/// The side at which to draw and photograph a picture that is shown at `side`: mostly the same, sometimes
/// more (pictures are usually reduced before anybody looks at them), sometimes less.
int drawCaptureSide(Dice& dice, int side);

/// Shows a square photograph at side × side; a larger one sometimes at a slant.
cv::Mat shownAt(const cv::Mat& photograph, int side, Dice& dice);

}  // namespace segad::procedural
