#include "core/demo/surface.h"

#include "core/demo/noise.h"

namespace segad::demo {

Frame::Frame(const Pose& pose, int side) : side_(side) {
    const Vec2 axis = directionOf(pose.turn);
    scale_ = static_cast<float>(side) * pose.zoom;
    // Part = R(−turn) · (picture − shift) / zoom, picture coordinates −0.5…0.5.
    step_ = Vec2{axis.x, -axis.y} * (1.0F / scale_);
    const Vec2 corner =
        Vec2{0.5F / static_cast<float>(side) - 0.5F, 0.5F / static_cast<float>(side) - 0.5F} - pose.shift;
    origin_ = {(axis.x * corner.x + axis.y * corner.y) / pose.zoom,
               (axis.x * corner.y - axis.y * corner.x) / pose.zoom};
}

Vec2 Frame::directionToSamples(Vec2 direction) const {
    // step_ / |step_|² is the inverse of the similarity.
    const float inverse = scale_ * scale_;
    return {(direction.x * step_.x + direction.y * step_.y) * inverse,
            (direction.y * step_.x - direction.x * step_.y) * inverse};
}

Vec2 Frame::toSample(Vec2 part) const {
    return directionToSamples(part - origin_);
}

Window windowAround(const Frame& frame, Vec2 centre, float reach) {
    const Vec2 middle = frame.toSample(centre);
    const float r = reach * frame.samplesPerUnit() + 2.0F;
    const int last = frame.side() - 1;
    return {std::max(0, floorToInt(middle.x - r)), std::max(0, floorToInt(middle.y - r)),
            std::min(last, floorToInt(middle.x + r)), std::min(last, floorToInt(middle.y + r))};
}

Surface::Surface(int side_)
    : side(side_),
      height(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_)),
      colour(height.size()),
      metal(height.size()),
      rough(height.size()),
      shadow(height.size()),
      label(height.size()) {}

