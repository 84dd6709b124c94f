#include "core/demo/scene.h"

#include <string>

#include "core/demo/noise.h"

namespace segad::demo {

namespace {

Disc drawDisc(Dice& dice) {
    Disc disc;
    disc.centre = dice.jitter(0.0030F);
    disc.turn = dice.normal(0, 0.0032F);
    disc.ceramicRadius += dice.normal(0, 0.0008F);
    disc.electrodeRadius += dice.normal(0, 0.0022F);
    disc.corner = disc.corner + dice.jitter(0.0035F);
    disc.cornerRadius += dice.normal(0, 0.008F);
    disc.gap *= dice.normal(1, 0.07F);
    disc.markCentre = disc.markCentre + dice.jitter(0.004F);
    disc.markRadius *= dice.normal(1, 0.05F);
    disc.ragged = dice.uniform(0.6F, 1.6F);
    disc.weaveSlant += dice.normal(0, 0.012F);
    disc.weave = dice.uniform(0.65F, 1.25F);
    const float silver = dice.normal(1, 0.045F);
    disc.silver = disc.silver * silver;
    const float ceramic = dice.normal(1, 0.07F);
    const float warm = dice.normal(1, 0.03F);
    disc.ceramic = disc.ceramic * Rgb{ceramic * warm, ceramic, ceramic / warm};
    disc.texture = dice.place();
    disc.silverTone = dice.uniform(0.04F, 0.12F);
    return disc;
}

SolderDot drawDot(Dice& dice, int index) {
    SolderDot dot;
    dot.centre = index == 0 ? Vec2{-0.156F, -0.300F} : Vec2{0.186F, -0.272F};
    dot.centre = dot.centre + dice.jitter(0.0065F);
    dot.radius = (index == 0 ? 0.092F : 0.085F) * dice.normal(1, 0.06F);
    for (std::size_t k = 0; k < dot.outline.size(); ++k)
        dot.outline[k] = dice.jitter(0.030F / (1.0F + 0.45F * static_cast<float>(k)));
    dot.height = dot.radius * dice.normal(0.62F, 0.05F);
    dot.wrinkle = dice.uniform(0.6F, 1.5F);
    dot.crust = dice.uniform(0.25F, 0.85F);
    dot.fluxHalo = dice.chance(0.7F) ? dice.uniform(0.2F, 0.9F) : 0.0F;
    dot.fluxReach = dice.uniform(1.15F, 1.42F);
    dot.dimple = Vec2{0, 0.30F} + dice.jitter(0.10F);
    dot.metal.rough = dice.uniform(0.17F, 0.30F);
    dot.texture = dice.place();
    return dot;
}

Pin drawPin(Dice& dice, int index) {
    Pin pin;
    pin.tip = index == 0 ? Vec2{-0.231F, 0.004F} : Vec2{0.232F, -0.020F};
    pin.foot = index == 0 ? Vec2{-0.278F, 0.40F} : Vec2{0.284F, 0.40F};
    pin.tip = pin.tip + dice.jitter(0.006F);
    pin.foot = pin.foot + dice.jitter(0.006F);
    pin.blockAxis = normalised(pin.foot - pin.tip);
    pin.tipWidth *= dice.normal(1, 0.03F);
    pin.footWidth *= dice.normal(1, 0.03F);
    pin.tone = dice.normal(0.112F, 0.014F);
    pin.edge = dice.uniform(0.35F, 0.65F);
    pin.texture = dice.place();
    return pin;
}

/// Grains and fluff that every real part carries.
Stamp dust(Dice& dice) {
    Stamp stamp;
    stamp.layer = StampLayer::Top;
    const float reach = dice.uniform(0.0F, 0.47F);
    const float direction = dice.uniform(0, 1);
    stamp.centre = directionOf(direction) * reach;
    stamp.radius = dice.uniform(0.0012F, 0.0034F);
    stamp.aspect = dice.uniform(1, 2.2F);
    stamp.turn = dice.uniform(0, 1);
    stamp.ragged = 0.5F;
    stamp.soft = 0.6F;
    const float tone = dice.chance(0.6F) ? dice.uniform(0.02F, 0.10F) : dice.uniform(0.5F, 0.8F);
    stamp.material = {{tone, tone * 0.97F, tone * 0.92F}, 0, 0.8F};
    stamp.cover = dice.uniform(0.4F, 0.9F);
    stamp.texture = dice.place();
    return stamp;
}

/// A weak stain that nobody minds.
Stamp harmlessStain(Dice& dice) {
    Stamp stamp;
    const float reach = dice.uniform(0.0F, 0.46F);
    const float direction = dice.uniform(0, 1);
    stamp.centre = directionOf(direction) * reach;
    stamp.radius = dice.uniform(0.012F, 0.055F);
    stamp.aspect = dice.uniform(1, 2.5F);
    stamp.turn = dice.uniform(0, 1);
    stamp.ragged = 0.8F;
    stamp.soft = 0.8F;
    const bool dark = dice.chance(0.5F);
    const float tone = dark ? dice.uniform(0.10F, 0.25F) : dice.uniform(0.6F, 0.8F);
    stamp.material = {{tone, tone * dice.uniform(0.94F, 1.0F), tone * 0.93F}, 0, 0.6F};
    stamp.cover = dice.uniform(0.04F, 0.16F);
    stamp.gloss = 0.2F;
    stamp.rim = dark ? -0.05F : 0.05F;
    stamp.patchy = dice.uniform(0.2F, 0.8F);
    stamp.texture = dice.place();
    return stamp;
}

/// A handling mark too faint to matter.
Stamp faintScratch(Dice& dice) {
    Stamp stamp;
    stamp.shape = StampShape::Stroke;
    const float reach = dice.uniform(0.05F, 0.52F);
    const float direction = dice.uniform(0, 1);
    const Vec2 from = directionOf(direction) * reach;
    const float heading = dice.uniform(0, 1);
    const Vec2 along = directionOf(heading) * dice.uniform(0.02F, 0.10F);
    const Vec2 bow = perpendicular(along) * dice.normal(0, 0.08F);
    stamp.path = {from, from + along * 0.5F + bow, from + along};
    stamp.width = dice.uniform(0.0007F, 0.0014F);
    stamp.material = {{0.66F, 0.66F, 0.66F}, 0.5F, 0.4F};
    stamp.cover = dice.uniform(0.08F, 0.25F);
    stamp.rise = -0.0003F;
    stamp.texture = dice.place();
    return stamp;
}

Light drawLight(Dice& dice) {
    Light light;
    light.side = directionOf(dice.normal(-0.16F, 0.035F));
    light.sideStrength = dice.uniform(0.24F, 0.44F);
    light.ring = dice.normal(1, 0.04F);
    light.gradient = Vec2{0.10F, -0.06F} + dice.jitter(0.07F);
    const float warm = dice.normal(0, 0.016F);
    const float green = dice.normal(0, 0.007F);
    light.tint = {0.968F + warm, 1.0F + green, 1.022F - warm};
    light.reflection = dice.place();
    return light;
}

Camera drawCamera(Dice& dice) {
    Camera camera;
    camera.exposure = dice.normal(1, 0.045F);
    camera.blur = dice.uniform(0.42F, 0.68F);
    camera.focusSlope = dice.normal(0, 0.18F);
    camera.vignette = dice.uniform(0.06F, 0.16F);
    camera.shotNoise *= dice.uniform(0.7F, 1.4F);
    camera.readNoise *= dice.uniform(0.7F, 1.4F);
    camera.sharpening = dice.uniform(0.2F, 0.5F);
    return camera;
}

Pose drawPose(Dice& dice) {
    Pose pose;
    pose.shift = Vec2{-0.001F, -0.006F} + dice.jitter(0.0055F);
    pose.turn = dice.normal(0, 0.0026F);
    pose.zoom = dice.normal(1, 0.006F);
    return pose;
}

}  // namespace

Wire wireBetween(int index, Vec2 start, Vec2 pinTip, float bend) {
    Wire wire;
    const Vec2 end = pinTip + Vec2{index == 0 ? 0.038F : 0.036F, 0.010F};
    const Vec2 along = end - start;
    // The left wire swings out to the right and back; the right one runs out and hooks in from above.
    const Vec2 out = perpendicular(normalised(along)) * (-1.0F);
    const std::array<Vec2, 4> shape =
        index == 0
            ? std::array<Vec2, 4>{{{0.10F, -0.012F}, {0.36F, 0.012F}, {0.62F, 0.050F}, {0.86F, 0.036F}}}
            : std::array<Vec2, 4>{{{0.14F, 0.008F}, {0.42F, 0.030F}, {0.70F, 0.052F}, {0.90F, 0.032F}}};
    wire.points.push_back(start);
    wire.heights.push_back(0.020F);
    for (const Vec2 knot : shape) {
        wire.points.push_back(start + along * knot.x + out * (knot.y * bend));
        wire.heights.push_back(0.016F + 0.030F * knot.x * knot.x);
    }
    wire.points.push_back(end);
    wire.heights.push_back(0.050F);
    return wire;
}

Scene goodScene(std::uint64_t seed, std::string_view name) {
    // One stream per group, so that a new parameter in one leaves the others as they were.
    const auto stream = [&](const char* group) { return Dice(seed, std::string(name) + '/' + group); };
    Scene scene;
    Dice pose = stream("pose");
    scene.pose = drawPose(pose);
    Dice cup = stream("cup");
    scene.cup.grain = cup.uniform(0.75F, 1.3F);
    scene.cup.polish = cup.uniform(0.35F, 0.65F);
    scene.cup.texture = cup.place();
    scene.cup.glow = Vec2{41.3F, 17.8F} + cup.jitter(0.10F);
    scene.cup.housing = cup.place();
    Dice disc = stream("disc");
    scene.disc = drawDisc(disc);
    Dice dots = stream("dots");
    Dice pins = stream("pins");
    Dice wires = stream("wires");
    for (std::size_t i = 0; i < 2; ++i) {
        const int index = static_cast<int>(i);
        scene.dots[i] = drawDot(dots, index);
        scene.pins[i] = drawPin(pins, index);
        const Vec2 start =
            scene.dots[i].centre + Vec2{0, scene.dots[i].radius * 0.72F} + wires.jitter(0.006F);
        const float bend = wires.normal(1, 0.22F);
        scene.wires[i] = wireBetween(index, start, scene.pins[i].tip, bend);
        for (std::size_t k = 1; k + 1 < scene.wires[i].points.size(); ++k)
            scene.wires[i].points[k] = scene.wires[i].points[k] + wires.jitter(0.0042F);
        const float tone = wires.normal(1, 0.10F);
        scene.wires[i].metal.colour = scene.wires[i].metal.colour * tone;
        scene.wires[i].radius *= wires.normal(1, 0.04F);
    }
    Dice dirt = stream("dirt");
    const int stains = dirt.between(0, 4);
    for (int i = 0; i < stains; ++i)
        scene.stamps.push_back(harmlessStain(dirt));
    const int scratches = dirt.between(0, 3);
    for (int i = 0; i < scratches; ++i)
        scene.stamps.push_back(faintScratch(dirt));
    const int grains = dirt.between(2, 12);
    for (int i = 0; i < grains; ++i)
        scene.stamps.push_back(dust(dirt));
    Dice light = stream("light");
    scene.light = drawLight(light);
    Dice camera = stream("camera");
    scene.camera = drawCamera(camera);
    return scene;
}

}  // namespace segad::demo
