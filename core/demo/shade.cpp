#include "core/demo/shade.h"

#include "core/demo/noise.h"

namespace segad::demo {

namespace {

/// Running mean over 2·radius + 1 along one axis, `passes` times: close to a Gaussian.
void boxBlur(std::vector<float>& plane, int side, int radius, int passes) {
    const auto n = static_cast<std::size_t>(side);
    std::vector<float> line(n);
    const float scale = 1.0F / static_cast<float>(2 * radius + 1);
    const auto pass = [&](std::size_t start, std::size_t stride) {
        const auto value = [&](int k) {
            return plane[start + static_cast<std::size_t>(std::clamp(k, 0, side - 1)) * stride];
        };
        float sum = 0;
        for (int k = -radius; k <= radius; ++k)
            sum += value(k);
        for (int k = 0; k < side; ++k) {
            line[static_cast<std::size_t>(k)] = sum * scale;
            sum += value(k + radius + 1) - value(k - radius);
        }
        for (std::size_t k = 0; k < n; ++k)
            plane[start + k * stride] = line[k];
    };
    for (int repeat = 0; repeat < passes; ++repeat) {
        for (std::size_t row = 0; row < n; ++row)
            pass(row * n, 1);
        for (std::size_t column = 0; column < n; ++column)
            pass(column, n);
    }
}

/// Height at half resolution, blurred by about `reach` part units.
struct Relief {
    int side;
    std::vector<float> height;

    Relief(const Surface& surface, float reachInSamples)
        : side(surface.side / 2), height(static_cast<std::size_t>(side) * static_cast<std::size_t>(side)) {
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const std::size_t i = surface.at(2 * column, 2 * row);
                const auto below = i + static_cast<std::size_t>(surface.side);
                height[index(column, row)] = 0.25F * (surface.height[i] + surface.height[i + 1] +
                                                      surface.height[below] + surface.height[below + 1]);
            }
        }
        boxBlur(height, side, std::max(1, floorToInt(reachInSamples * 0.25F)), 2);
    }

    std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(side) +
               static_cast<std::size_t>(column);
    }

    /// At a sample of the full grid; clamped to it.
    float at(int column, int row) const {
        const int x = std::clamp(column / 2, 0, side - 1);
        const int y = std::clamp(row / 2, 0, side - 1);
        return height[index(x, y)];
    }
};

struct Normal {
    float x, y, z;
};

Normal normalAt(const Surface& surface, int column, int row, float samplesPerUnit) {
    const int last = surface.side - 1;
    const int left = std::max(column - 1, 0);
    const int right = std::min(column + 1, last);
    const int up = std::max(row - 1, 0);
    const int down = std::min(row + 1, last);
    // Steps between parts are steep but not cliffs: the lens never sees a vertical wall.
    const float limit = 3.0F;
    const float scale = 0.5F * samplesPerUnit;
    const float sx =
        std::clamp((surface.height[surface.at(right, row)] - surface.height[surface.at(left, row)]) * scale,
                   -limit, limit);
    const float sy = std::clamp(
        (surface.height[surface.at(column, down)] - surface.height[surface.at(column, up)]) * scale, -limit,
        limit);
    const float inverse = 1.0F / std::sqrt(1.0F + sx * sx + sy * sy);
    return {-sx * inverse, -sy * inverse, inverse};
}

/// Distance of the lens from the part, part units.
constexpr float kLensHeight = 1.35F;

/// What a mirror of the given roughness sees in the direction (x, y, z): the ring light overhead with
/// the dark lens in its middle, dim surroundings, the side light low down.
float surroundings(float x, float y, float z, float rough, const Light& light, Vec2 place) {
    const float soft = 0.06F + 0.50F * rough;
    const float ring = smoothstep(0.56F - soft, 0.93F, z);
    const float lens = 0.46F * smoothstep(0.970F - 0.05F * rough, 0.9995F, z);
    const float toSide = x * light.side.x + y * light.side.y;
    const float side = smoothstep(0.45F, 0.98F, toSide) * smoothstep(-0.1F, 0.35F, z);
    const float horizon = smoothstep(-0.35F, 0.1F, z) * smoothstep(0.40F, 0.05F, z);
    float seen = light.ring * (0.028F + 0.86F * ring - lens) + light.sideStrength * 0.7F * side;
    if (horizon > 0)
        seen += 0.10F * horizon * (1.0F + 0.9F * latticeNoise(x * 4.2F + place.x, y * 4.2F + place.y));
    return seen;
}

}  // namespace

