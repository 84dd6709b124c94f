#include "core/procedural/solids.h"

#include <opencv2/imgproc.hpp>

#include "core/procedural/fields.h"
#include "core/procedural/strokes.h"

namespace segad::procedural {
namespace {

/// Height over the mask: the edge rises over `bevel` pixels like a quarter circle.
cv::Mat heightOf(const cv::Mat& mask, const Body& body) {
    cv::Mat inside;
    cv::threshold(mask, inside, 127, 255, cv::THRESH_BINARY);
    cv::Mat height;
    cv::distanceTransform(inside, height, cv::DIST_L2, cv::DIST_MASK_5, CV_32F);
    const float scale = 1.0F / body.bevel;
    const float rise = body.bevel * body.steepness;
    transform(height, [=](float d) {
        const float left = 1 - std::min(d * scale, 1.0F);
        return rise * std::sqrt(std::max(0.0F, 1 - left * left));
    });
    // Distances have creases where two edges are equally far; real bodies are rounder.
    cv::blur(height, height, cv::Size(3, 3));
    if (body.bevel > 6) cv::blur(height, height, cv::Size(5, 5));
    return height;
}

void addThread(cv::Mat& height, const Outline& outline, float turns, Vec2 centre, float scale) {
    const Vec2 along = perpendicular(directionOf(turns));  // the outline's y axis
    const Vec2 across = directionOf(turns);
    for (int y = 0; y < height.rows; ++y) {
        float* row = height.ptr<float>(y);
        for (int x = 0; x < height.cols; ++x) {
            const Vec2 at = Vec2{static_cast<float>(x), static_cast<float>(y)} - centre;
            const float v = dot(at, along) / scale;
            if (row[x] <= 0 || v < outline.threadFrom || v > outline.threadTo) continue;
            const float slant = 0.25F * dot(at, across) / scale / outline.threadPitch;
            row[x] += 0.35F * outline.threadPitch * scale * sinTurns(v / outline.threadPitch + slant);
        }
    }
}

void castShadow(cv::Mat& canvas, const Outline& outline, const Light& light) {
    const int margin = static_cast<int>(light.shadowReach + 2 * light.shadowSoftness) + 2;
    const cv::Rect box = boxOf(outline, margin, canvas.size());
    if (box.empty()) return;
    const Vec2 away = directionOf(light.turns) * -light.shadowReach;
    cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(0));
    fillOutline(mask, outline, box.tl() - cv::Point(floorToInt(away.x + 0.5F), floorToInt(away.y + 0.5F)));
    const int width = 2 * static_cast<int>(light.shadowSoftness / 2) + 1;
    cv::blur(mask, mask, cv::Size(width, width));
    cv::blur(mask, mask, cv::Size(width, width));
    cv::Mat region = canvas(box);
    darken(region, mask, light.shadow);
}

/// Light from the surface of `height` at every pixel of a row: diffuse into `shade`, highlight into `glint`.
struct Lamp {
    float x, y, z;     ///< towards the light, length 1
    float hx, hy, hz;  ///< halfway to the camera, length 1
};

Lamp lampOf(const Light& light) {
    const Vec2 from = directionOf(light.turns);
    const float norm = std::sqrt(1 + light.height * light.height);
    const Lamp lamp{from.x / norm, from.y / norm, light.height / norm, 0, 0, 0};
    const float half = std::sqrt(2 + 2 * lamp.z);
    return {lamp.x, lamp.y, lamp.z, lamp.x / half, lamp.y / half, (lamp.z + 1) / half};
}

void shadeBody(cv::Mat& region, const cv::Mat& mask, const cv::Mat& height, const cv::Mat& texture,
               const Body& body, const Light& light) {
    const Lamp lamp = lampOf(light);
    const float flat = lamp.z;
    for (int y = 0; y < region.rows; ++y) {
        const float* above = height.ptr<float>(std::max(y - 1, 0));
        const float* here = height.ptr<float>(y);
        const float* below = height.ptr<float>(std::min(y + 1, region.rows - 1));
        const auto* cover = mask.ptr<unsigned char>(y);
        const Rgb* albedo = texture.empty() ? nullptr : texture.ptr<Rgb>(y);
        auto* into = region.ptr<Rgb>(y);
        const int last = region.cols - 1;
        for (int x = 0; x <= last; ++x) {
            if (cover[x] == 0) continue;
            const float gx = 0.5F * (here[std::max(x - 1, 0)] - here[std::min(x + 1, last)]);
            const float gy = 0.5F * (above[x] - below[x]);
            const float norm = 1.0F / std::sqrt(1 + gx * gx + gy * gy);
            const float diffuse = std::max(0.0F, (gx * lamp.x + gy * lamp.y + lamp.z) * norm);
            // A flat top keeps its colour, whatever the light's height.
            const float shade = light.ambient + (1 - light.ambient) * diffuse / std::max(flat, 0.25F);
            float glint = std::max(0.0F, (gx * lamp.hx + gy * lamp.hy + lamp.hz) * norm);
            for (int k = 0; k < body.polish; ++k)
                glint *= glint;
            const float edge =
                body.rim * std::max(0.0F, 1 - here[x] / (body.bevel * body.steepness * 0.7F + 0.01F));
            const float light3 = shade * (1 + edge);
            const float add = body.gloss * glint;
            const Rgb own = albedo != nullptr ? albedo[x] : body.colour;
            Rgb colour = own * light3 + Rgb{add, add, add};
            if (body.mirror > 0) {
                // The mirrored direction's place in the room.
                const float turned = 2 * norm * norm * (gx * light.roomAxis.x + gy * light.roomAxis.y);
                const auto place = static_cast<std::size_t>((clamp01(0.5F + 0.5F * turned)) * 127.0F);
                colour = mix(colour, own * (1.3F * light.room[place] * (1 + edge)), body.mirror);
            }
            into[x] = mix(into[x], colour, body.opacity * static_cast<float>(cover[x]) / 255.0F);
        }
    }
}

/// A dim room with a few soft boxes or windows.
std::array<float, 128> drawRoom(Dice& dice) {
    std::array<float, 128> room{};
    const float floor = dice.uniform(0.1F, 0.6F);
    const float slope = dice.uniform(-0.5F, 0.5F);
    for (std::size_t i = 0; i < room.size(); ++i)
        room[i] = floor + slope * (static_cast<float>(i) / 127.0F - 0.5F);
    const int lamps = dice.between(1, 4);
    for (int lamp = 0; lamp < lamps; ++lamp) {
        const float at = dice.uniform(0, 127);
        const float half = dice.logUniform(3, 35);
        const float soft = dice.uniform(1, 12);
        const float bright = dice.uniform(-0.3F, 1.6F);
        for (std::size_t i = 0; i < room.size(); ++i) {
            const float away = static_cast<float>(i) - at;
            room[i] += bright * (1 - smoothstep(half - soft, half + soft, away < 0 ? -away : away));
        }
    }
    return room;
}

}  // namespace

