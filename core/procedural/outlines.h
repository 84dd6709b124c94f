// Outlines of things: closed rings of points around the origin, filled by the even-odd rule.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/procedural/dice.h"

namespace segad::procedural {

struct Outline {
    std::vector<std::vector<Vec2>> rings;
    float threadPitch = 0;  ///< a screw thread runs along the y axis between threadFrom and threadTo; 0: none
    float threadFrom = 0;
    float threadTo = 0;
};

struct OutlineRow {
    std::string_view name;
    float weight;
    Outline (*draw)(Dice& dice, float radius);  ///< fits into about ±radius
};

std::span<const OutlineRow> outlineRows();

/// Any kind of outline.
Outline drawOutline(Dice& dice, float radius);

/// Turned, scaled and moved to where it lies in the picture.
Outline placed(const Outline& outline, Vec2 centre, float turns, float scale);

/// A smooth closed ring whose radius varies like noise; `rough` 0 gives a circle.
std::vector<Vec2> blobRing(Dice& dice, float radius, float rough, int points);

}  // namespace segad::procedural
