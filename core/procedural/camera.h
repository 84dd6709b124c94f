// From a canvas to a photograph: uneven light, blur, sharpening, exposure, noise, compression.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"

namespace segad::procedural {

/// Changes the canvas (CV_32FC3) on the way; gives CV_8UC3 of the same size.
cv::Mat photographed(cv::Mat& canvas, Dice& dice);

}  // namespace segad::procedural
