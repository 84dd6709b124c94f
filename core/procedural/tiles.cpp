// Repeated patterns: weaves, meshes, bricks, perforated sheets, knurls. One period is drawn as a tile and
// looked up through a turned and slightly bent grid.
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/procedural/fields.h"
#include "core/procedural/textures.h"

namespace segad::procedural {
namespace {

float threadProfile(float at) {  // −1…1 across a thread
    return std::max(0.0F, 1.0F - at * at);
}

/// Plain weave, twill or satin: which thread is on top repeats every few threads.
cv::Mat weaveTile(Dice& dice, int pitch) {
    const int repeat = dice.chance(0.45F) ? 2 : dice.between(3, 6);
    const int shift = repeat == 2 ? 1 : dice.between(1, repeat - 1);
    const int overs = dice.between(1, repeat - 1);
    const float gap = dice.uniform(0, 0.35F);
    const float warpTone = dice.uniform(0.5F, 1);
    const float weftTone = dice.uniform(0.5F, 1);
    const float bulge = dice.uniform(0.2F, 0.8F);
    std::vector<float> tones(static_cast<std::size_t>(repeat) * 2);
    const float variety = dice.chance(0.5F) ? 0.0F : dice.uniform(0.05F, 0.4F);
    for (float& tone : tones)
        tone = 1 - variety * dice.uniform(0, 1);
    const float scale = 1.0F / static_cast<float>(pitch);
    return fieldOf(pitch * repeat, pitch * repeat, [&](int x, int y) {
        const int column = x / pitch;
        const int row = y / pitch;
        const float u = 2 * (static_cast<float>(x % pitch) + 0.5F) * scale - 1;
        const float v = 2 * (static_cast<float>(y % pitch) + 0.5F) * scale - 1;
        const bool warpOnTop = (column + row * shift) % repeat < overs;
        const float across = warpOnTop ? u : v;
        const float alongIt = warpOnTop ? v : u;
        const float body = threadProfile(across / (1 - gap));
        const float tone = (warpOnTop ? warpTone : weftTone) *
                           tones[static_cast<std::size_t>(warpOnTop ? column : repeat + row)];
        return body * tone * (1 - bulge * 0.5F * alongIt * alongIt);
    });
}

cv::Mat knitTile(Dice& dice, int pitch) {
    const float lean = dice.uniform(0.5F, 1.3F);
    const float thick = dice.uniform(0.25F, 0.5F);
    const float scale = 1.0F / static_cast<float>(pitch);
    return fieldOf(pitch, pitch * 2, [&](int x, int y) {
        const float u = static_cast<float>(x) * scale - 1;  // −1…1
        const float v = static_cast<float>(y) * scale;
        const float side = u < 0 ? -u : u;
        float phase = v + lean * (side - 0.5F);
        phase -= static_cast<float>(floorToInt(phase));
        const float leg = (phase - 0.5F) / thick;
        const float hollow = (side - 0.5F) * 2;
        return threadProfile(leg) * (1 - 0.6F * hollow * hollow);
    });
}

cv::Mat brickTile(Dice& dice, int pitch) {
    const int width = static_cast<int>(static_cast<float>(pitch) * dice.uniform(1, 3));
    const float joint = dice.uniform(0.04F, 0.25F) * static_cast<float>(pitch);
    const float offset = dice.chance(0.5F) ? 0.5F : 0.0F;
    const float soft = dice.uniform(0.5F, 3);
    const float tone = dice.uniform(0.6F, 1);
    return fieldOf(pitch * 2, width, [&](int x, int y) {
        const int row = y / pitch;
        const int moved = (x + (row == 1 ? static_cast<int>(offset * static_cast<float>(width)) : 0)) % width;
        const float u = static_cast<float>(std::min(moved, width - 1 - moved));
        const int within = y % pitch;
        const float v = static_cast<float>(std::min(within, pitch - 1 - within));
        return smoothstep(joint / 2 - soft, joint / 2 + soft, std::min(u, v)) * (row == 1 ? tone : 1.0F);
    });
}

/// Holes, dots or pyramids on a square or staggered grid.
cv::Mat dotTile(Dice& dice, int pitch) {
    const bool staggered = dice.chance(0.6F);
    const int height = staggered ? static_cast<int>(static_cast<float>(pitch) * 1.732F) : pitch;
    const float radius = dice.uniform(0.15F, 0.48F) * static_cast<float>(pitch);
    const float soft = dice.uniform(0.5F, 0.3F * static_cast<float>(pitch));
    const float shape = dice.uniform(0, 1);  // 0 round, 1 diamond, 0.5 between
    const float half = static_cast<float>(pitch) / 2;
    const float middle = static_cast<float>(height) / 2;
    const auto dot = [&](float x, float y) {
        const float ax = x < 0 ? -x : x;
        const float ay = y < 0 ? -y : y;
        return 1 -
               smoothstep(radius - soft, radius + soft, mix(std::sqrt(ax * ax + ay * ay), ax + ay, shape));
    };
    return fieldOf(height, pitch, [&](int px, int py) {
        const float x = static_cast<float>(px);
        const float y = static_cast<float>(py);
        float value = dot(x - half, y - middle);
        if (staggered) {
            for (int corner = 0; corner < 4; ++corner) {
                const int below = corner / 2;
                value = std::max(value, dot(x - 2 * half * static_cast<float>(corner % 2),
                                            y - 2 * middle * static_cast<float>(below)));
            }
        }
        return value;
    });
}

/// Crossed wires or grooves: mesh, knurl, checks.
cv::Mat meshTile(Dice& dice, int pitch) {
    const float width = dice.uniform(0.1F, 0.5F);
    const int kind = dice.below(3);
    const float scale = 1.0F / static_cast<float>(pitch);
    return fieldOf(pitch, pitch, [&](int x, int y) {
        const float u = 2 * (static_cast<float>(x) + 0.5F) * scale - 1;
        const float v = 2 * (static_cast<float>(y) + 0.5F) * scale - 1;
        if (kind == 0) return std::max(threadProfile(u / width), threadProfile(v / width));
        if (kind == 1) return 1 - std::max(u < 0 ? -u : u, v < 0 ? -v : v);
        return (u < 0) == (v < 0) ? 1.0F : 0.0F;
    });
}

/// The tile all over a square, turned, scaled and bent.
cv::Mat spread(Dice& dice, const cv::Mat& tile, int side) {
    const float turns = dice.chance(0.4F) ? 0.25F * static_cast<float>(dice.below(2)) : dice.uniform(0, 1);
    const Vec2 along = directionOf(turns) * dice.uniform(0.8F, 1.25F);
    const Vec2 across = perpendicular(along) * dice.uniform(0.85F, 1.2F);
    const float keystone = dice.chance(0.25F) ? dice.uniform(-0.4F, 0.4F) / static_cast<float>(side) : 0.0F;
    const bool bent = dice.chance(0.6F);
    cv::Mat bendX;
    cv::Mat bendY;
    if (bent) {
        const Spectrum soft{.slope = 1.6F, .coarsest = static_cast<float>(side), .finest = 10};
        const float reach = dice.logUniform(0.03F, 0.6F) * static_cast<float>(std::min(tile.cols, tile.rows));
        bendX = spectrumNoise(dice, side, side, soft) * reach;
        bendY = spectrumNoise(dice, side, side, soft) * reach;
    }
    const float x0 = dice.uniform(0, 1) * static_cast<float>(tile.cols);
    const float y0 = dice.uniform(0, 1) * static_cast<float>(tile.rows);
    cv::Mat mapX(side, side, CV_32FC1);
    cv::Mat mapY(side, side, CV_32FC1);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float zoom = 1 + keystone * static_cast<float>(y);
            const Vec2 at{static_cast<float>(x) * zoom, static_cast<float>(y) * zoom};
            float u = x0 + dot(at, along);
            float v = y0 + dot(at, across);
            if (bent) {
                u += bendX.ptr<float>(y)[x];
                v += bendY.ptr<float>(y)[x];
            }
            mapX.ptr<float>(y)[x] = u;
            mapY.ptr<float>(y)[x] = v;
        }
    }
    cv::Mat field;
    cv::remap(tile, field, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_WRAP);
    return field;
}

int drawPitch(Dice& dice, int side) {
    return static_cast<int>(dice.logUniform(4, static_cast<float>(side) / 5));
}

}  // namespace

cv::Mat drawWeave(Dice& dice, int side) {
    const int pitch = drawPitch(dice, side);
    const cv::Mat tile = dice.chance(0.75F) ? weaveTile(dice, pitch) : knitTile(dice, pitch);
    cv::Mat field = spread(dice, tile, side);
    if (dice.chance(0.7F)) {  // yarn is uneven
        const cv::Mat uneven = spectrumNoise(dice, side, side, {.slope = dice.uniform(-0.3F, 0.8F)});
        const float strength = dice.uniform(0.03F, 0.2F);
        combine(field, uneven, [=](float a, float b) { return a + strength * b; });
    }
    return field;
}

cv::Mat drawTiles(Dice& dice, int side) {
    const int pitch = 3 + drawPitch(dice, side);
    switch (dice.below(4)) {
        case 0:
            return spread(dice, brickTile(dice, pitch), side);
        case 1:
            return spread(dice, meshTile(dice, pitch), side);
        default:
            return spread(dice, dotTile(dice, pitch), side);
    }
}

}  // namespace segad::procedural
