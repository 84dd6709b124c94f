// Scenes of things: scattered, lined up, or one that fills the picture.
#include <array>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/procedural/families.h"
#include "core/procedural/fields.h"
#include "core/procedural/outlines.h"
#include "core/procedural/solids.h"
#include "core/procedural/textures.h"

namespace segad::procedural {
namespace {

/// What a scene's things share.
struct Stage {
    cv::Mat canvas;
    Tone tone = Tone::Grey;
    Light light;
    float damaged = 0;  ///< share of things that carry a defect
    std::array<cv::Mat, 2> textures;
    cv::Mat bumps;
};

Stage drawStage(Dice& dice, int side) {
    Stage stage;
    stage.tone = drawTone(dice);
    stage.canvas = drawGround(dice, side, dice.chance(0.5F) ? stage.tone : drawTone(dice));
    if (dice.chance(0.2F)) {  // out of focus behind the things
        const int width = 2 * static_cast<int>(dice.logUniform(1, 10)) + 1;
        cv::blur(stage.canvas, stage.canvas, cv::Size(width, width));
    }
    stage.light = drawLight(dice, side);
    stage.damaged = dice.chance(0.6F) ? 0.0F : dice.uniform(0.02F, 0.3F);
    if (dice.chance(0.5F)) stage.textures[0] = drawTexture(dice, side, stage.tone);
    if (dice.chance(0.2F)) stage.textures[1] = drawTexture(dice, side, stage.tone);
    if (dice.chance(0.5F)) {
        stage.bumps = spectrumNoise(dice, side, side,
                                    {.slope = dice.uniform(-0.2F, 1), .coarsest = dice.logUniform(4, 64)});
    }
    return stage;
}

Body drawBodyFor(Dice& dice, const Stage& stage, float radius) {
    Body body = drawBody(dice, radius);
    body.colour = drawColour(dice, stage.tone);
    const cv::Mat& texture = stage.textures[dice.chance(0.7F) ? 0 : 1];
    if (!texture.empty() && dice.chance(0.75F)) body.texture = &texture;
    return body;
}

/// A smaller thing on top of another one: knob, hole, label, chip.
void addDetails(Dice& dice, Stage& stage, Vec2 centre, float radius, float turns) {
    const int details = dice.below(5);
    for (int i = 0; i < details; ++i) {
        const float size = radius * dice.logUniform(0.05F, 0.45F);
        if (size < 1) continue;
        const float distance = radius * dice.uniform(0, 0.55F);
        const Vec2 at = centre + directionOf(dice.uniform(0, 1)) * distance;
        const float turned = turns + (dice.chance(0.6F) ? 0.0F : dice.uniform(0, 1));
        const Outline shape = placed(drawOutline(dice, size), at, turned, 1);
        Body body = drawBodyFor(dice, stage, size);
        if (dice.chance(0.3F)) body.steepness = -body.steepness;  // a dent
        Light light = stage.light;
        light.shadow *= dice.chance(0.5F) ? 0.0F : 0.7F;
        light.shadowReach *= 0.4F;
        light.shadowSoftness *= 0.5F;
        paintSolid(stage.canvas, shape, turned, at, 1, body, light, stage.bumps);
    }
}

void place(Dice& dice, Stage& stage, const Outline& outline, const Body& body, Vec2 centre, float radius,
           float turns, float scale, float detailed) {
    const Outline shape = placed(outline, centre, turns, scale);
    paintSolid(stage.canvas, shape, turns, centre, scale, body, stage.light, stage.bumps);
    if (dice.chance(detailed)) addDetails(dice, stage, centre, radius * scale, turns);
    if (dice.chance(stage.damaged)) {
        const cv::Rect box = boxOf(shape, 0, stage.canvas.size());
        if (box.width < 12 || box.height < 12) return;
        cv::Mat region = stage.canvas(box);
        addBlemishes(region, dice);
    }
}

/// The same outline inside itself, as lids, bottles, cables and washers have it.
void addNested(Dice& dice, Stage& stage, const Outline& outline, Vec2 centre, float radius, float turns) {
    const int rings = dice.between(1, 5);
    float scale = 1;
    for (int i = 0; i < rings; ++i) {
        scale *= dice.uniform(0.45F, 0.94F);
        Body body = drawBodyFor(dice, stage, radius * scale);
        if (dice.chance(0.5F)) body.steepness = -body.steepness;
        Light light = stage.light;
        light.shadow *= dice.chance(0.5F) ? 0.0F : 0.6F;
        light.shadowReach *= 0.3F;
        light.shadowSoftness *= 0.4F;
        const float turned = turns + (dice.chance(0.7F) ? 0.0F : dice.uniform(0, 1));
        paintSolid(stage.canvas, placed(outline, centre, turned, scale), turned, centre, scale, body, light,
                   stage.bumps);
    }
}

/// Rows and columns of one thing, each a little out of place.
void placeGrid(Dice& dice, Stage& stage, float size) {
    const int across = dice.between(2, 7);
    const float pitch = size / static_cast<float>(across) * dice.uniform(0.85F, 1.15F);
    const float radius = pitch * dice.uniform(0.28F, 0.55F);
    const Outline outline = drawOutline(dice, radius);
    const Body body = drawBodyFor(dice, stage, radius);
    const float jitter = dice.chance(0.3F) ? 0.0F : dice.uniform(0, 0.12F) * pitch;
    const float tilt = dice.chance(0.5F) ? 0.0F : dice.logUniform(0.003F, 0.5F);
    const float turned = dice.chance(0.5F) ? 0.25F * static_cast<float>(dice.below(4)) : dice.uniform(0, 1);
    const float missing = dice.chance(0.7F) ? 0.0F : dice.uniform(0, 0.3F);
    const float detailed = dice.chance(0.6F) ? 0.0F : 0.5F;
    const bool varied = dice.chance(0.3F);
    for (int row = 0; row < across; ++row) {
        for (int column = 0; column < across; ++column) {
            const Vec2 cell{(static_cast<float>(column) + 0.5F) * pitch,
                            (static_cast<float>(row) + 0.5F) * pitch};
            const Vec2 centre = cell + dice.jitter(jitter);
            const float turns = turned + dice.normal(0, tilt);
            if (dice.chance(missing)) continue;
            Body own = body;
            if (varied) own.colour = body.colour * dice.uniform(0.75F, 1.25F);
            place(dice, stage, outline, own, centre, radius, turns, 1, detailed);
        }
    }
}

void placeScattered(Dice& dice, Stage& stage, float size) {
    const int count = static_cast<int>(dice.logUniform(2, 40));
    const float typical = 0.6F * size / std::sqrt(static_cast<float>(count)) * dice.uniform(0.5F, 1.1F);
    const bool alike = dice.chance(0.6F);
    const Outline common = drawOutline(dice, typical);
    const Body commonBody = drawBodyFor(dice, stage, typical);
    for (int i = 0; i < count; ++i) {
        const float x = dice.uniform(0, size);
        const Vec2 centre{x, dice.uniform(0, size)};
        const float turns = dice.uniform(0, 1);
        if (alike) {
            place(dice, stage, common, commonBody, centre, typical, turns, dice.uniform(0.85F, 1.1F), 0.15F);
        } else {
            const float radius = typical * dice.logUniform(0.4F, 1.3F);
            const Outline outline = drawOutline(dice, radius);
            const Body body = drawBodyFor(dice, stage, radius);
            place(dice, stage, outline, body, centre, radius, turns, 1, 0.25F);
        }
    }
}

}  // namespace

cv::Mat drawObjects(Dice& dice, int side) {
    Stage stage = drawStage(dice, side);
    placeScattered(dice, stage, static_cast<float>(side));
    if (dice.chance(0.1F)) addPrint(stage.canvas, dice, stage.tone);
    return stage.canvas;
}

cv::Mat drawHeap(Dice& dice, int side) {
    Stage stage = drawStage(dice, side);
    const float size = static_cast<float>(side);
    const float radius = size * dice.logUniform(0.03F, 0.14F);
    const float cover = dice.uniform(0.5F, 2);
    const int count = std::min(300, static_cast<int>(cover * size * size / (3 * radius * radius)) + 1);
    const int kinds = dice.chance(0.7F) ? 1 : 3;
    std::vector<Outline> outlines;
    std::vector<Body> bodies;
    for (int i = 0; i < kinds; ++i) {
        outlines.push_back(drawOutline(dice, radius));
        bodies.push_back(drawBodyFor(dice, stage, radius));
    }
    const float aligned = dice.chance(0.7F) ? 1.0F : 0.05F;
    stage.damaged *= 0.2F;
    for (int i = 0; i < count; ++i) {
        const auto kind = static_cast<std::size_t>(dice.below(kinds));
        const float x = dice.uniform(0, size);
        const Vec2 centre{x, dice.uniform(0, size)};
        Body body = bodies[kind];
        body.colour = body.colour * dice.uniform(0.8F, 1.2F);
        const float turns = aligned * dice.uniform(0, 1);
        place(dice, stage, outlines[kind], body, centre, radius, turns, dice.uniform(0.8F, 1.15F), 0);
    }
    return stage.canvas;
}

cv::Mat drawProducts(Dice& dice, int side) {
    Stage stage = drawStage(dice, side);
    const float size = static_cast<float>(side);
    if (dice.chance(0.45F)) {
        placeGrid(dice, stage, size);
        return stage.canvas;
    }
    // One thing, seen whole or from near, with things on it.
    const bool near = dice.chance(0.25F);
    const float radius = size * (near ? dice.uniform(0.8F, 2) : dice.uniform(0.2F, 0.75F));
    Vec2 centre{size * dice.uniform(0.3F, 0.7F), size * dice.uniform(0.3F, 0.7F)};
    if (near) centre = centre + directionOf(dice.uniform(0, 1)) * (radius * 0.8F);
    const Outline outline = drawOutline(dice, radius);
    const Body body = drawBodyFor(dice, stage, radius);
    const float turns = dice.chance(0.4F) ? 0.25F * static_cast<float>(dice.below(4)) : dice.uniform(0, 1);
    place(dice, stage, outline, body, centre, radius, turns, 1, 0.6F);
    if (dice.chance(0.35F)) addNested(dice, stage, outline, centre, radius, turns);
    if (dice.chance(0.3F)) addDetails(dice, stage, centre, radius, turns);
    if (dice.chance(0.2F)) addPrint(stage.canvas, dice, stage.tone);
    return stage.canvas;
}

}  // namespace segad::procedural