std::vector<Rgb> shade(const Surface& surface, const Frame& frame, const Light& light) {
    const float unit = frame.samplesPerUnit();
    const Relief close(surface, 0.016F * unit);
    const Relief wide(surface, 0.070F * unit);
    const Vec2 toSide = frame.directionToSamples(light.side) * (1.0F / unit);
    const int nearStep = floorToInt(0.014F * unit + 0.5F);
    const int farStep = floorToInt(0.040F * unit + 0.5F);
    const auto step = [](float direction, int reach) {
        return floorToInt(direction * static_cast<float>(reach) + 0.5F);
    };
    const int nearX = step(toSide.x, nearStep), nearY = step(toSide.y, nearStep);
    const int farX = step(toSide.x, farStep), farY = step(toSide.y, farStep);
    std::vector<Rgb> out(surface.height.size());
    for (int row = 0; row < surface.side; ++row) {
        for (int column = 0; column < surface.side; ++column) {
            const std::size_t i = surface.at(column, row);
            const float h = surface.height[i];
            const Normal n = normalAt(surface, column, row, unit);
            // Neighbours that stand higher take away sky, and the side light where they stand towards it.
            const float buried = 9.0F * std::max(0.0F, close.at(column, row) - h) +
                                 7.0F * std::max(0.0F, wide.at(column, row) - h);
            const float sky = 1.0F / (1.0F + buried);
            const float block = 22.0F * std::max(0.0F, close.at(column + nearX, row + nearY) - h - 0.002F) +
                                14.0F * std::max(0.0F, wide.at(column + farX, row + farY) - h - 0.003F);
            const float lit = (1.0F - surface.shadow[i]) / (1.0F + block);
            const Vec2 p = frame.toPart(column, row);
            const float slope = 1.0F + dot(light.gradient, p);
            const float facing =
                std::max(0.0F, 0.62F * n.z + 0.78F * (n.x * light.side.x + n.y * light.side.y));
            const float diffuse =
                light.ring * 0.60F * sky * (0.25F + 0.75F * n.z) * (1.0F - 0.5F * surface.shadow[i]) +
                light.sideStrength * 1.1F * facing * lit;
            // The lens hangs kLensHeight above the middle; the mirror direction is 2(n·v)n − v.
            const float away = 1.0F / std::sqrt(dot(p, p) + square(kLensHeight));
            const Normal v{-p.x * away, -p.y * away, kLensHeight * away};
            const float nv = n.x * v.x + n.y * v.y + n.z * v.z;
            const float rx = 2 * nv * n.x - v.x, ry = 2 * nv * n.y - v.y, rz = 2 * nv * n.z - v.z;
            const float mirror = surroundings(rx, ry, rz, surface.rough[i], light, light.reflection) *
                                 mix(sky, 1.0F, 0.35F) * (1.0F - 0.4F * surface.shadow[i]);
            const float metal = surface.metal[i];
            const Rgb colour = surface.colour[i];
            const float fresnel = (0.035F + 0.25F * square(square(1.0F - n.z))) * (1.0F - metal) *
                                  (1.0F - 0.7F * surface.rough[i]);
            const Rgb body = colour * (diffuse * (1.0F - metal) + mirror * metal);
            out[i] = (body + Rgb{1, 1, 1} * (mirror * fresnel)) * light.tint * slope;
        }
    }
    return out;
}

