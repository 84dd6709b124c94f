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
    const float fixture =
        smoothstep(0.40F, 0.50F, p.y) * smoothstep(0.38F, 0.48F, std::abs(p.x) + 0.05F * cloud);
    const float sheen = smoothstep(-0.40F, -0.5F, p.y) * (0.5F + cloud);
    const Rgb plastic = Rgb{0.060F, 0.068F, 0.082F} * (1.0F + 0.9F * cloud + 1.4F * sheen);
    const Rgb brass{0.26F, 0.22F, 0.13F};
    surface.colour[i] = mix(plastic, brass * (1.0F + 0.4F * cloud), 0.8F * fixture);
    surface.metal[i] = 0;
    surface.rough[i] = 0.9F;
    surface.height[i] = 0.03F - 0.05F * smoothstep(0, 0.06F, outside);
    surface.setLabel(i, BuzzerSegment::Background);
}

/// Polished wall of the recess around the disc: soft reflections along it, a broken bright edge.
void paintRecess(Surface& surface, std::size_t i, Vec2 p, const Cup& cup, float r, float around) {
    const float glow = latticeNoise(p.x * 2.9F + cup.glow.x, p.y * 2.9F + cup.glow.y);
    const float streak = latticeNoise(around * 0.5F + cup.texture.x, r * 260 + cup.texture.y);
    const float radial = latticeNoise(around + cup.texture.y, r * 24 + cup.texture.x);
    const float scuff = fractalNoise(p.x * 36 + cup.texture.y, p.y * 36 + cup.texture.x, 3);
    const float depth = smoothstep(0.438F, 0.456F, r);
    const float edge = smoothstep(0.474F, 0.483F, r) * smoothstep(0.497F, 0.488F, r);
    // Most light comes back from the lower left.
    const float turned = (0.55F * p.y - 0.85F * p.x) / r;
    const float catches =
        smoothstep(-0.35F, 0.80F, 0.7F * glow + 0.62F * turned + 0.5F * scuff + 0.25F * radial);
    const float tone = 0.10F + 0.16F * depth + 0.55F * catches * depth + 0.08F * streak + 0.10F * scuff +
                       edge * catches * (0.35F + 0.5F * cup.polish);
    surface.colour[i] = Rgb{0.96F, 0.99F, 1.03F} * std::clamp(tone, 0.05F, 0.95F);
    surface.metal[i] = 0.45F;
    surface.rough[i] = 0.45F;
    surface.height[i] = 0.0105F + 0.0012F * depth + 0.0008F * edge + 0.0006F * scuff;
}

/// Rough aluminium outside the recess: dark and bright strokes that run outwards.
void paintShelf(Surface& surface, std::size_t i, Vec2 p, const Cup& cup, float r, float around) {
    const float fine = latticeNoise(around * 2 + cup.texture.x, r * 62 + cup.texture.y);
    const float coarse = latticeNoise(around + cup.texture.y, r * 27 + cup.texture.x);
    const float speck = latticeNoise(p.x * 175 + cup.texture.x, p.y * 175 + cup.texture.y);
    const float blotch = fractalNoise(p.x * 13 + cup.texture.y, p.y * 13 + cup.texture.x, 4);
    const float glow = latticeNoise(p.x * 3.1F + cup.glow.y, p.y * 3.1F + cup.glow.x);
    const float strokes = cup.grain * (0.34F * fine + 0.24F * coarse + 0.42F * speck) + 0.60F * blotch +
                          0.30F * glow + 0.25F * smoothstep(0.53F, 0.49F, r);
    const float tone = smoothstep(-0.74F, 0.86F, strokes);
    surface.colour[i] = mix(Rgb{0.062F, 0.076F, 0.105F}, Rgb{0.66F, 0.69F, 0.73F}, tone);
    surface.metal[i] = 0.40F;
    surface.rough[i] = 0.50F;
    surface.height[i] = 0.0115F + 0.030F * smoothstep(0.50F, 0.68F, r) +
                        cup.grain * (0.0006F * fine + 0.0007F * coarse + 0.0005F * speck);
}

