// Colours as materials have them, and pictures (CV_32FC3, red first, 0…1 as displayed) made of fields.
#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"

namespace segad::procedural {

/// What a picture's colours come from.
enum class Tone { Grey, Earth, Metal, Saturated, Pastel, Board, Food };

Tone drawTone(Dice& dice);

/// A colour of that kind, any brightness.
Rgb drawColour(Dice& dice, Tone tone);

/// Factors for red, green and blue that shift hue and saturation and leave the luminance of a grey as it is.
Rgb drawTint(Dice& dice, float strength);

/// Colours that values 0…1 stand for.
struct Palette {
    std::array<Rgb, 5> stops;
    int count = 2;
    bool smooth = true;  ///< interpolated; otherwise each stop has its band
};

/// Mostly shades of one material; sometimes several unlike colours. Contrast is often low.
Palette drawPalette(Dice& dice, Tone tone);

/// Moves all stops towards their mean; 1 leaves them.
void compress(Palette& palette, float contrast);

/// The palette's colour for each value of the field.
cv::Mat colourised(const cv::Mat& field, const Palette& palette);

/// side × side in one colour.
cv::Mat plainPicture(int side, Rgb colour);

inline float luminance(Rgb colour) {
    return 0.299F * colour.r + 0.587F * colour.g + 0.114F * colour.b;
}

}  // namespace segad::procedural
