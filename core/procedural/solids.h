// Things with a height: an outline becomes a lit, glossy body with a shadow on what it lies on.
#pragma once

#include <array>

#include <opencv2/core/mat.hpp>

#include "core/procedural/dice.h"
#include "core/procedural/outlines.h"

namespace segad::procedural {

/// The light of a scene; one for all things in it.
struct Light {
    float turns = 0;           ///< where it comes from
    float height = 1;          ///< 0 grazing, large: from above
    float ambient = 0.5F;      ///< share of light from everywhere
    float shadow = 0.5F;       ///< how dark a cast shadow is, 0…1
    float shadowReach = 4;     ///< in pixels
    float shadowSoftness = 3;  ///< in pixels
    /// What polished things mirror: brightness along one direction of the room, from one horizon to the
    /// other.
    std::array<float, 128> room{};
    Vec2 roomAxis{1, 0};
};

Light drawLight(Dice& dice, int side);

/// What a thing is made of and how its surface rises from the edge.
struct Body {
    Rgb colour{0.5F, 0.5F, 0.5F};
    const cv::Mat* texture = nullptr;  ///< as large as the canvas; used instead of the colour
    float gloss = 0.2F;                ///< strength of the highlight
    int polish = 3;                    ///< the highlight's exponent is 2^polish
    float mirror = 0;                  ///< 0 matte … 1 mirrors the room in its own colour
    float bevel = 4;                   ///< pixels over which the edge is rounded
    float steepness = 1;               ///< 0 flat like print
    float bump = 0;                    ///< height of an uneven surface
    float rim = 0;                     ///< < 0 dark edge line, > 0 bright one
    float opacity = 1;
};

Body drawBody(Dice& dice, float radius);

/// Paints shadow and body. The outline is in the canvas's pixels (`placed`); what lies outside is cut off.
/// `turns` is how the outline was turned, for the direction of its thread.
void paintSolid(cv::Mat& canvas, const Outline& outline, float turns, Vec2 centre, float scale,
                const Body& body, const Light& light, const cv::Mat& bumps);

/// Fills the outline into a mask (0…255) whose top left corner is at `origin` of the picture.
void fillOutline(cv::Mat& mask, const Outline& outline, cv::Point origin);

/// Bounding box of the outline, `margin` pixels wider, cut to the canvas; may be empty.
cv::Rect boxOf(const Outline& outline, int margin, cv::Size canvas);

}  // namespace segad::procedural
