// Stains, scratches, dust, dents, splashes, cracks: what lies on the surface or is pressed into it.
#include "core/demo/noise.h"
#include "core/demo/surface.h"

namespace segad::demo {

namespace {

/// What lies on the housing is not on the part, and out of focus.
bool isHousing(const Surface& surface, std::size_t i) {
    return surface.label[i] == static_cast<std::uint8_t>(BuzzerSegment::Background);
}

/// Height of a blotch at relative radius t: a dome, a slab, or between.
float profileAt(const Stamp& stamp, float t) {
    const float ball = std::sqrt(std::max(0.0F, 1.0F - t * t));
    const float dome = mix(ball, square(std::max(0.0F, 1.0F - t * t)), stamp.flow);
    const float slab = smoothstep(1.0F, 0.75F, t);
    return stamp.rise * mix(dome, slab, stamp.plateau);
}

void layRim(Surface& surface, std::size_t i, float rim, float amount) {
    const float level = rim > 0 ? 0.85F : 0.03F;
    surface.lay(i, {{level, level, level * 0.96F}, 0, 0.4F}, clamp01(std::abs(rim) * amount), 0.3F);
}

void paintBlotch(Surface& surface, const Frame& frame, const Stamp& stamp) {
    const Vec2 axis = directionOf(stamp.turn);
    const float longer = std::sqrt(stamp.aspect);
    const float reach = stamp.radius * longer * (1.05F + stamp.ragged + stamp.soft);
    const Window w = windowAround(frame, stamp.centre, reach);
    const float detail = 2.2F / stamp.radius;
    for (int row = w.top; row <= w.bottom; ++row) {
        for (int column = w.left; column <= w.right; ++column) {
            const Vec2 p = frame.toPart(column, row) - stamp.centre;
            const Vec2 q{(axis.x * p.x + axis.y * p.y) / longer, (axis.x * p.y - axis.y * p.x) * longer};
            const float tear =
                fractalNoise(p.x * detail + stamp.texture.x, p.y * detail + stamp.texture.y, 3);
            const float t = length(q) / stamp.radius + stamp.ragged * tear;
            if (t > 1.0F + stamp.soft) continue;
            const std::size_t i = surface.at(column, row);
            if (isHousing(surface, i)) continue;
            float cover = smoothstep(1.0F + 0.5F * stamp.soft, 1.0F - 0.5F * stamp.soft, t);
            if (stamp.patchy > 0) {
                const float hole = fractalNoise(p.x * 130 + stamp.texture.y, p.y * 130 + stamp.texture.x, 3);
                cover *= 1.0F - stamp.patchy * smoothstep(-0.15F, 0.35F, hole);
            }
            surface.lay(i, stamp.material, stamp.cover * cover, stamp.gloss);
            if (stamp.rim != 0)
                layRim(surface, i, stamp.rim, smoothstep(0.16F + stamp.soft, 0, std::abs(t - 1.0F)));
            if (t >= 1) continue;
            float rise = profileAt(stamp, std::max(0.0F, t));
            if (stamp.wrinkle > 0)
                rise *= 1.0F + stamp.wrinkle *
                                   fractalNoise(p.x * 70 + stamp.texture.x, p.y * 70 + stamp.texture.y, 3);
            surface.height[i] += rise;
        }
    }
}

void paintStroke(Surface& surface, const Frame& frame, const Stamp& stamp) {
    const std::vector<PathSample> path = samplePath(stamp.path, {}, 0.008F);
    // A sample lies within reach of several pieces of the path: take the nearest only.
    struct Near {
        std::size_t i;
        float distance, share;
    };
    std::vector<Near> touched;
    std::vector<int> slot(surface.label.size(), -1);
    alongPath(
        frame, path, stamp.width * 1.5F, {}, [&](int column, int row, float distance, float share, float) {
            const std::size_t i = surface.at(column, row);
            if (isHousing(surface, i)) return;
            if (slot[i] < 0) {
                slot[i] = static_cast<int>(touched.size());
                touched.push_back({i, distance, share});
            } else if (Near& known = touched[static_cast<std::size_t>(slot[i])]; distance < known.distance) {
                known = {i, distance, share};
            }
        });
    for (const Near& n : touched) {
        const float ends =
            stamp.taper ? smoothstep(0, 0.25F, n.share) * smoothstep(1.0F, 0.75F, n.share) : 1.0F;
        const float uneven = 0.75F + 0.5F * latticeNoise(n.share * 40 + stamp.texture.x, stamp.texture.y);
        const float half = stamp.width * std::max(0.15F, ends * uneven);
        // At least half a sample wide, else a fine line breaks up into dots.
        const float feather = 0.7F / frame.samplesPerUnit();
        const float cover = smoothstep(half + feather, half - feather, n.distance);
        if (cover <= 0) continue;
        surface.lay(n.i, stamp.material, stamp.cover * cover * (stamp.taper ? 0.35F + 0.65F * ends : 1.0F),
                    stamp.gloss);
        const float t = n.distance / std::max(half, feather);
        if (t < 1) surface.height[n.i] += stamp.rise * std::sqrt(1.0F - t * t);
    }
}

}  // namespace

void paintStamp(Surface& surface, const Frame& frame, const Stamp& stamp) {
    if (stamp.shape == StampShape::Blotch) {
        paintBlotch(surface, frame, stamp);
    } else {
        paintStroke(surface, frame, stamp);
    }
}

}  // namespace segad::demo
