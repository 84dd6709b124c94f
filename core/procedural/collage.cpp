// Flat compositions: surfaces, dead leaves, collages and mixtures of regions.
#include <opencv2/imgproc.hpp>

#include "core/procedural/families.h"
#include "core/procedural/fields.h"
#include "core/procedural/outlines.h"
#include "core/procedural/solids.h"
#include "core/procedural/strokes.h"
#include "core/procedural/textures.h"

namespace segad::procedural {

namespace {

/// A picture of nothing but one surface is exposed for it: neither white nor black, and seldom of hardly any
/// contrast.
void exposeSurface(Dice& dice, cv::Mat& canvas) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(canvas, mean, deviation);
    const float brightness = static_cast<float>((mean[0] + mean[1] + mean[2]) / 3);
    const float contrast = static_cast<float>((deviation[0] + deviation[1] + deviation[2]) / 3);
    const float level = std::clamp(brightness, 0.12F, 0.8F) - brightness;
    const float wanted = dice.logUniform(0.02F, 0.2F);
    const float gain = dice.chance(0.7F) ? std::clamp(wanted / std::max(contrast, 0.002F), 0.6F, 8.0F) : 1.0F;
    const Rgb middle{static_cast<float>(mean[0]), static_cast<float>(mean[1]), static_cast<float>(mean[2])};
    for (int y = 0; y < canvas.rows; ++y) {
        auto* row = canvas.ptr<Rgb>(y);
        for (int x = 0; x < canvas.cols; ++x)
            row[x] = mix(middle, row[x], gain) + Rgb{level, level, level};
    }
}

}  // namespace

cv::Mat drawSurface(Dice& dice, int side) {
    const Tone tone = drawTone(dice);
    cv::Mat canvas = drawTexture(dice, side, tone);
    if (dice.chance(0.25F)) {
        // Colour varies more slowly than brightness does.
        Palette palette = drawPalette(dice, tone);
        compress(palette, 0.5F);
        const cv::Mat tint =
            colourised(spectrumNoise(dice, side, side, {.slope = 1.5F, .finest = 8}) * 0.25F + 0.5F, palette);
        combine(canvas, tint, [](float a, float b) { return a + 0.35F * (b - 0.5F); });
    }
    exposeSurface(dice, canvas);
    return canvas;
}

cv::Mat drawPlain(Dice& dice, int side) {
    const Tone tone = drawTone(dice);
    if (dice.chance(0.5F)) return drawGround(dice, side, tone);
    Palette palette = drawPalette(dice, tone);
    compress(palette, dice.logUniform(0.02F, 0.3F));
    return colourised(dice.chance(0.5F) ? drawGradient(dice, side) : drawTextureField(dice, side), palette);
}

cv::Mat drawLeaves(Dice& dice, int side) {
    const Tone tone = drawTone(dice);
    cv::Mat canvas = drawGround(dice, side, tone);
    const float size = static_cast<float>(side);
    const float smallest = dice.logUniform(2, 10);
    const float largest = size * dice.uniform(0.12F, 0.4F);
    const int count = static_cast<int>(dice.logUniform(20, 350));
    const bool mixed = dice.chance(0.5F);
    const float textured = dice.uniform(0, 0.5F);
    const cv::Mat texture = textured > 0.1F ? drawTexture(dice, side, tone) : cv::Mat();
    const float edge = dice.chance(0.3F) ? dice.uniform(-0.5F, 0.3F) : 0.0F;
    const OutlineRow& row = dice.pick(outlineRows());
    for (int i = 0; i < count; ++i) {
        // Radii by r⁻³, as things seen from all distances have.
        const float u = dice.uniform(0, 1);
        const float ratio = smallest / largest;
        const float radius = smallest / std::sqrt(1 - u * (1 - ratio * ratio));
        const Outline shape = mixed ? drawOutline(dice, radius) : row.draw(dice, radius);
        const float x = dice.uniform(0, size);
        const Vec2 centre{x, dice.uniform(0, size)};
        const Outline leaf = placed(shape, centre, dice.uniform(0, 1), 1);
        const cv::Rect box = boxOf(leaf, 1, canvas.size());
        if (box.empty()) continue;
        cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(0));
        fillOutline(mask, leaf, box.tl());
        cv::Mat region = canvas(box);
        const Rgb colour = drawColour(dice, tone);
        if (!texture.empty() && dice.chance(textured)) {
            const int maxX = side - box.width;
            const int maxY = side - box.height;
            const int fromX = dice.between(0, maxX);
            paint(region, mask, texture(cv::Rect(cv::Point(fromX, dice.between(0, maxY)), box.size())));
            if (dice.chance(0.7F)) paint(region, mask, colour, 0.6F);
        } else {
            paint(region, mask, colour);
        }
        if (edge != 0) {  // a line around, as overlapping things have
            cv::Mat rim;
            cv::morphologyEx(mask, rim, cv::MORPH_GRADIENT, cv::Mat());
            darken(region, rim, edge);
        }
    }
    return canvas;
}