/// Membrane: the recess and the shelf around it, and a worn lip at the cup's outline.
void paintMembrane(Surface& surface, std::size_t i, Vec2 p, const Scene& scene, float inside) {
    const Cup& cup = scene.cup;
    // The recess is not quite concentric with the disc's seat: its wall shows more on the left.
    const float r =
        length(p - Vec2{-0.011F, 0.003F}) + 0.0035F * latticeNoise(p.x * 8 + cup.texture.x, p.y * 8);
    // 256 strokes around match the period of the lattice, so the texture closes on itself.
    const float around = turnsOf(p) * 256.0F;
    if (r < 0.494F) {
        paintRecess(surface, i, p, cup, r, around);
    } else {
        paintShelf(surface, i, p, cup, r, around);
    }
    const float worn = 0.5F + 0.5F * latticeNoise(p.x * 24 + cup.texture.y, p.y * 24 + cup.texture.x);
    const float lip = smoothstep(0.015F, 0.006F, inside) * smoothstep(0.0F, 0.004F, inside);
    surface.lay(i, {{0.80F, 0.81F, 0.83F}, 0.5F, 0.4F}, 0.75F * lip * worn);
    surface.lay(i, {{0.035F, 0.037F, 0.042F}, 0, 0.8F},
                0.7F * smoothstep(0.024F, 0.014F, inside) * (1.0F - lip));
    surface.height[i] += 0.006F * lip;
    surface.setLabel(i, BuzzerSegment::Membrane);
}

/// Signed distance to the wrapped electrode's region: a quadrant with a rounded corner.
float wrapDistance(const Disc& disc, Vec2 q) {
    const float a = q.x - disc.corner.x + disc.cornerRadius;
    const float b = q.y - disc.corner.y + disc.cornerRadius;
    const Vec2 beyond{std::max(a, 0.0F), std::max(b, 0.0F)};
    return length(beyond) + std::min(std::max(a, b), 0.0F) - disc.cornerRadius;
}

/// The screen's pattern in the silver: slightly slanted rows of short glints, 0…1.
float weave(const Disc& disc, Vec2 q) {
    const float slant = q.y + disc.weaveSlant * q.x;
    const float v = slant * 58.0F + 0.15F * latticeNoise(q.x * 14, q.y * 14 + disc.texture.x);
    const int row = floorToInt(v);
    const float across = v - static_cast<float>(row) - 0.5F;
    const float line = hashToUnit(static_cast<std::uint32_t>(row + 4096));
    // Threads of the other direction cut the rows into dashes of uneven strength.
    const float u = q.x * 74.0F + 0.5F * static_cast<float>(row & 1) + 0.6F * line;
    const int column = floorToInt(u);
    const float inDash = std::abs(u - static_cast<float>(column) - 0.5F);
    const float strength =
        latticeNoise(q.x * 37.0F + 91.0F * line + disc.texture.y, static_cast<float>(row) * 3.37F);
    return smoothstep(0.46F, 0.12F, std::abs(across)) * smoothstep(0.50F, 0.22F, inDash) *
           smoothstep(-0.75F, 0.85F, strength + 0.35F * line);
}

void paintSilver(Surface& surface, std::size_t i, Vec2 q, const Disc& disc) {
    const float dash = weave(disc, q) * disc.weave;
    const float fine = latticeNoise(q.x * 210 + disc.texture.x, q.y * 210 + disc.texture.y);
    const float slow = fractalNoise(q.x * 3.2F + disc.texture.y, q.y * 3.2F + disc.texture.x, 3);
    const float lustre =
        latticeNoise(q.x * 2.7F + 118.4F, q.y * 2.7F + 31.9F) + 1.8F * smoothstep(-0.05F, 0.36F, q.y);
    const float pit =
        smoothstep(0.62F, 0.85F, latticeNoise(q.x * 88 + disc.texture.y, q.y * 88 + disc.texture.x));
    const float tone =
        0.90F + disc.silverTone * slow + 0.20F * lustre + 0.30F * dash + 0.08F * fine - 0.16F * pit;
    surface.colour[i] = disc.silver * tone;
    surface.metal[i] = 0.40F + 0.25F * clamp01(dash);
    surface.rough[i] = 0.46F - 0.12F * clamp01(dash);
    surface.height[i] = kFace + 0.00022F * dash + 0.00012F * fine - 0.0003F * pit;
    surface.setLabel(i, BuzzerSegment::Piezo);
}

