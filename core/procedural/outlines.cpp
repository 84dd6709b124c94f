#include "core/procedural/outlines.h"

#include <cmath>

#include "core/procedural/strokes.h"

namespace segad::procedural {
namespace {

using Ring = std::vector<Vec2>;

Ring ellipseRing(float a, float b, int points) {
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const Vec2 at = directionOf(static_cast<float>(i) / static_cast<float>(points));
        ring.push_back({at.x * a, at.y * b});
    }
    return ring;
}

/// A box with half sides a and b and corners of radius r.
Ring roundedBoxRing(float a, float b, float r) {
    constexpr int kPerCorner = 8;
    Ring ring;
    for (int corner = 0; corner < 4; ++corner) {
        const float sx = corner == 0 || corner == 3 ? 1.0F : -1.0F;
        const float sy = corner < 2 ? 1.0F : -1.0F;
        for (int i = 0; i <= kPerCorner; ++i) {
            const float turn = (static_cast<float>(corner) + static_cast<float>(i) / kPerCorner) * 0.25F;
            ring.push_back(Vec2{sx * (a - r), sy * (b - r)} + directionOf(turn) * r);
        }
    }
    return ring;
}

Outline roundedBox(Dice& dice, float radius) {
    const float aspect = dice.uniform(0.25F, 1);
    const float corner = dice.chance(0.3F) ? 0.02F : dice.uniform(0.02F, 1);
    return {.rings = {roundedBoxRing(radius, radius * aspect, radius * aspect * corner)}};
}

Outline ellipse(Dice& dice, float radius) {
    const float aspect = dice.chance(0.45F) ? 1.0F : dice.uniform(0.4F, 1);
    return {.rings = {ellipseRing(radius, radius * aspect, 48)}};
}

Outline superellipse(Dice& dice, float radius) {
    const float aspect = dice.uniform(0.4F, 1);
    const double exponent = static_cast<double>(dice.uniform(0.25F, 1.4F));
    Ring ring = ellipseRing(1, 1, 64);
    for (Vec2& at : ring) {
        const auto bend = [&](float v) {
            const float size = static_cast<float>(power(static_cast<double>(v < 0 ? -v : v), exponent));
            return v < 0 ? -size : size;
        };
        at = {radius * bend(at.x), radius * aspect * bend(at.y)};
    }
    return {.rings = {ring}};
}

Outline polygon(Dice& dice, float radius) {
    const int corners = dice.between(3, 8);
    const float irregular = dice.chance(0.5F) ? 0.0F : dice.uniform(0.05F, 0.5F);
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const float turn =
            (static_cast<float>(i) + irregular * dice.uniform(-0.5F, 0.5F)) / static_cast<float>(corners);
        ring.push_back(directionOf(turn) * (radius * (1 - irregular * dice.uniform(0, 0.6F))));
    }
    return {.rings = {ring}};
}

Outline blob(Dice& dice, float radius) {
    return {.rings = {blobRing(dice, radius * 0.8F, dice.uniform(0.05F, 0.35F), 56)}};
}

Outline capsule(Dice& dice, float radius) {
    const float aspect = dice.uniform(0.12F, 0.6F);
    return {.rings = {roundedBoxRing(radius, radius * aspect, radius * aspect * 0.999F)}};
}

Outline ring(Dice& dice, float radius) {
    const float hole = dice.uniform(0.25F, 0.88F);
    const float aspect = dice.chance(0.7F) ? 1.0F : dice.uniform(0.5F, 1);
    return {.rings = {ellipseRing(radius, radius * aspect, 56),
                      ellipseRing(radius * hole, radius * hole * aspect, 48)}};
}

Outline gear(Dice& dice, float radius) {
    const int teeth = dice.between(6, 28);
    const float depth = dice.uniform(0.08F, 0.3F);
    const float flank = dice.uniform(0.02F, 0.2F);
    Ring rim;
    for (int i = 0; i < teeth; ++i) {
        const auto at = [&](float phase, float r) {
            rim.push_back(directionOf((static_cast<float>(i) + phase) / static_cast<float>(teeth)) * r);
        };
        at(0, radius * (1 - depth));
        at(0.5F - flank, radius * (1 - depth));
        at(0.5F, radius);
        at(1 - flank, radius);
    }
    Outline outline{.rings = {rim}};
    if (dice.chance(0.75F)) outline.rings.push_back(ellipseRing(radius * 0.35F, radius * 0.35F, 32));
    return outline;
}

/// Head, shank with a thread, and a tip.
Outline screw(Dice& dice, float radius) {
    const float shank = radius * dice.uniform(0.1F, 0.25F);
    const float head = shank * dice.uniform(1.5F, 2.6F);
    const float headLength = radius * dice.uniform(0.12F, 0.35F);
    const float tip = radius * dice.uniform(0.05F, 0.4F);
    const float pitch = std::max(2.5F, shank * dice.uniform(0.3F, 0.9F));
    const float depth = shank * dice.uniform(0.05F, 0.25F);
    const float from = -radius + headLength + radius * dice.uniform(0, 0.5F);
    const float to = radius - tip * 0.5F;
    const bool countersunk = dice.chance(0.5F);
    Ring left;
    left.push_back({head * (countersunk ? 1.0F : 0.9F), -radius});
    left.push_back({countersunk ? shank : head, -radius + headLength});
    left.push_back({shank, -radius + headLength});
    for (float y = from; y < to; y += pitch / 2) {
        const bool crest = static_cast<int>(std::floor((y - from) / (pitch / 2) + 0.5F)) % 2 == 0;
        const float taper = y > radius - tip ? (radius - y) / tip : 1.0F;
        left.push_back({std::max(0.1F, (shank + (crest ? depth : -depth)) * taper), y});
    }
    left.push_back({shank * 0.1F, radius});
    Ring whole = left;
    for (std::size_t i = left.size(); i-- > 0;)
        whole.push_back({-left[i].x, left[i].y});
    return {.rings = {whole}, .threadPitch = pitch, .threadFrom = from, .threadTo = to};
}

