// What happens to surfaces: scratches, dots, chips, cracks, stains, smears, hairs.
#include <opencv2/imgproc.hpp>

#include "core/procedural/families.h"
#include "core/procedural/fields.h"
#include "core/procedural/outlines.h"
#include "core/procedural/solids.h"
#include "core/procedural/strokes.h"

namespace segad::procedural {
namespace {

Vec2 anywhere(Dice& dice, const cv::Mat& canvas) {
    const float x = dice.uniform(0, static_cast<float>(canvas.cols));
    return {x, dice.uniform(0, static_cast<float>(canvas.rows))};
}

/// Lighter or darker than its surroundings by the same factor in all colours, of another hue, or towards a
/// colour of its own.
void mark(Dice& dice, cv::Mat& canvas, const cv::Mat& mask) {
    const float kind = dice.uniform(0, 1);
    if (kind < 0.45F) {
        const float strength = dice.logUniform(0.08F, 0.9F);
        if (dice.chance(0.6F)) {
            darken(canvas, mask, strength);
        } else {
            paint(canvas, mask, Rgb{1, 1, 1}, strength * 0.7F);
        }
    } else if (kind < 0.75F) {
        const Rgb hue = drawTint(dice, dice.logUniform(0.04F, 0.6F));
        tint(canvas, mask, hue * (1 + dice.uniform(-0.1F, 0.1F)));
    } else {
        const Rgb colour = drawColour(dice, drawTone(dice));
        paint(canvas, mask, colour, dice.logUniform(0.08F, 1));
    }
}

void scratch(Dice& dice, cv::Mat& canvas) {
    cv::Mat mask(canvas.size(), CV_8UC1, cv::Scalar(0));
    const int lines = dice.chance(0.6F) ? 1 : dice.between(2, 6);
    const float turns = dice.uniform(0, 1);
    for (int i = 0; i < lines; ++i) {
        const float reach = dice.logUniform(0.03F, 0.8F) * static_cast<float>(canvas.cols);
        const Vec2 start = anywhere(dice, canvas);
        const float own = dice.normal(turns, 0.03F);
        const std::vector<Vec2> path = wanderingPath(dice, start, own, 6, reach / 6, 0.01F);
        strokePath(mask, path, dice.logUniform(0.4F, 3));
    }
    mark(dice, canvas, mask);
}

void dots(Dice& dice, cv::Mat& canvas) {
    cv::Mat mask(canvas.size(), CV_8UC1, cv::Scalar(0));
    const int count = static_cast<int>(dice.logUniform(1, 40));
    const float largest = dice.logUniform(1, 8);
    for (int i = 0; i < count; ++i) {
        const Vec2 at = anywhere(dice, canvas);
        cv::circle(mask, fixedPoint(at), static_cast<int>(16 * largest * dice.uniform(0.3F, 1)),
                   cv::Scalar(255), cv::FILLED, cv::LINE_AA, kDrawShift);
    }
    mark(dice, canvas, mask);
}

/// A piece broken out: a dent with a bright and a dark edge.
void chip(Dice& dice, cv::Mat& canvas) {
    const float radius = dice.logUniform(2, 0.08F * static_cast<float>(canvas.cols));
    const Vec2 at = anywhere(dice, canvas);
    const float rough = dice.uniform(0.1F, 0.5F);
    const Outline outline = placed({.rings = {blobRing(dice, radius, rough, 20)}}, at, 0, 1);
    Body body = drawBody(dice, radius);
    body.steepness = -body.steepness;
    body.opacity = dice.uniform(0.4F, 1);
    const cv::Rect box = boxOf(outline, 0, canvas.size());
    if (box.empty()) return;
    // Of the same stuff, lighter or darker.
    const auto here = canvas.at<cv::Vec3f>(std::clamp(floorToInt(at.y), 0, canvas.rows - 1),
                                           std::clamp(floorToInt(at.x), 0, canvas.cols - 1));
    body.colour = Rgb{here[0], here[1], here[2]} * dice.uniform(0.4F, 1.5F);
    Light light = drawLight(dice, canvas.cols);
    light.shadow = 0;
    paintSolid(canvas, outline, 0, at, 1, body, light, {});
}

void crack(Dice& dice, cv::Mat& canvas) {
    cv::Mat mask(canvas.size(), CV_8UC1, cv::Scalar(0));
    const float step = dice.uniform(2, 7);
    const float width = dice.logUniform(0.6F, 2.5F);
    const Vec2 start = anywhere(dice, canvas);
    const float turns = dice.uniform(0, 1);
    const int steps = dice.between(5, 40);
    const float wander = dice.uniform(0.03F, 0.1F);
    const std::vector<Vec2> trunk = wanderingPath(dice, start, turns, steps, step, wander);
    strokePath(mask, trunk, width);
    const int branches = dice.between(0, 4);
    for (int i = 0; i < branches; ++i) {
        const Vec2 from = trunk[static_cast<std::size_t>(dice.below(static_cast<int>(trunk.size())))];
        const float aside = dice.uniform(0, 1);
        const int length = dice.between(3, 14);
        strokePath(mask, wanderingPath(dice, from, aside, length, step, 0.08F), width * 0.7F);
    }
    darken(canvas, mask, dice.uniform(0.25F, 0.95F));
}

/// A drop or patch with an irregular border, sometimes with a darker rim.
void stain(Dice& dice, cv::Mat& canvas) {
    const float radius = dice.logUniform(0.02F, 0.3F) * static_cast<float>(canvas.cols);
    const float rough = dice.uniform(0.05F, 0.45F);
    const Vec2 at = anywhere(dice, canvas);
    const Outline outline = placed({.rings = {blobRing(dice, radius, rough, 40)}}, at, 0, 1);
    const int soft = 2 * static_cast<int>(dice.logUniform(0.5F, radius)) + 1;
    const cv::Rect box = boxOf(outline, soft + 1, canvas.size());
    if (box.empty()) return;
    cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(0));
    fillOutline(mask, outline, box.tl());
    cv::blur(mask, mask, cv::Size(soft, soft));
    cv::Mat region = canvas(box);
    if (dice.chance(0.3F)) {
        cv::Mat rim;
        cv::morphologyEx(mask, rim, cv::MORPH_GRADIENT, cv::Mat());
        darken(region, rim, dice.uniform(0.1F, 0.5F));
    }
    if (dice.chance(0.35F)) {
        darken(region, mask, dice.uniform(-0.5F, 0.7F));
    } else {
        mark(dice, region, mask);
    }
}

void smear(Dice& dice, cv::Mat& canvas) {
    cv::Mat mask(canvas.size(), CV_8UC1, cv::Scalar(0));
    const float width = dice.logUniform(3, 0.15F * static_cast<float>(canvas.cols));
    const Vec2 start = anywhere(dice, canvas);
    const float turns = dice.uniform(0, 1);
    const std::vector<Vec2> path =
        wanderingPath(dice, start, turns, 8, 0.06F * static_cast<float>(canvas.cols), 0.04F);
    strokePath(mask, path, width);
    const int soft = 2 * static_cast<int>(width / 2) + 1;
    cv::blur(mask, mask, cv::Size(soft, soft));
    mark(dice, canvas, mask);
}

void hair(Dice& dice, cv::Mat& canvas) {
    cv::Mat mask(canvas.size(), CV_8UC1, cv::Scalar(0));
    const int hairs = dice.between(1, 4);
    for (int i = 0; i < hairs; ++i) {
        const Vec2 start = anywhere(dice, canvas);
        const float step = dice.uniform(2, 6);
        const float turns = dice.uniform(0, 1);
        const int steps = dice.between(6, 30);
        const std::vector<Vec2> path = wanderingPath(dice, start, turns, steps, step, 0.04F);
        strokePath(mask, path, dice.uniform(0.6F, 1.6F));
    }
    mark(dice, canvas, mask);
}

struct BlemishRow {
    float weight;
    void (*draw)(Dice& dice, cv::Mat& canvas);
};
constexpr std::array<BlemishRow, 7> kRows{
    {{5, scratch}, {5, dots}, {6, chip}, {4, crack}, {5, stain}, {2, smear}, {2, hair}}};

}  // namespace

void addBlemishes(cv::Mat& canvas, Dice& dice) {
    const int count = dice.chance(0.5F) ? 1 : dice.between(2, 5);
    for (int i = 0; i < count; ++i)
        dice.pick<BlemishRow>(kRows).draw(dice, canvas);
}

}  // namespace segad::procedural
