// Textures: surfaces that look the same all over. Each kind is a row with its weight; all give a field of
// 0…1.
#pragma once

#include <span>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "core/procedural/colours.h"
#include "core/procedural/dice.h"

namespace segad::procedural {

struct TextureRow {
    std::string_view name;
    float weight;
    cv::Mat (*draw)(Dice& dice, int side);
};

std::span<const TextureRow> textureRows();

/// A field of any kind, sometimes bent, lit like a relief, or two kinds at once; about 0…1.
cv::Mat drawTextureField(Dice& dice, int side);

/// The same in colours of the given tone (CV_32FC3).
cv::Mat drawTexture(Dice& dice, int side, Tone tone);

/// A calm surface, as things lie on: plain, a gradient, or a texture of low contrast.
cv::Mat drawGround(Dice& dice, int side, Tone tone);

/// A gradient 0…1, straight or round.
cv::Mat drawGradient(Dice& dice, int side);

// Rows of cells.cpp, tiles.cpp and strokes.cpp.
cv::Mat drawCells(Dice& dice, int side);
cv::Mat drawGrains(Dice& dice, int side);
cv::Mat drawWeave(Dice& dice, int side);
cv::Mat drawTiles(Dice& dice, int side);
cv::Mat drawFibres(Dice& dice, int side);
cv::Mat drawScratched(Dice& dice, int side);

}  // namespace segad::procedural