/// A bent tube or wire of constant width.
Outline tube(Dice& dice, float radius) {
    const int steps = 16;
    const float width = radius * dice.logUniform(0.03F, 0.22F);
    const std::vector<Vec2> path =
        wanderingPath(dice, {-radius * 0.8F, 0}, 0, steps, 1.8F * radius / steps, dice.uniform(0, 0.07F));
    Ring there;
    Ring back;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const Vec2 along = normalised(path[std::min(i + 1, path.size() - 1)] - path[i > 0 ? i - 1 : 0]);
        there.push_back(path[i] + perpendicular(along) * width);
        back.push_back(path[i] - perpendicular(along) * width);
    }
    there.insert(there.end(), back.rbegin(), back.rend());
    return {.rings = {there}};
}

/// A bracket: L, T, U or cross.
Outline bracket(Dice& dice, float radius) {
    const float t = radius * dice.uniform(0.15F, 0.4F);
    const float r = radius;
    switch (dice.below(4)) {
        case 0:
            return {
                .rings = {
                    {{-r, -r}, {-r + 2 * t, -r}, {-r + 2 * t, r - 2 * t}, {r, r - 2 * t}, {r, r}, {-r, r}}}};
        case 1:
            return {.rings = {{{-r, -r},
                               {r, -r},
                               {r, -r + 2 * t},
                               {t, -r + 2 * t},
                               {t, r},
                               {-t, r},
                               {-t, -r + 2 * t},
                               {-r, -r + 2 * t}}}};
        case 2:
            return {.rings = {{{-r, -r},
                               {-r + t, -r},
                               {-r + t, r - t},
                               {r - t, r - t},
                               {r - t, -r},
                               {r, -r},
                               {r, r},
                               {-r, r}}}};
        default:
            return {.rings = {{{-t, -r},
                               {t, -r},
                               {t, -t},
                               {r, -t},
                               {r, t},
                               {t, t},
                               {t, r},
                               {-t, r},
                               {-t, t},
                               {-r, t},
                               {-r, -t},
                               {-t, -t}}}};
    }
}

/// A plate with drilled holes.
Outline plate(Dice& dice, float radius) {
    Outline outline = dice.chance(0.6F) ? roundedBox(dice, radius) : ellipse(dice, radius);
    const int holes = dice.between(1, 5);
    for (int i = 0; i < holes; ++i) {
        const float size = radius * dice.uniform(0.04F, 0.16F);
        std::vector<Vec2> hole = ellipseRing(size, size, 24);
        const float distance = radius * dice.uniform(0, 0.6F);
        const Vec2 at = directionOf(dice.uniform(0, 1)) * distance;
        for (Vec2& point : hole)
            point = point + at;
        outline.rings.push_back(hole);
    }
    return outline;
}

constexpr std::array<OutlineRow, 12> kRows{{{"box", 16, roundedBox},
                                            {"ellipse", 16, ellipse},
                                            {"superellipse", 7, superellipse},
                                            {"polygon", 9, polygon},
                                            {"blob", 12, blob},
                                            {"capsule", 8, capsule},
                                            {"ring", 8, ring},
                                            {"gear", 4, gear},
                                            {"screw", 6, screw},
                                            {"tube", 7, tube},
                                            {"bracket", 5, bracket},
                                            {"plate", 6, plate}}};

}  // namespace

std::span<const OutlineRow> outlineRows() {
    return kRows;
}

Outline drawOutline(Dice& dice, float radius) {
    return dice.pick<OutlineRow>(kRows).draw(dice, radius);
}

Outline placed(const Outline& outline, Vec2 centre, float turns, float scale) {
    const Vec2 along = directionOf(turns);
    Outline result = outline;
    for (auto& ring : result.rings) {
        for (Vec2& at : ring)
            at = centre + along * (at.x * scale) + perpendicular(along) * (at.y * scale);
    }
    return result;
}

std::vector<Vec2> blobRing(Dice& dice, float radius, float rough, int points) {
    constexpr int kWaves = 7;
    std::array<float, kWaves> amplitude{};
    std::array<float, kWaves> phase{};
    for (int k = 0; k < kWaves; ++k) {
        amplitude[static_cast<std::size_t>(k)] =
            rough * dice.uniform(0, 1) * 1.5F / static_cast<float>(k + 1);
        phase[static_cast<std::size_t>(k)] = dice.uniform(0, 1);
    }
    std::vector<Vec2> ring;
    for (int i = 0; i < points; ++i) {
        const float turn = static_cast<float>(i) / static_cast<float>(points);
        float r = 1;
        for (int k = 0; k < kWaves; ++k)
            r += amplitude[static_cast<std::size_t>(k)] *
                 sinTurns(static_cast<float>(k + 1) * turn + phase[static_cast<std::size_t>(k)]);
        ring.push_back(directionOf(turn) * (radius * std::max(r, 0.15F)));
    }
    return ring;
}

}  // namespace segad::procedural