void paintCeramic(Surface& surface, std::size_t i, Vec2 q, const Disc& disc, float r) {
    const float cloud = fractalNoise(q.x * 13 + disc.texture.x, q.y * 13 + disc.texture.y, 4);
    const float fine = latticeNoise(q.x * 190 + disc.texture.y, q.y * 190 + disc.texture.x);
    const float bevel = smoothstep(0.007F, 0.0F, disc.ceramicRadius - r);
    // Where the wall's light falls on it the olive turns to grey.
    const float washed = smoothstep(-0.1F, 0.8F, latticeNoise(q.x * 3.4F + 77.3F, q.y * 3.4F + 8.6F));
    const Rgb tone = mix(disc.ceramic, {0.225F, 0.225F, 0.215F}, 0.62F * washed);
    surface.colour[i] = tone * (1.0F + 0.22F * cloud + 0.06F * fine - 0.25F * bevel);
    surface.metal[i] = 0.05F;
    surface.rough[i] = 0.42F;
    surface.height[i] = 0.0135F - 0.004F * bevel + 0.00008F * fine;
    surface.setLabel(i, BuzzerSegment::PiezoBorder);
}

/// Bare ceramic in the middle of the electrode; the screen has left its pattern on it.
void paintMark(Surface& surface, std::size_t i, Vec2 q, const Disc& disc, float r) {
    paintCeramic(surface, i, q, disc, r);
    surface.colour[i] = surface.colour[i] * Rgb{0.72F, 0.74F, 0.80F} * (1.0F + 0.45F * weave(disc, q));
    // It belongs to the electrode's face, not to the border (supplement, figure 2).
    surface.setLabel(i, BuzzerSegment::Piezo);
}

void paintDiscSample(Surface& surface, std::size_t i, Vec2 q, const Disc& disc, float r) {
    const float ragged =
        disc.ragged * (0.0016F * latticeNoise(q.x * 110 + disc.texture.x, q.y * 110 + disc.texture.y) +
                       0.0026F * latticeNoise(q.x * 42 + disc.texture.y, q.y * 42 + disc.texture.x));
    const float wrap = wrapDistance(disc, q) + ragged;
    const float half = 0.5F * disc.gap;
    const bool wrapped = wrap < -half && r + ragged < disc.ceramicRadius - 0.004F;
    const bool large = wrap > half && r + ragged < disc.electrodeRadius;
    const bool mark = length(q - disc.markCentre) + ragged * 1.3F < disc.markRadius;
    if (wrapped || (large && !mark)) {
        paintSilver(surface, i, q, disc);
    } else if (large) {
        paintMark(surface, i, q, disc, r);
    } else {
        paintCeramic(surface, i, q, disc, r);
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
            const float wave = 0.006F * latticeNoise(p.x * 6 + cup.housing.y, p.y * 6 + cup.housing.x);
            // The wall bulges in the middle of the long sides.
            const float bulge = 0.022F * smoothstep(0.22F, 0.10F, std::abs(p.x));
            const float inside = (1.0F - std::sqrt(std::sqrt(fourth))) * cup.half.y + wave + bulge;
            if (inside > 0) {
                paintMembrane(surface, i, p, scene, inside);
            } else {
                paintHousing(surface, i, p, scene, -inside);
            }
        }
    }
}

void paintObjects(Surface& surface, const Frame& frame, const Scene& scene) {
    for (const Stamp& stamp : scene.stamps)
        if (stamp.layer == StampLayer::Surface) paintStamp(surface, frame, stamp);
    for (const SolderDot& dot : scene.dots)
        if (dot.present) paintDot(surface, frame, dot);
    for (const Wire& wire : scene.wires)
        if (wire.present) paintWire(surface, frame, wire, scene.light);
    for (const Stamp& stamp : scene.stamps)
        if (stamp.layer == StampLayer::Top) paintStamp(surface, frame, stamp);
}

}  // namespace segad::demo
