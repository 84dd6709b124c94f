// Fields: one float per pixel (CV_32FC1, rows × columns), and what noise and arithmetic make of them.
#pragma once

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"

namespace segad::procedural {

/// Independent values per pixel, about normal with mean 0 and deviation 1, within ±3.46.
cv::Mat whiteNoise(Dice& dice, int rows, int cols);

/// How strong noise is at each scale.
struct Spectrum {
    float slope =
        1;  ///< amplitude per octave grows with period^slope; 0: the same in each, < 0: fine-grained
    float coarsest = 0;  ///< longest period in pixels; 0: the field's longer side
    float finest = 1;    ///< shortest period in pixels
};

/// Noise with mean 0 and deviation 1.
cv::Mat spectrumNoise(Dice& dice, int rows, int cols, const Spectrum& spectrum);

/// The same, `stretch` times longer along a direction given in turns. Square.
cv::Mat directedNoise(Dice& dice, int side, const Spectrum& spectrum, float stretch, float turns);

/// Shifts and scales to mean 0 and deviation 1; a constant field becomes 0.
void normalise(cv::Mat& field);

/// Shifts and scales to 0…1; a constant field becomes 0.5.
void stretchToUnit(cv::Mat& field);

/// Looks up field(x + dx, y + dy), reflected at the borders. Works on any number of channels.
cv::Mat displaced(const cv::Mat& picture, const cv::Mat& dx, const cv::Mat& dy);

/// Brightness of the surface whose height is `field`, lit from a direction (in turns) at a slant;
/// 0.5 where it is flat, within 0…1.
cv::Mat lit(const cv::Mat& height, float steepness, float turns);

/// value = f(value) for each element of a float picture.
template <class Function>
void transform(cv::Mat& field, Function f) {
    const int values = field.cols * field.channels();
    for (int y = 0; y < field.rows; ++y) {
        float* row = field.ptr<float>(y);
        for (int x = 0; x < values; ++x)
            row[x] = f(row[x]);
    }
}

/// a = f(a, b) for each element; same size and channels.
template <class Function>
void combine(cv::Mat& a, const cv::Mat& b, Function f) {
    const int values = a.cols * a.channels();
    for (int y = 0; y < a.rows; ++y) {
        float* into = a.ptr<float>(y);
        const float* from = b.ptr<float>(y);
        for (int x = 0; x < values; ++x)
            into[x] = f(into[x], from[x]);
    }
}

/// A new field with f(x, y) at each pixel.
template <class Function>
cv::Mat fieldOf(int rows, int cols, Function f) {
    cv::Mat field(rows, cols, CV_32FC1);
    for (int y = 0; y < rows; ++y) {
        float* row = field.ptr<float>(y);
        for (int x = 0; x < cols; ++x)
            row[x] = f(x, y);
    }
    return field;
}

}  // namespace segad::procedural
