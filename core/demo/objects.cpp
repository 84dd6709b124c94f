// Solder dots and wires.
#include "core/demo/noise.h"
#include "core/demo/surface.h"

namespace segad::demo {

namespace {

/// Outline factor at the unit direction `u`: 1 + Σ harmonics, by powers of the complex number u.
float outlineAt(const SolderDot& dot, Vec2 u) {
    Vec2 power = u;
    float sum = 1;
    for (const Vec2 harmonic : dot.outline) {
        power = {power.x * u.x - power.y * u.y, power.x * u.y + power.y * u.x};
        sum += harmonic.x * power.x + harmonic.y * power.y;
    }
    return sum;
}

void paintFlux(Surface& surface, std::size_t i, const SolderDot& dot, Vec2 p, float t) {
    const Vec2 n = dot.texture;
    const float wobble = fractalNoise(p.x * 17 + n.x, p.y * 17 + n.y, 3);
    // Burnt flux: a dark ragged ring at the foot.
    const float crustEnd = 1.0F + 0.10F * dot.crust + 0.16F * dot.crust * wobble;
    const float crust = smoothstep(crustEnd + 0.05F, crustEnd - 0.03F, t) * dot.crust;
    if (crust > 0) surface.lay(i, {{0.045F, 0.042F, 0.038F}, 0, 0.4F}, 0.85F * crust);
    if (dot.fluxHalo <= 0) return;
    // Clear film: barely darker inside, with a pale line where it dried.
    const float edge = t - (dot.fluxReach + 0.42F * wobble);
    const float film = smoothstep(0.02F, -0.02F, edge) * dot.fluxHalo;
    const float line = smoothstep(0.045F, 0.0F, std::abs(edge)) * dot.fluxHalo;
    surface.lay(i, {{0.36F, 0.36F, 0.34F}, 0.05F, 0.18F}, 0.18F * film);
    surface.lay(i, {{0.82F, 0.82F, 0.80F}, 0, 0.3F}, 0.34F * line, 0.3F);
}

/// Height of the dome over its foot for relative radius t < 1.
float domeHeight(const SolderDot& dot, Vec2 inRadii, float t) {
    const float body = std::sqrt(std::max(0.0F, 1.0F - t * t));
    const float flat = 0.80F * body + 0.20F * (1.0F - t * t);
    const Vec2 fromTip = inRadii - dot.dimple;
    const float tip = exponential(-(fromTip.x * fromTip.x + fromTip.y * fromTip.y) / 0.030F);
    const float ring = exponential(-square(length(fromTip) - 0.26F) / 0.008F);
    return dot.height * (flat - 0.050F * tip + 0.022F * ring);
}

}  // namespace

void paintDot(Surface& surface, const Frame& frame, const SolderDot& dot) {
    const float reach = dot.radius * (1.4F + std::max(0.25F, dot.fluxReach - 0.8F));
    const Window w = windowAround(frame, dot.centre, reach);
    const Vec2 n = dot.texture;
    for (int row = w.top; row <= w.bottom; ++row) {
        for (int column = w.left; column <= w.right; ++column) {
            const Vec2 p = frame.toPart(column, row) - dot.centre;
            const float r = length(p);
            const Vec2 u = r > 1e-6F ? p * (1.0F / r) : Vec2{1, 0};
            const float t = r / (dot.radius * outlineAt(dot, u));
            const std::size_t i = surface.at(column, row);
            if (surface.label[i] == static_cast<std::uint8_t>(BuzzerSegment::Background)) continue;
            if (t >= 1) {
                paintFlux(surface, i, dot, p, t);
                continue;
            }
            const Vec2 inRadii = p * (1.0F / dot.radius);
            // Crystallised skin: creases that run outwards, soft folds, a fine grain.
            const float crease = latticeNoise(u.x * 4.5F + n.x, u.y * 4.5F + n.y) +
                                 0.35F * latticeNoise(u.x * 11 + n.y + t * 0.7F, u.y * 11 + n.x);
            const float fold = fractalNoise(inRadii.x * 2.3F + n.x, inRadii.y * 2.3F + n.y, 3);
            const float grain = latticeNoise(inRadii.x * 15 + n.y, inRadii.y * 15 + n.x);
            const float skin = dot.wrinkle * dot.radius *
                               (0.075F * crease * t * t * (1.0F - t) + 0.040F * fold + 0.0012F * grain);
            const float top = kFace + domeHeight(dot, inRadii, t) + skin * (1.0F - square(square(t)));
            surface.height[i] = std::max(surface.height[i], top);
            const float soot =
                smoothstep(0.58F, 0.92F, t + 0.14F * fold + 0.05F * crease) * (0.45F + 0.55F * dot.crust);
            surface.lay(i, dot.metal, 1);
            surface.lay(i, {{0.055F, 0.054F, 0.056F}, 0.9F, 0.25F}, clamp01(soot));
            surface.setLabel(i, BuzzerSegment::SolderingDot);
        }
    }
}

std::vector<PathSample> samplePath(const std::vector<Vec2>& points, const std::vector<float>& values,
                                   float step) {
    std::vector<PathSample> samples;
    const std::size_t n = points.size();
    if (n < 2) return samples;
    const auto value = [&](std::size_t k) { return values.empty() ? 0.0F : values[k]; };
    for (std::size_t k = 0; k + 1 < n; ++k) {
        const Vec2 a = points[k > 0 ? k - 1 : 0];
        const Vec2 b = points[k];
        const Vec2 c = points[k + 1];
        const Vec2 d = points[std::min(k + 2, n - 1)];
        const int pieces = std::max(2, floorToInt(length(c - b) / step) + 1);
        for (int s = 0; s < pieces; ++s) {
            const float t = static_cast<float>(s) / static_cast<float>(pieces);
            const Vec2 at = (b * 2.0F + (c - a) * t + (a * 2.0F - b * 5.0F + c * 4.0F - d) * (t * t) +
                             (b * 3.0F - a - c * 3.0F + d) * (t * t * t)) *
                            0.5F;
            samples.push_back({at, mix(value(k), value(k + 1), t),
                               (static_cast<float>(k) + t) / static_cast<float>(n - 1)});
        }
    }
    samples.push_back({points.back(), value(n - 1), 1});
    return samples;
}

void paintWire(Surface& surface, const Frame& frame, const Wire& wire, const Light& light) {
    const std::vector<PathSample> path = samplePath(wire.points, wire.heights, 0.012F);
    const auto missing = [&](float share) { return share > wire.gapFrom && share < wire.gapTo; };
    // The shadow falls away from the side light and softens with height.
    const Vec2 fall = light.side * (-0.55F);
    alongPath(frame, path, wire.radius + 0.016F, fall,
              [&](int column, int row, float distance, float share, float z) {
                  if (missing(share)) return;
                  const float soft = 0.003F + 0.16F * z;
                  const float dark = 0.60F *
                                     smoothstep(wire.radius + soft, wire.radius - 0.8F * soft, distance) /
                                     (1.0F + 12.0F * z);
                  float& shadow = surface.shadow[surface.at(column, row)];
                  shadow = std::max(shadow, dark);
              });
    alongPath(frame, path, wire.radius, {}, [&](int column, int row, float distance, float share, float z) {
        if (missing(share)) return;
        const float round = std::sqrt(std::max(0.0F, square(wire.radius) - square(distance)));
        const float top = kFace + 0.6F * z + round;
        const std::size_t i = surface.at(column, row);
        // What is deeper than the solder is inside it.
        if (top <= surface.height[i]) return;
        surface.height[i] = top;
        surface.lay(i, wire.metal, 1);
        surface.shadow[i] = 0;
        surface.setLabel(i, BuzzerSegment::Wire);
    });
}

}  // namespace segad::demo
