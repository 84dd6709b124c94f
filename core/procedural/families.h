// Kinds of pictures: each gives a canvas (CV_32FC3, red first, 0…1 as displayed, values beyond are
// overexposed) that camera.h photographs.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/procedural/colours.h"
#include "core/procedural/dice.h"

namespace segad::procedural {

cv::Mat drawSurface(Dice& dice, int side);   ///< one texture
cv::Mat drawPlain(Dice& dice, int side);     ///< nearly nothing to see
cv::Mat drawLeaves(Dice& dice, int side);    ///< things of all sizes that cover each other
cv::Mat drawCollage(Dice& dice, int side);   ///< a few shapes with hard or soft edges
cv::Mat drawObjects(Dice& dice, int side);   ///< one to forty lit things on a ground
cv::Mat drawProducts(Dice& dice, int side);  ///< the same thing repeated in a grid, or one large one
cv::Mat drawHeap(Dice& dice, int side);      ///< many like things on top of each other
cv::Mat drawPrint(Dice& dice, int side);     ///< letters, codes, symbols on a surface
cv::Mat drawCircuit(Dice& dice, int side);   ///< traces, pads and components
cv::Mat drawRegions(Dice& dice, int side);   ///< two or three other kinds side by side

/// Letters, digits or invented glyphs somewhere on the canvas.
void addPrint(cv::Mat& canvas, Dice& dice, Tone tone);

/// Scratches, dots, chips, cracks, stains, smears, hairs.
void addBlemishes(cv::Mat& canvas, Dice& dice);

}  // namespace segad::procedural
