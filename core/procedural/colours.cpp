#include "core/procedural/colours.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace segad::procedural {
namespace {

/// Hue in turns, saturation and value 0…1.
Rgb fromHsv(float hue, float saturation, float value) {
    const float sector = (hue - static_cast<float>(floorToInt(hue))) * 6;
    const auto channel = [&](float shift) {
        float k = sector + shift;
        if (k >= 6) k -= 6;
        return value - value * saturation * clamp01(std::min(k, 4 - k));
    };
    return {channel(5), channel(3), channel(1)};
}

struct ToneRow {
    Tone tone;
    float weight;
};
constexpr std::array<ToneRow, 7> kTones{{{Tone::Grey, 0.20F},
                                         {Tone::Earth, 0.17F},
                                         {Tone::Metal, 0.12F},
                                         {Tone::Saturated, 0.17F},
                                         {Tone::Pastel, 0.11F},
                                         {Tone::Board, 0.08F},
                                         {Tone::Food, 0.15F}}};

Rgb shade(Rgb colour, float factor) {
    return colour * factor;
}

}  // namespace

Tone drawTone(Dice& dice) {
    return dice.pick<ToneRow>(kTones).tone;
}

Rgb drawColour(Dice& dice, Tone tone) {
    const float value = dice.uniform(0, 1);
    const float hue = dice.uniform(0, 1);
    const float saturation = dice.uniform(0, 1);
    switch (tone) {
        case Tone::Grey:
            return fromHsv(hue, 0.06F * saturation * saturation, 0.03F + 0.95F * value);
        case Tone::Earth:
            return fromHsv(0.03F + 0.13F * hue, 0.15F + 0.5F * saturation, 0.12F + 0.75F * value);
        case Tone::Metal:
            // Steel is a little blue, brass and copper are warm.
            return hue < 0.65F
                       ? fromHsv(0.55F + 0.12F * hue, 0.12F * saturation, 0.15F + 0.8F * value)
                       : fromHsv(0.05F + 0.1F * saturation, 0.25F + 0.3F * saturation, 0.25F + 0.7F * value);
        case Tone::Saturated:
            return fromHsv(hue, 0.5F + 0.5F * saturation, 0.2F + 0.8F * value);
        case Tone::Pastel:
            return fromHsv(hue, 0.1F + 0.3F * saturation, 0.6F + 0.4F * value);
        case Tone::Board: {
            const float base = hue < 0.6F ? 0.36F : hue < 0.75F ? 0.6F : hue < 0.85F ? 0.0F : 0.12F;
            return fromHsv(base + 0.06F * saturation, 0.4F + 0.5F * saturation, 0.08F + 0.6F * value);
        }
        case Tone::Food:
            return fromHsv(hue < 0.8F ? 0.01F + 0.16F * hue : 0.15F + 0.2F * saturation,
                           0.25F + 0.65F * saturation, 0.25F + 0.7F * value);
    }
    return {value, value, value};
}

Rgb drawTint(Dice& dice, float strength) {
    const Vec2 way = directionOf(dice.uniform(0, 1)) * strength;
    return {1 + way.x, 1 - luminance({way.x, 0, way.y}) / luminance({0, 1, 0}), 1 + way.y};
}

void compress(Palette& palette, float contrast) {
    Rgb mean;
    for (int i = 0; i < palette.count; ++i)
        mean = mean + palette.stops[static_cast<std::size_t>(i)];
    mean = mean * (1.0F / static_cast<float>(palette.count));
    for (Rgb& stop : palette.stops)
        stop = mix(mean, stop, contrast);
}

Palette drawPalette(Dice& dice, Tone tone) {
    Palette palette;
    palette.count = dice.between(2, 5);
    palette.smooth = dice.chance(0.88F);
    const bool oneMaterial = dice.chance(0.65F);
    const Rgb base = drawColour(dice, tone);
    const Rgb other = drawColour(dice, tone);
    const float range = dice.uniform(0.2F, 1.1F);
    const float tint = dice.chance(0.6F) ? 0.0F : dice.logUniform(0.03F, 0.5F);
    for (Rgb& stop : palette.stops) {
        if (oneMaterial) {
            // Light and shadow of one material, with a little of another colour mixed in.
            const float brightness = 1.0F + range * dice.uniform(-0.8F, 0.8F);
            const Rgb hue = drawTint(dice, tint);
            stop = shade(mix(base, other, dice.uniform(0, 0.2F)), brightness) * hue;
        } else {
            stop = drawColour(dice, tone);
        }
    }
    if (dice.chance(0.6F)) {
        std::sort(palette.stops.begin(), palette.stops.end(),
                  [](Rgb a, Rgb b) { return luminance(a) < luminance(b); });
    }
    compress(palette, dice.chance(0.4F) ? 1.0F : dice.logUniform(0.15F, 1.0F));
    return palette;
}

cv::Mat colourised(const cv::Mat& field, const Palette& palette) {
    constexpr int kEntries = 512;
    std::array<Rgb, kEntries> table;
    for (int i = 0; i < kEntries; ++i) {
        const float at = static_cast<float>(i) / (kEntries - 1);
        const float place = at * static_cast<float>(palette.smooth ? palette.count - 1 : palette.count);
        const int low = std::min(static_cast<int>(place), palette.count - 1);
        const int high = palette.smooth ? std::min(low + 1, palette.count - 1) : low;
        table[static_cast<std::size_t>(i)] =
            mix(palette.stops[static_cast<std::size_t>(low)], palette.stops[static_cast<std::size_t>(high)],
                place - static_cast<float>(low));
    }
    cv::Mat picture(field.size(), CV_32FC3);
    for (int y = 0; y < field.rows; ++y) {
        const float* from = field.ptr<float>(y);
        auto* into = picture.ptr<Rgb>(y);
        for (int x = 0; x < field.cols; ++x)
            into[x] = table[static_cast<std::size_t>(std::floor(clamp01(from[x]) * (kEntries - 1) + 0.5F))];
    }
    return picture;
}

cv::Mat plainPicture(int side, Rgb colour) {
    return cv::Mat(side, side, CV_32FC3, cv::Scalar(colour.r, colour.g, colour.b));
}

}  // namespace segad::procedural
