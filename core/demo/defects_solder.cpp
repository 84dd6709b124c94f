// Bad soldering.
#include <array>
#include <cmath>

#include "core/demo/defects.h"

namespace segad::demo {

namespace {

SolderDot& anyDot(Scene& scene, Dice& dice) {
    return scene.dots[static_cast<std::size_t>(dice.below(2))];
}

std::size_t indexOf(const Scene& scene, const SolderDot& dot) {
    return &dot == &scene.dots[0] ? 0 : 1;
}

/// Leads the wire's end back into a dot that has moved or shrunk.
void reattach(Scene& scene, const SolderDot& dot) {
    Wire& wire = scene.wires[indexOf(scene, dot)];
    wire.points[0] = dot.centre + Vec2{0, dot.radius * 0.72F};
}

void missing(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    dot.present = false;
    // The wire stays where it was meant to be held; traces of flux often tell of the attempt.
    Wire& wire = scene.wires[indexOf(scene, dot)];
    wire.points[0] = dot.centre + dice.jitter(0.02F);
    wire.heights[0] = 0.004F;
    if (dice.chance(0.5F)) {
        Stamp residue;
        residue.centre = dot.centre;
        residue.radius = dot.radius * dice.uniform(0.5F, 0.9F);
        residue.ragged = 0.5F;
        residue.soft = 0.3F;
        residue.material = {{0.22F, 0.20F, 0.16F}, 0, 0.35F};
        residue.cover = dice.uniform(0.2F, 0.55F);
        residue.rim = 0.2F;
        residue.texture = dice.place();
        scene.stamps.push_back(residue);
    }
}

void insufficient(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    const float share = dice.uniform(0.46F, 0.81F);
    dot.radius *= share;
    dot.height *= share * dice.uniform(0.6F, 1.0F);
    reattach(scene, dot);
}

void excess(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    const float share = dice.uniform(1.19F, 1.52F);
    dot.radius *= share;
    dot.height *= dice.uniform(1.0F, 1.4F);
    for (Vec2& harmonic : dot.outline)
        harmonic = harmonic + dice.jitter(0.045F);
    reattach(scene, dot);
}

void misplaced(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    const float direction = dice.uniform(0, 1);
    dot.centre = dot.centre + directionOf(direction) * dice.uniform(0.028F, 0.078F);
    // The dot can't lie beyond the ceramic.
    const float reach = length(dot.centre);
    if (reach > 0.37F) dot.centre = dot.centre * (0.37F / reach);
    reattach(scene, dot);
}

void burned(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    const float severity = dice.uniform(0.15F, 1.0F);
    dot.crust = 1.0F;
    dot.metal.rough = mix(dot.metal.rough, 0.55F, severity);
    dot.metal.colour =
        dot.metal.colour * Rgb{1 - 0.55F * severity, 1 - 0.60F * severity, 1 - 0.66F * severity};
    Stamp scorch;
    scorch.layer = dice.chance(0.5F) ? StampLayer::Top : StampLayer::Surface;
    const float direction = dice.uniform(0, 1);
    scorch.centre = dot.centre + directionOf(direction) * (dot.radius * dice.uniform(0.75F, 1.15F));
    scorch.radius = dot.radius * mix(0.25F, 0.75F, severity);
    scorch.aspect = dice.uniform(1, 1.8F);
    scorch.turn = direction + 0.25F;
    scorch.ragged = 0.5F;
    scorch.soft = 0.5F;
    scorch.material = {{0.022F, 0.018F, 0.014F}, 0, 0.35F};
    scorch.cover = mix(0.45F, 0.95F, severity);
    scorch.rise = 0.004F * severity;
    scorch.texture = dice.place();
    scene.stamps.push_back(scorch);
}

void splash(Scene& scene, Dice& dice) {
    const SolderDot& dot = anyDot(scene, dice);
    const int count = dice.chance(0.5F) ? 1 : dice.between(2, 5);
    for (int k = 0; k < count; ++k) {
        Stamp ball;
        ball.layer = StampLayer::Top;
        const float direction = dice.uniform(0, 1);
        ball.radius = dice.uniform(0.0045F, k == 0 ? 0.024F : 0.012F);
        ball.centre =
            dot.centre + directionOf(direction) * (dot.radius * dice.uniform(1.15F, 2.0F) + ball.radius);
        if (length(ball.centre) > 0.46F) ball.centre = ball.centre * (0.40F / length(ball.centre));
        ball.aspect = dice.uniform(1, 1.25F);
        ball.turn = dice.uniform(0, 1);
        ball.ragged = 0.06F;
        ball.soft = 0.10F;
        ball.material = {{0.78F, 0.78F, 0.79F}, 1, 0.2F};
        ball.rise = ball.radius * 0.85F;
        ball.texture = dice.place();
        Stamp film = ball;
        film.layer = StampLayer::Surface;
        film.radius = ball.radius * dice.uniform(1.5F, 2.1F);
        film.material = {{0.20F, 0.195F, 0.18F}, 0, 0.3F};
        film.cover = 0.35F;
        film.rise = 0;
        film.rim = 0.35F;
        scene.stamps.push_back(film);
        scene.stamps.push_back(ball);
    }
}

void cold(Scene& scene, Dice& dice) {
    SolderDot& dot = anyDot(scene, dice);
    const float severity = dice.uniform(0.1F, 1.0F);
    dot.wrinkle *= mix(1.9F, 3.8F, severity);
    dot.metal.rough = mix(0.40F, 0.66F, severity);
    dot.metal.colour = dot.metal.colour * mix(0.85F, 0.60F, severity);
    dot.texture = dice.place();
}

void blowHole(Scene& scene, Dice& dice) {
    const SolderDot& dot = anyDot(scene, dice);
    Stamp hole;
    hole.layer = StampLayer::Top;
    const float direction = dice.uniform(0, 1);
    hole.centre = dot.centre + directionOf(direction) * (dot.radius * dice.uniform(0.1F, 0.62F));
    hole.radius = dice.uniform(0.006F, 0.020F);
    hole.aspect = dice.uniform(1, 1.7F);
    hole.turn = dice.uniform(0, 1);
    hole.ragged = 0.25F;
    hole.soft = 0.35F;
    hole.material = {{0.014F, 0.013F, 0.012F}, 0, 0.9F};
    hole.cover = dice.uniform(0.6F, 0.95F);
    hole.rise = -hole.radius * 0.9F;
    hole.texture = dice.place();
    scene.stamps.push_back(hole);
}

void bridge(Scene& scene, Dice& dice) {
    // From one dot across the bare band: a short circuit.
    const bool fromLeft = dice.chance(0.6F);
    const SolderDot& dot = scene.dots[fromLeft ? 0 : 1];
    const Vec2 target =
        fromLeft && dice.chance(0.5F)
            ? dot.centre + Vec2{dice.uniform(-0.02F, 0.05F), 0.19F}
            : scene.disc.corner + Vec2{dice.uniform(-0.04F, 0.04F), dice.uniform(-0.14F, -0.05F)};
    const Vec2 along = target - dot.centre;
    Stamp flow;
    flow.centre = dot.centre + along * 0.52F;
    flow.radius = length(along) * dice.uniform(0.36F, 0.46F);
    flow.aspect = dice.uniform(1.5F, 2.6F);
    flow.turn = turnsOf(along);
    flow.ragged = 0.30F;
    flow.soft = 0.08F;
    flow.material = {{0.74F, 0.74F, 0.75F}, 1, dice.uniform(0.22F, 0.35F)};
    flow.rise = flow.radius * dice.uniform(0.50F, 0.70F) / std::sqrt(flow.aspect);
    flow.plateau = 0.25F;
    flow.wrinkle = dice.uniform(0.3F, 0.7F);
    flow.rim = -0.7F;
    flow.texture = dice.place();
    scene.stamps.push_back(flow);
}

constexpr auto kDot = BuzzerSegment::SolderingDot;
constexpr std::array kRows{
    DefectRow{{"solder_missing", "Soldering dot missing", kDot, true, false}, MaskFrom::Surface, missing},
    DefectRow{
        {"solder_insufficient", "Too little solder", kDot, true, false}, MaskFrom::Labels, insufficient},
    DefectRow{{"solder_excess", "Too much solder", kDot, true, false}, MaskFrom::Labels, excess},
    DefectRow{
        {"solder_misplaced", "Soldering dot out of place", kDot, true, false}, MaskFrom::Labels, misplaced},
    DefectRow{{"solder_burned", "Soldering dot burned", kDot, false, false}, MaskFrom::Surface, burned},
    DefectRow{{"solder_splash", "Solder splashes", kDot, false, false}, MaskFrom::Surface, splash},
    DefectRow{{"solder_cold", "Cold, crumbly solder", kDot, false, false}, MaskFrom::Surface, cold},
    DefectRow{{"solder_hole", "Blow hole in the solder", kDot, false, false}, MaskFrom::Surface, blowHole},
    DefectRow{
        {"solder_bridge", "Solder bridges the electrodes", kDot, false, true}, MaskFrom::Surface, bridge},
};

}  // namespace

std::span<const DefectRow> solderDefects() {
    return kRows;
}

}  // namespace segad::demo