Light drawLight(Dice& dice, int side) {
    const float size = static_cast<float>(side);
    Light light;
    light.turns = dice.uniform(0, 1);
    light.height = dice.logUniform(0.35F, 3);
    light.ambient = dice.uniform(0.2F, 0.85F);
    light.shadow = dice.chance(0.25F) ? 0.0F : dice.uniform(0.1F, 0.85F);
    light.shadowReach = dice.chance(0.3F) ? 0.0F : dice.uniform(0, 0.04F) * size;
    light.shadowSoftness = dice.logUniform(0.004F, 0.05F) * size;
    light.roomAxis = directionOf(dice.uniform(0, 1));
    light.room = drawRoom(dice);
    return light;
}

Body drawBody(Dice& dice, float radius) {
    Body body;
    body.gloss = dice.chance(0.35F) ? 0.0F : dice.logUniform(0.05F, 0.9F);
    body.polish = dice.between(1, 6);
    body.mirror = dice.chance(0.7F) ? 0.0F : dice.uniform(0.2F, 1);
    body.bevel = std::max(1.0F, radius * (dice.chance(0.35F) ? 1.1F : dice.logUniform(0.04F, 0.7F)));
    body.steepness = dice.chance(0.12F) ? 0.0F : dice.logUniform(0.15F, 1.2F);
    body.bump = dice.chance(0.6F) ? 0.0F : dice.logUniform(0.05F, 1);
    body.rim = dice.chance(0.7F) ? 0.0F : dice.uniform(-0.7F, 0.5F);
    body.opacity = dice.chance(0.9F) ? 1.0F : dice.uniform(0.35F, 0.9F);
    return body;
}

cv::Rect boxOf(const Outline& outline, int margin, cv::Size canvas) {
    float left = 1e9F;
    float top = 1e9F;
    float right = -1e9F;
    float bottom = -1e9F;
    for (const auto& ring : outline.rings) {
        for (const Vec2 at : ring) {
            left = std::min(left, at.x);
            right = std::max(right, at.x);
            top = std::min(top, at.y);
            bottom = std::max(bottom, at.y);
        }
    }
    if (left > right) return {};
    const cv::Rect box(cv::Point(floorToInt(left) - margin, floorToInt(top) - margin),
                       cv::Point(floorToInt(right) + margin + 2, floorToInt(bottom) + margin + 2));
    return box & cv::Rect({0, 0}, canvas);
}

void fillOutline(cv::Mat& mask, const Outline& outline, cv::Point origin) {
    std::vector<std::vector<cv::Point>> rings;
    for (const auto& ring : outline.rings) {
        std::vector<cv::Point> points;
        points.reserve(ring.size());
        for (const Vec2 at : ring)
            points.push_back(
                fixedPoint(at - Vec2{static_cast<float>(origin.x), static_cast<float>(origin.y)}));
        rings.push_back(std::move(points));
    }
    cv::fillPoly(mask, rings, cv::Scalar(255), cv::LINE_AA, kDrawShift);
}

void paintSolid(cv::Mat& canvas, const Outline& outline, float turns, Vec2 centre, float scale,
                const Body& body, const Light& light, const cv::Mat& bumps) {
    if (light.shadow > 0) castShadow(canvas, outline, light);
    const cv::Rect box = boxOf(outline, 2, canvas.size());
    if (box.empty()) return;
    cv::Mat mask(box.size(), CV_8UC1, cv::Scalar(0));
    fillOutline(mask, outline, box.tl());
    cv::Mat height = heightOf(mask, body);
    if (outline.threadPitch > 0)
        addThread(height, outline, turns, centre - Vec2{static_cast<float>(box.x), static_cast<float>(box.y)},
                  scale);
    if (body.bump > 0 && !bumps.empty()) {
        const float bump = body.bump;
        combine(height, bumps(box), [=](float h, float b) { return h + bump * b; });
    }
    cv::Mat region = canvas(box);
    shadeBody(region, mask, height, body.texture != nullptr ? (*body.texture)(box) : cv::Mat(), body, light);
}

}  // namespace segad::procedural