namespace {

/// Opacity and colour of one pin at a point; everything about it is soft with `blur`.
struct PinLook {
    float cover = 0;
    Rgb colour;
    bool solid = false;  ///< inside its outline
};

/// The metal's face at `q` (across, along): dull, mottled, a bevel on one side, pale worn edges.
Rgb pinFace(const Pin& pin, Vec2 q, float share, float half, float body) {
    const float cloud = fractalNoise(q.x * 16 + pin.texture.x, q.y * 10 + pin.texture.y, 3);
    const float brushed = latticeNoise(q.x * 24 + pin.texture.y, q.y * 130 + pin.texture.x);
    const float across = q.x / half;
    const float bevel = smoothstep(-0.42F, -0.62F, across) + 0.45F * smoothstep(0.70F, 0.86F, across);
    const float edge = smoothstep(-0.012F, -0.002F, body);
    const float glow = smoothstep(0.35F, 0.0F, share);
    float tone = pin.tone * (0.90F + 0.55F * cloud + 0.07F * brushed + 0.35F * glow);
    tone += pin.edge * (0.15F * bevel * (0.8F + 0.5F * cloud) + 0.10F * edge);
    Rgb colour = Rgb{0.95F, 1.0F, 1.06F} * tone;
    if (pin.soil > 0) {
        const float dirt = pin.soil * smoothstep(0.10F, 0.03F, q.y + 0.10F * cloud) *
                           smoothstep(-0.5F, 0.2F, cloud + 0.4F * brushed + 0.2F);
        colour = mix(colour, Rgb{0.025F, 0.02F, 0.016F}, clamp01(dirt));
    }
    return colour;
}

/// How far the block reaches over the pin's foot towards the tip, part units.
constexpr float kBlockReach = 0.075F;

/// The block at the pin's foot, `q` across and along it: clear plastic with vertical lights and a glint of
/// the brass behind it.
Rgb pinFoot(const Pin& pin, Vec2 q, float lean) {
    const float cloud = fractalNoise(q.x * 10 + pin.texture.y, q.y * 10 + pin.texture.x, 3);
    const float light = smoothstep(0.022F, 0.0F, std::abs(q.x + (0.072F + 0.02F * cloud) * lean)) +
                        0.7F * smoothstep(0.014F, 0.0F, std::abs(q.x - 0.030F * lean + 0.02F * cloud)) +
                        0.6F * smoothstep(0.020F, 0.0F, std::abs(q.y - 0.015F));
    const Rgb clear = Rgb{0.235F, 0.245F, 0.255F} * (1.0F + 0.7F * cloud + 0.55F * light);
    const float glint = smoothstep(0.026F, 0.006F, std::abs(q.y - 0.063F + 0.03F * cloud)) *
                        smoothstep(0.055F, 0.025F, std::abs(q.x + 0.012F * lean));
    return mix(clear, Rgb{0.150F, 0.105F, 0.040F} * (1.0F + 1.2F * cloud), 0.85F * glint);
}

PinLook lookAt(const Pin& pin, Vec2 p, const Light& light) {
    const Vec2 axis = pin.foot - pin.tip;
    const float reach = length(axis);
    const Vec2 down = axis * (1.0F / reach);
    const Vec2 q{dot(p - pin.tip, perpendicular(down) * (-1.0F)), dot(p - pin.tip, down)};
    const float share = q.y / reach;
    const float half = 0.5F * mix(pin.tipWidth, pin.footWidth, clamp01(share));
    // Closer to the camera towards the foot: more out of focus.
    const float blur = 0.0035F + 0.012F * clamp01(share);
    const float nick = pin.nick > 0 ? pin.nick * 1.6F - q.y - (half - q.x * pin.nickSide) * 0.9F : -1.0F;
    const float body = std::max({std::abs(q.x) - half, -q.y, nick});
    // The foot: a translucent block that holds the pin.
    const float lean = pin.tip.x < 0 ? 1.0F : -1.0F;
    const Vec2 fromFoot = p - pin.foot;
    const Vec2 b{dot(fromFoot, perpendicular(pin.blockAxis) * (-1.0F)),
                 dot(fromFoot, pin.blockAxis) + kBlockReach};
    const float foot = std::max(std::abs(b.x + 0.028F * lean) - 0.088F, -b.y);
    PinLook look;
    const float reachOut = 0.045F;
    if (body > reachOut && foot > reachOut) return look;
    const float coverBody = 0.96F * smoothstep(blur, -blur, body);
    const float coverFoot = 0.80F * smoothstep(0.022F, -0.022F, foot);
    look.cover = 1.0F - (1.0F - coverBody) * (1.0F - coverFoot);
    look.colour = mix(pinFace(pin, q, share, half, body), pinFoot(pin, b, lean),
                      clamp01(coverFoot / std::max(look.cover, 1e-4F) * 0.85F)) *
                  light.ring * light.tint;
    look.solid = std::min(body, foot) < 0;
    return look;
}

}  // namespace

void composePins(std::vector<Rgb>& picture, std::vector<std::uint8_t>& label, const Frame& frame,
                 const Scene& scene) {
    for (const Pin& pin : scene.pins) {
        if (!pin.present) continue;
        const Vec2 middle = (pin.tip + pin.foot) * 0.5F;
        const Window w = windowAround(frame, middle, 0.5F * length(pin.foot - pin.tip) + 0.20F);
        for (int row = w.top; row <= w.bottom; ++row) {
            for (int column = w.left; column <= w.right; ++column) {
                const Vec2 p = frame.toPart(column, row);
                const PinLook look = lookAt(pin, p, scene.light);
                if (look.cover <= 0) continue;
                const std::size_t i = static_cast<std::size_t>(row) * static_cast<std::size_t>(frame.side()) +
                                      static_cast<std::size_t>(column);
                const float slope = 1.0F + dot(scene.light.gradient, p);
                picture[i] = mix(picture[i], look.colour * slope, look.cover);
                if (look.solid) label[i] = static_cast<std::uint8_t>(BuzzerSegment::Pin);
            }
        }
    }
}

}  // namespace segad::demo
