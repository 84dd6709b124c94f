#include "core/procedural/textures.h"

#include <array>
#include <cmath>

#include "core/procedural/fields.h"

namespace segad::procedural {
namespace {

/// Deviations around the middle of 0…1.
void noiseToUnit(cv::Mat& field, float deviation = 0.22F) {
    transform(field, [=](float v) { return 0.5F + deviation * v; });
}

/// Lit from anywhere, as steeply as a log-uniform draw says.
cv::Mat drawLit(Dice& dice, const cv::Mat& height, float flattest, float steepest) {
    const float steepness = dice.logUniform(flattest, steepest);
    return lit(height, steepness, dice.uniform(0, 1));
}

/// Along an axis of the picture, or anywhere in half a turn.
float drawTurns(Dice& dice, float upright) {
    if (dice.chance(upright)) return 0.25F * static_cast<float>(dice.below(2));
    return dice.uniform(0, 0.5F);
}

Spectrum drawSpectrum(Dice& dice, int side) {
    Spectrum spectrum;
    spectrum.slope = dice.uniform(-0.4F, 1.6F);
    spectrum.coarsest = dice.logUniform(4, 2.0F * static_cast<float>(side));
    spectrum.finest = dice.chance(0.5F) ? 1.0F : dice.logUniform(1, 12);
    spectrum.finest = std::min(spectrum.finest, spectrum.coarsest);
    return spectrum;
}

cv::Mat drawCloud(Dice& dice, int side) {
    const Spectrum spectrum = drawSpectrum(dice, side);
    cv::Mat field = spectrumNoise(dice, side, side, spectrum);
    noiseToUnit(field);
    return field;
}

cv::Mat drawDirected(Dice& dice, int side) {
    const Spectrum spectrum = drawSpectrum(dice, side);
    const float stretch = dice.logUniform(1.5F, 40);
    const float turns = dice.uniform(0, 0.5F);
    cv::Mat field = directedNoise(dice, side, spectrum, stretch, turns);
    noiseToUnit(field);
    return field;
}

/// Patches, contour lines or veins cut out of noise.
cv::Mat drawThresholded(Dice& dice, int side) {
    Spectrum spectrum = drawSpectrum(dice, side);
    spectrum.slope = dice.uniform(0.3F, 1.5F);
    const float stretch = dice.uniform(1.5F, 6);
    const float turns = dice.uniform(0, 0.5F);
    cv::Mat field = dice.chance(0.7F) ? spectrumNoise(dice, side, side, spectrum)
                                      : directedNoise(dice, side, spectrum, stretch, turns);
    const float level = dice.uniform(-1.2F, 1.2F);
    const float width = dice.logUniform(0.02F, 0.8F);
    switch (dice.below(4)) {
        case 0:
        case 1:
            transform(field, [=](float v) { return smoothstep(level - width, level + width, v); });
            break;
        case 2:  // veins and cracks
            transform(field, [=](float v) {
                const float away = v - level * 0.3F;
                return smoothstep(0.0F, width, away < 0 ? -away : away);
            });
            break;
        default: {  // steps
            const float steps = dice.uniform(0.8F, 3);
            transform(field, [=](float v) {
                const float scaled = v * steps;
                const float whole = static_cast<float>(floorToInt(scaled));
                return 0.5F +
                       (whole + smoothstep(0.5F - width, 0.5F + width, scaled - whole)) * 0.25F / steps;
            });
        }
    }
    return field;
}

/// What one period of a stripe looks like: 256 values of 0…1.
std::array<float, 256> drawProfile(Dice& dice) {
    std::array<float, 256> profile{};
    const int kind = dice.below(5);
    const float duty = dice.uniform(0.1F, 0.9F);
    const float soft = dice.logUniform(0.01F, 0.2F);
    std::array<float, 4> places{};
    std::array<float, 4> widths{};
    for (float& place : places)
        place = dice.uniform(0, 1);
    for (float& width : widths)
        width = dice.uniform(0.02F, 0.2F);
    for (std::size_t i = 0; i < profile.size(); ++i) {
        const float at = static_cast<float>(i) / 256.0F;
        float value = 0;
        if (kind == 0) value = 0.5F + 0.5F * sinTurns(at);
        if (kind == 1) value = smoothstep(0, soft, at) - smoothstep(duty, duty + soft, at);
        if (kind == 2) value = at < duty ? at / duty : (1 - at) / (1 - duty);
        if (kind == 3) value = at;
        if (kind == 4) {
            for (std::size_t k = 0; k < places.size(); ++k) {
                const float away = at - places[k];
                value = std::max(value, 1.0F - std::min(1.0F, (away < 0 ? -away : away) / widths[k]));
            }
        }
        profile[i] = value;
    }
    return profile;
}

float profileAt(const std::array<float, 256>& profile, float phase) {
    const float at = (phase - static_cast<float>(floorToInt(phase))) * 256.0F;
    return profile[static_cast<std::size_t>(at) & 255U];
}

/// Gratings: straight, wavy, with growing period, crossed, round or radial.
cv::Mat drawStripes(Dice& dice, int side) {
    const std::array<float, 256> profile = drawProfile(dice);
    const float size = static_cast<float>(side);
    const float frequency = 1.0F / dice.logUniform(3, size / 2);
    const Vec2 along = directionOf(drawTurns(dice, 0.4F));
    const float chirp = dice.chance(0.3F) ? dice.uniform(-0.6F, 0.6F) / size : 0.0F;
    const bool round = dice.chance(0.2F);
    const Vec2 centre{dice.uniform(-0.3F, 1.3F) * size, dice.uniform(-0.3F, 1.3F) * size};
    const bool wavy = dice.chance(0.6F);
    cv::Mat bend;
    if (wavy) {
        bend = spectrumNoise(dice, side, side,
                             {.slope = 1.5F, .coarsest = dice.logUniform(20, size), .finest = 6});
        const float strength = dice.logUniform(0.05F, 1.2F);
        transform(bend, [=](float v) { return strength * v; });
    }
    cv::Mat field = fieldOf(side, side, [&](int x, int y) {
        const Vec2 at{static_cast<float>(x), static_cast<float>(y)};
        const float distance = round ? length(at - centre) : dot(at, along);
        float phase = distance * frequency * (1 + chirp * distance);
        if (wavy) phase += bend.ptr<float>(y)[x];
        return profileAt(profile, phase);
    });
    if (dice.chance(0.25F)) {  // crossed with a second grating
        const std::array<float, 256> second = drawProfile(dice);
        const float other = frequency * dice.logUniform(0.5F, 2);
        const Vec2 across = perpendicular(along);
        const int how = dice.below(3);
        for (int y = 0; y < side; ++y) {
            float* row = field.ptr<float>(y);
            for (int x = 0; x < side; ++x) {
                const float b =
                    profileAt(second, dot({static_cast<float>(x), static_cast<float>(y)}, across) * other);
                row[x] = how == 0 ? row[x] * b : how == 1 ? std::max(row[x], b) : 0.5F * (row[x] + b);
            }
        }
    }
    return field;
}

/// Brushed or rolled metal: long fine streaks, along a line or around a centre.
cv::Mat drawBrushed(Dice& dice, int side) {
    const Spectrum spectrum{.slope = dice.uniform(-0.2F, 0.5F), .coarsest = dice.logUniform(4, 60)};
    const bool turned = dice.chance(0.3F);
    const float stretch = dice.logUniform(25, 300);
    cv::Mat field;
    if (turned) {
        // The streaks of a lathe: noise over (radius, angle).
        const int radii = side * 2;
        const int angles = 64;
        const cv::Mat polar = spectrumNoise(dice, angles, radii, spectrum);
        const float x0 = dice.uniform(0, 1) * static_cast<float>(side);
        const float y0 = dice.uniform(0, 1) * static_cast<float>(side);
        field = fieldOf(side, side, [&](int x, int y) {
            const Vec2 at{static_cast<float>(x) - x0, static_cast<float>(y) - y0};
            const float turn = (turnsOf(at) + 0.5F) * angles;
            const int low = std::min(static_cast<int>(turn), angles - 1);
            const int radius = std::min(static_cast<int>(std::floor(length(at) + 0.5F)), radii - 1);
            return mix(polar.ptr<float>(low)[radius], polar.ptr<float>((low + 1) % angles)[radius],
                       turn - static_cast<float>(low));
        });
    } else {
        const float turns = drawTurns(dice, 0.5F);
        field = directedNoise(dice, side, spectrum, stretch, turns);
    }
    noiseToUnit(field, dice.uniform(0.08F, 0.25F));
    return field;
}

/// Wood: year rings cut lengthwise, with fine pores along the grain.
cv::Mat drawWood(Dice& dice, int side) {
    const float size = static_cast<float>(side);
    const float turns = dice.uniform(0, 0.5F);
    const Vec2 along = directionOf(turns);
    const Vec2 across = perpendicular(along);
    const float period = dice.logUniform(5, size / 4);
    const float knot = dice.uniform(0.02F, 0.3F);
    const Vec2 heart{dice.uniform(-1, 2) * size, dice.uniform(-1, 2) * size};
    const float waviness = dice.uniform(0.2F, 1.5F);
    cv::Mat bend = directedNoise(dice, side, {.slope = 1.3F, .coarsest = size / 2, .finest = 8}, 4, turns);
    const float poreLength = dice.uniform(10, 40);
    const cv::Mat pores = directedNoise(dice, side, {.slope = 0, .coarsest = 4}, poreLength, turns);
    const float poreStrength = dice.uniform(0.03F, 0.15F);
    const float sharp = dice.uniform(0.5F, 0.95F);
    return fieldOf(side, side, [&](int x, int y) {
        const Vec2 at = Vec2{static_cast<float>(x), static_cast<float>(y)} - heart;
        const float u = dot(at, along) * knot;
        const float v = dot(at, across);
        const float phase = std::sqrt(u * u + v * v) / period + waviness * bend.ptr<float>(y)[x];
        const float ring = phase - static_cast<float>(floorToInt(phase));
        // Slowly darker, then suddenly light again.
        const float late = ring < sharp ? ring / sharp : (1 - ring) / (1 - sharp);
        return 0.85F - 0.6F * late * late - poreStrength * pores.ptr<float>(y)[x];
    });
}

/// Cloth, paper or foil in folds: ridged noise as a relief.
cv::Mat drawFolds(Dice& dice, int side) {
    const float size = static_cast<float>(side);
    const Spectrum spectrum{.slope = dice.uniform(1, 1.8F),
                            .coarsest = dice.logUniform(size / 10, size),
                            .finest = dice.uniform(2, 10)};
    const float stretch = dice.logUniform(1, 8);
    const float turns = dice.uniform(0, 0.5F);
    cv::Mat height = directedNoise(dice, side, spectrum, stretch, turns);
    if (dice.chance(0.6F)) {
        const float soft = dice.uniform(0.01F, 0.2F);
        transform(height, [=](float v) { return std::sqrt(v * v + soft); });
    }
    return drawLit(dice, height, 1.5F, 25);
}

/// Soft blobs on a calm ground, as bubbles, beads or spots out of focus.
cv::Mat drawRelief(Dice& dice, int side) {
    const Spectrum spectrum = drawSpectrum(dice, side);
    const cv::Mat height = spectrumNoise(
        dice, side, side,
        {.slope = dice.uniform(0.3F, 1.3F), .coarsest = spectrum.coarsest, .finest = spectrum.finest});
    return drawLit(dice, height, 0.4F, 4);
}

constexpr std::array<TextureRow, 15> kRows{{{"cloud", 12, drawCloud},
                                            {"directed", 6, drawDirected},
                                            {"thresholded", 9, drawThresholded},
                                            {"stripes", 10, drawStripes},
                                            {"brushed", 8, drawBrushed},
                                            {"wood", 5, drawWood},
                                            {"folds", 6, drawFolds},
                                            {"relief", 7, drawRelief},
                                            {"cells", 8, drawCells},
                                            {"grains", 8, drawGrains},
                                            {"weave", 9, drawWeave},
                                            {"tiles", 6, drawTiles},
                                            {"fibres", 5, drawFibres},
                                            {"scratched", 3, drawScratched},
                                            {"gradient", 3, drawGradient}}};

}  // namespace

std::span<const TextureRow> textureRows() {
    return kRows;
}

cv::Mat drawGradient(Dice& dice, int side) {
    const float size = static_cast<float>(side);
    const Vec2 along = directionOf(dice.uniform(0, 1));
    const bool round = dice.chance(0.4F);
    const Vec2 centre{dice.uniform(0, size), dice.uniform(0, size)};
    const float reach = dice.uniform(0.5F, 1.5F) * size;
    return fieldOf(side, side, [&](int x, int y) {
        const Vec2 at = Vec2{static_cast<float>(x), static_cast<float>(y)} - centre;
        return round ? clamp01(length(at) / reach) : clamp01(0.5F + dot(at, along) / reach);
    });
}

cv::Mat drawTextureField(Dice& dice, int side) {
    cv::Mat field = dice.pick<TextureRow>(kRows).draw(dice, side);
    if (dice.chance(0.1F)) {  // bent by a soft displacement
        const Spectrum soft{
            .slope = 1.5F, .coarsest = dice.logUniform(16, static_cast<float>(side)), .finest = 8};
        const float reach = dice.logUniform(1, 12);
        cv::Mat dx = spectrumNoise(dice, side, side, soft);
        cv::Mat dy = spectrumNoise(dice, side, side, soft);
        transform(dx, [=](float v) { return reach * v; });
        transform(dy, [=](float v) { return reach * v; });
        field = displaced(field, dx, dy);
    }
    if (dice.chance(0.08F)) field = drawLit(dice, field, 1, 12);
    if (dice.chance(0.35F)) {  // a second kind on top
        const cv::Mat other = dice.pick<TextureRow>(kRows).draw(dice, side);
        const float share = dice.uniform(0.1F, 0.6F);
        if (dice.chance(0.5F)) {
            combine(field, other, [=](float a, float b) { return a + share * (b - a); });
        } else {
            combine(field, other, [=](float a, float b) { return a * (1 - share + share * b); });
        }
    }
    return field;
}

cv::Mat drawTexture(Dice& dice, int side, Tone tone) {
    const cv::Mat field = drawTextureField(dice, side);
    return colourised(field, drawPalette(dice, tone));
}

cv::Mat drawGround(Dice& dice, int side, Tone tone) {
    const float kind = dice.uniform(0, 1);
    if (kind < 0.12F) {  // light box, often overexposed
        const float white = dice.uniform(0.85F, 1.1F);
        return plainPicture(side, {white, white * dice.uniform(0.95F, 1.02F), white});
    }
    if (kind < 0.24F) {  // in the dark
        const float black = dice.uniform(0, 0.12F);
        return plainPicture(side, {black, black, black * dice.uniform(0.9F, 1.2F)});
    }
    if (kind < 0.45F) return plainPicture(side, drawColour(dice, tone));
    Palette palette = drawPalette(dice, tone);
    if (kind < 0.6F) return colourised(drawGradient(dice, side), palette);
    if (kind < 0.85F) compress(palette, dice.logUniform(0.05F, 0.5F));
    return colourised(drawTextureField(dice, side), palette);
}

}  // namespace segad::procedural