namespace {

/// Outside the cup: dark plastic, out of focus.
void paintHousing(Surface& surface, std::size_t i, Vec2 p, const Scene& scene, float outside) {
    const Vec2 n = scene.cup.housing;
    const float cloud = fractalNoise(p.x * 5 + n.x, p.y * 5 + n.y, 2);
    // The lower corners show a yellowish part of the fixture.
    const float fixture = smoothstep(0.30F, 0.52F, p.y) * smoothstep(0.36F, 0.50F, std::abs(p.x));
    const Rgb plastic =
        Rgb{0.052F, 0.057F, 0.068F} * (1.0F + 0.7F * cloud + 1.2F * smoothstep(-0.30F, -0.5F, p.y));
    const Rgb brass{0.20F, 0.165F, 0.085F};
    surface.colour[i] = mix(plastic, brass * (1.0F + 0.5F * cloud), 0.75F * fixture);
    surface.metal[i] = 0;
    surface.rough[i] = 0.9F;
    surface.height[i] = 0.03F - 0.05F * smoothstep(0, 0.06F, outside);
    surface.setLabel(i, BuzzerSegment::Background);
}

/// The cup's floor around the disc, its recess edge, and the rough wall that rises to the outline.
void paintMembrane(Surface& surface, std::size_t i, Vec2 p, const Scene& scene, float inside) {
    const Cup& cup = scene.cup;
    const float r = length(p);
    // 256 strokes around match the period of the lattice, so the texture closes on itself.
    const float around = turnsOf(p) * 256.0F;
    const float fine = latticeNoise(around * 2 + cup.texture.x, r * 34 + cup.texture.y);
    const float coarse = latticeNoise(around + cup.texture.y, r * 13 + cup.texture.x);
    const float speck = latticeNoise(p.x * 150 + cup.texture.x, p.y * 150 + cup.texture.y);
    const float blotch = fractalNoise(p.x * 16 + cup.texture.y, p.y * 16 + cup.texture.x, 3);
    const float wobble = 0.004F * latticeNoise(p.x * 9 + cup.texture.x, p.y * 9);
    // Profile: floor, rounded recess edge, shelf, wall.
    const float edge = smoothstep(0.448F, 0.476F, r + wobble);
    const float lip = smoothstep(0.496F, 0.508F, r + wobble);
    const float wall = smoothstep(0.52F, 0.66F, r);
    const float groove = smoothstep(0.030F, 0.018F, inside) * smoothstep(0.002F, 0.010F, inside);
    const float grain = cup.grain * mix(0.10F, 1.0F, lip);
    surface.height[i] = 0.022F * edge + 0.010F * lip + 0.035F * wall - 0.010F * groove +
                        grain * (0.0013F * fine + 0.0016F * coarse + 0.0007F * speck);
    const float dirt = smoothstep(0.05F, 0.75F, 0.55F * blotch + 0.45F * coarse + 0.25F * fine) * grain;
    const float bright =
        0.60F + 0.16F * cup.polish + 0.10F * edge * cup.polish - 0.30F * dirt + 0.10F * grain * speck;
    surface.colour[i] = Rgb{0.975F, 0.99F, 1.03F} * std::max(0.06F, bright);
    surface.metal[i] = 0.80F - 0.25F * dirt;
    surface.rough[i] = mix(0.42F, 0.36F, lip) + 0.15F * dirt;
    surface.setLabel(i, BuzzerSegment::Membrane);
}

/// Signed distance to the wrapped electrode's region: a quadrant with a rounded corner.
float wrapDistance(const Disc& disc, Vec2 q) {
    const float a = q.x - disc.corner.x + disc.cornerRadius;
    const float b = q.y - disc.corner.y + disc.cornerRadius;
    const Vec2 beyond{std::max(a, 0.0F), std::max(b, 0.0F)};
    return length(beyond) + std::min(std::max(a, b), 0.0F) - disc.cornerRadius;
}

/// The screen's pattern in the silver: rows of short pale dashes, 0…1.
float weave(const Disc& disc, Vec2 q) {
    const float v = q.y * 62.0F + 0.12F * latticeNoise(q.x * 14, q.y * 14 + disc.texture.x);
    const int row = floorToInt(v);
    const float across = v - static_cast<float>(row) - 0.5F;
    const float shift = 91.0F * hashToUnit(static_cast<std::uint32_t>(row + 4096));
    const float along = latticeNoise(q.x * 92.0F + shift + disc.texture.y, static_cast<float>(row) * 3.37F);
    const float thread = latticeNoise(q.x * 120.0F, q.y * 30.0F + disc.texture.y);
    return smoothstep(0.42F, 0.10F, std::abs(across)) * smoothstep(-0.15F, 0.75F, along + 0.35F * thread);
}

void paintSilver(Surface& surface, std::size_t i, Vec2 q, const Disc& disc) {
    const float dash = weave(disc, q) * disc.weave;
    const float fine = latticeNoise(q.x * 210 + disc.texture.x, q.y * 210 + disc.texture.y);
    const float slow = fractalNoise(q.x * 3.2F + disc.texture.y, q.y * 3.2F + disc.texture.x, 3);
    const float pit =
        smoothstep(0.62F, 0.85F, latticeNoise(q.x * 88 + disc.texture.y, q.y * 88 + disc.texture.x));
    const float tone = 1.0F + disc.silverTone * slow + 0.20F * dash + 0.055F * fine - 0.10F * pit;
    surface.colour[i] = disc.silver * tone;
    surface.metal[i] = 0.22F;
    surface.rough[i] = 0.45F;
    surface.height[i] = 0.0150F + 0.00028F * dash + 0.00012F * fine - 0.0003F * pit;
    surface.setLabel(i, BuzzerSegment::Piezo);
}

void paintCeramic(Surface& surface, std::size_t i, Vec2 q, const Disc& disc, float r) {
    const float cloud = fractalNoise(q.x * 22 + disc.texture.x, q.y * 22 + disc.texture.y, 3);
    const float fine = latticeNoise(q.x * 190 + disc.texture.y, q.y * 190 + disc.texture.x);
    const float bevel = smoothstep(0.010F, 0.0F, disc.ceramicRadius - r);
    surface.colour[i] = disc.ceramic * (1.0F + 0.16F * cloud + 0.07F * fine - 0.25F * bevel);
    surface.metal[i] = 0.02F;
    surface.rough[i] = 0.55F;
    surface.height[i] = 0.0135F - 0.006F * bevel + 0.0001F * fine;
    surface.setLabel(i, BuzzerSegment::PiezoBorder);
}

void paintDiscSample(Surface& surface, std::size_t i, Vec2 q, const Disc& disc, float r) {
    const float ragged =
        disc.ragged * (0.0026F * latticeNoise(q.x * 95 + disc.texture.x, q.y * 95 + disc.texture.y) +
                       0.0022F * latticeNoise(q.x * 34 + disc.texture.y, q.y * 34 + disc.texture.x));
    const float wrap = wrapDistance(disc, q) + ragged;
    const float half = 0.5F * disc.gap;
    const bool wrapped = wrap < -half && r + ragged < disc.ceramicRadius - 0.004F;
    const bool large = wrap > half && r + ragged < disc.electrodeRadius;
    const bool mark = length(q - disc.markCentre) + ragged * 1.3F < disc.markRadius;
    if (wrapped || (large && !mark)) {
        paintSilver(surface, i, q, disc);
    } else {
        paintCeramic(surface, i, q, disc, r);
        // The mark belongs to the electrode's face, not to the border (supplement, figure 2).
        if (large && mark) surface.setLabel(i, BuzzerSegment::Piezo);
    }
}

}  // namespace