cv::Mat drawCollage(Dice& dice, int side) {
    const Tone tone = drawTone(dice);
    cv::Mat canvas = drawGround(dice, side, tone);
    const float size = static_cast<float>(side);
    const int shapes = dice.between(1, 5);
    for (int i = 0; i < shapes; ++i) {
        const float radius = dice.logUniform(0.05F, 0.7F) * size;
        const float x = dice.uniform(0, size);
        const Vec2 centre{x, dice.uniform(0, size)};
        const Outline drawn = drawOutline(dice, radius);
        const Outline shape = placed(drawn, centre, dice.uniform(0, 1), 1);
        cv::Mat mask(side, side, CV_8UC1, cv::Scalar(0));
        fillOutline(mask, shape, {0, 0});
        if (dice.chance(0.35F)) {
            const int width = 2 * static_cast<int>(dice.logUniform(1, size / 10)) + 1;
            cv::blur(mask, mask, cv::Size(width, width));
            cv::blur(mask, mask, cv::Size(width, width));
        }
        const float kind = dice.uniform(0, 1);
        if (kind < 0.45F) {
            const Rgb colour = drawColour(dice, tone);
            paint(canvas, mask, colour, dice.chance(0.5F) ? 1.0F : dice.logUniform(0.05F, 1));
        } else if (kind < 0.6F) {
            darken(canvas, mask, dice.uniform(-0.4F, 0.7F));
        } else {
            paint(canvas, mask,
                  dice.chance(0.5F) ? drawTexture(dice, side, tone) : drawGround(dice, side, tone));
        }
    }
    return canvas;
}

namespace {

/// 0 in one region, 255 in the other.
cv::Mat drawDivision(Dice& dice, int side) {
    const float size = static_cast<float>(side);
    cv::Mat field;
    float soft = dice.chance(0.7F) ? 0.7F : dice.logUniform(1, size / 8);
    const int kind = dice.below(4);
    if (kind == 0) {  // a straight border
        const Vec2 along =
            directionOf(dice.chance(0.5F) ? 0.25F * static_cast<float>(dice.below(4)) : dice.uniform(0, 1));
        const Vec2 through{dice.uniform(0.2F, 0.8F) * size, dice.uniform(0.2F, 0.8F) * size};
        field = fieldOf(side, side, [&](int x, int y) {
            return dot(Vec2{static_cast<float>(x), static_cast<float>(y)} - through, along);
        });
    } else if (kind == 1) {  // a disc, or a hole
        const Vec2 centre{dice.uniform(0, 1) * size, dice.uniform(0, 1) * size};
        const float radius = dice.uniform(0.15F, 0.7F) * size;
        field = fieldOf(side, side, [&](int x, int y) {
            return length(Vec2{static_cast<float>(x), static_cast<float>(y)} - centre) - radius;
        });
    } else if (kind == 2) {  // a band
        const Vec2 along = directionOf(dice.uniform(0, 1));
        const float middle = dot({size / 2, size / 2}, along) + dice.uniform(-0.3F, 0.3F) * size;
        const float half = dice.uniform(0.05F, 0.3F) * size;
        field = fieldOf(side, side, [&](int x, int y) {
            const float away = dot({static_cast<float>(x), static_cast<float>(y)}, along) - middle;
            return (away < 0 ? -away : away) - half;
        });
    } else {  // an irregular one
        field = spectrumNoise(dice, side, side, {.slope = 1.4F, .finest = 2}) * (size / 6);
    }
    transform(field, [=](float v) { return 255.0F * smoothstep(-soft, soft, v); });
    cv::Mat mask;
    field.convertTo(mask, CV_8UC1);
    return mask;
}

}  // namespace

cv::Mat drawRegions(Dice& dice, int side) {
    const auto part = [&]() -> cv::Mat {
        switch (dice.below(6)) {
            case 0:
                return drawObjects(dice, side);
            case 1:
                return drawPrint(dice, side);
            case 2:
                return drawLeaves(dice, side);
            case 3:
                return drawPlain(dice, side);
            case 4:
                return drawCollage(dice, side);
            default:
                return drawSurface(dice, side);
        }
    };
    cv::Mat canvas = part();
    const int more = dice.chance(0.75F) ? 1 : 2;
    for (int i = 0; i < more; ++i) {
        const cv::Mat mask = drawDivision(dice, side);
        if (dice.chance(0.3F)) {  // the upper part throws a shadow
            cv::Mat shadow;
            const int width = 2 * dice.between(1, 8) + 1;
            cv::blur(mask, shadow, cv::Size(width, width));
            darken(canvas, shadow, dice.uniform(0.2F, 0.7F));
        }
        paint(canvas, mask, part());
    }
    return canvas;
}

}  // namespace segad::procedural