void paintGround(Surface& surface, const Frame& frame, const Scene& scene) {
    const Disc& disc = scene.disc;
    const Vec2 axis = directionOf(disc.turn);
    const Cup& cup = scene.cup;
    for (int row = 0; row < frame.side(); ++row) {
        for (int column = 0; column < frame.side(); ++column) {
            const std::size_t i = surface.at(column, row);
            const Vec2 p = frame.toPart(column, row);
            const Vec2 d = p - disc.centre;
            const float r = length(d);
            if (r < disc.ceramicRadius) {
                const Vec2 q{axis.x * d.x + axis.y * d.y, axis.x * d.y - axis.y * d.x};
                paintDiscSample(surface, i, q, disc, r);
                continue;
            }
            // Superellipse of exponent 4; its root gives about the distance to the outline.
            const Vec2 e{(p.x - cup.centre.x) / cup.half.x, (p.y - cup.centre.y) / cup.half.y};
            const float fourth = square(square(e.x)) + square(square(e.y));
            const float inside = (1.0F - std::sqrt(std::sqrt(fourth))) * cup.half.y;
            if (inside > 0) {
                paintMembrane(surface, i, p, scene, inside);
            } else {
                paintHousing(surface, i, p, scene, -inside);
            }
        }
    }
}

Surface paintSurface(const Scene& scene, const Frame& frame) {
    Surface surface(frame.side());
    paintGround(surface, frame, scene);
    for (const Stamp& stamp : scene.stamps)
        if (stamp.layer == StampLayer::Surface) paintStamp(surface, frame, stamp);
    for (const SolderDot& dot : scene.dots)
        if (dot.present) paintDot(surface, frame, dot);
    for (const Wire& wire : scene.wires)
        if (wire.present) paintWire(surface, frame, wire, scene.light);
    for (const Stamp& stamp : scene.stamps)
        if (stamp.layer == StampLayer::Top) paintStamp(surface, frame, stamp);
    return surface;
}

}  // namespace segad::demo
