// Bad wires and pins.
#include <array>

#include "core/demo/defects.h"

namespace segad::demo {

namespace {

void wireMissing(Scene& scene, Dice& dice) {
    scene.wires[static_cast<std::size_t>(dice.below(2))].present = false;
}

void wireBroken(Scene& scene, Dice& dice) {
    Wire& wire = scene.wires[static_cast<std::size_t>(dice.below(2))];
    const float width = dice.uniform(0.07F, 0.34F);
    wire.gapFrom = dice.uniform(0.18F, 0.80F - width);
    wire.gapTo = wire.gapFrom + width;
}

void wireDetached(Scene& scene, Dice& dice) {
    const auto index = static_cast<std::size_t>(dice.below(2));
    Wire& wire = scene.wires[index];
    const SolderDot& dot = scene.dots[index];
    const float side = index == 0 ? dice.sign() : (dice.chance(0.75F) ? -1.0F : 1.0F);
    const Vec2 free = dot.centre + Vec2{side * dot.radius * dice.uniform(1.12F, 1.55F),
                                        dot.radius * dice.uniform(-0.5F, 1.0F)};
    const Vec2 moved = free - wire.points[0];
    wire.points[0] = free;
    wire.points[1] = wire.points[1] + moved * 0.75F;
    wire.points[2] = wire.points[2] + moved * 0.4F;
    wire.heights[0] = 0.010F;
    wire.heights[1] = 0.012F;
}

void wireShape(Scene& scene, Dice& dice) {
    const auto index = static_cast<std::size_t>(dice.below(2));
    const Wire& old = scene.wires[index];
    // Stretched, bent the wrong way, or hanging in a wide loop.
    const std::array<float, 3> low{-0.3F, -2.0F, 1.9F};
    const std::array<float, 3> high{0.15F, -0.9F, 3.4F};
    const auto way = static_cast<std::size_t>(dice.below(3));
    Wire wire = wireBetween(static_cast<int>(index), old.points[0], scene.pins[index].tip,
                            dice.uniform(low[way], high[way]));
    wire.metal = old.metal;
    wire.radius = old.radius;
    scene.wires[index] = wire;
}

void wireOverDot(Scene& scene, Dice& dice) {
    const auto index = static_cast<std::size_t>(dice.below(2));
    Wire& wire = scene.wires[index];
    const SolderDot& dot = scene.dots[index];
    const float lean = dice.normal(0, 0.07F);
    const Vec2 up = directionOf(-0.25F + lean);
    const float reach = dot.radius * dice.uniform(0.35F, 1.25F);
    const Vec2 middle = dot.centre + up * (0.4F * reach) + dice.jitter(0.006F);
    const Vec2 end = dot.centre + up * reach;
    const float over = dot.height * 1.9F;
    wire.points.insert(wire.points.begin(), {end, middle});
    wire.heights.insert(wire.heights.begin(), {over * 0.92F, over});
    wire.heights[2] = over * 0.8F;
}

/// Thickness and colour of a scorched stretch of insulation.
void wireBurned(Scene& scene, Dice& dice) {
    const Wire& wire = scene.wires[static_cast<std::size_t>(dice.below(2))];
    const float severity = dice.uniform(0.2F, 1.0F);
    Stamp char_;
    char_.shape = StampShape::Stroke;
    char_.layer = StampLayer::Top;
    const auto from = static_cast<std::size_t>(dice.between(1, 2));
    char_.path.assign(wire.points.begin() + static_cast<std::ptrdiff_t>(from),
                      wire.points.begin() + static_cast<std::ptrdiff_t>(from) + 3);
    char_.width = wire.radius * mix(1.2F, 2.2F, severity);
    char_.material = {{0.022F, 0.017F, 0.013F}, 0.05F, 0.7F};
    char_.cover = mix(0.6F, 1.0F, severity);
    char_.rise = 0.004F;
    char_.texture = dice.place();
    scene.stamps.push_back(char_);
    Stamp soot;
    soot.centre = mix(char_.path[1], char_.path[2], dice.uniform(0, 0.6F));
    soot.radius = mix(0.012F, 0.035F, severity);
    soot.ragged = 0.9F;
    soot.soft = 0.9F;
    soot.material = {{0.05F, 0.04F, 0.03F}, 0, 0.8F};
    soot.cover = mix(0.15F, 0.5F, severity);
    soot.texture = dice.place();
    scene.stamps.push_back(soot);
}

void pinBent(Scene& scene, Dice& dice) {
    const auto index = static_cast<std::size_t>(dice.below(2));
    Pin& pin = scene.pins[index];
    const Vec2 moved{dice.eitherSide(0.026F, 0.085F), dice.uniform(-0.02F, 0.03F)};
    pin.tip = pin.tip + moved;
    Wire& wire = scene.wires[index];
    const std::size_t last = wire.points.size() - 1;
    wire.points[last] = wire.points[last] + moved;
    wire.points[last - 1] = wire.points[last - 1] + moved * 0.6F;
}

void pinMissing(Scene& scene, Dice& dice) {
    const auto index = static_cast<std::size_t>(dice.below(2));
    Pin& pin = scene.pins[index];
    // Broken off at the block, which stays.
    pin.tip = pin.tip + (pin.foot - pin.tip) * 0.86F;
    Wire& wire = scene.wires[index];
    const std::size_t last = wire.points.size() - 1;
    const Vec2 sag{0, dice.uniform(0.0F, 0.05F)};
    wire.points[last] = wire.points[last] + sag + dice.jitter(0.02F);
    if (dice.chance(0.4F)) wire.present = false;
}

void pinNicked(Scene& scene, Dice& dice) {
    Pin& pin = scene.pins[static_cast<std::size_t>(dice.below(2))];
    pin.nick = dice.uniform(0.022F, 0.060F);
    pin.nickSide = dice.sign();
}

void pinSoiled(Scene& scene, Dice& dice) {
    Pin& pin = scene.pins[static_cast<std::size_t>(dice.below(2))];
    pin.soil = dice.uniform(0.35F, 1.1F);
}

constexpr auto kWire = BuzzerSegment::Wire;
constexpr auto kPin = BuzzerSegment::Pin;
constexpr std::array kRows{
    DefectRow{{"wire_missing", "Wire missing", kWire, true, false}, MaskFrom::Labels, wireMissing},
    DefectRow{{"wire_broken", "Wire broken", kWire, false, false}, MaskFrom::Labels, wireBroken},
    DefectRow{{"wire_detached", "Wire not in its soldering dot", kWire, true, false},
              MaskFrom::Labels,
              wireDetached},
    DefectRow{{"wire_shape", "Wire bent the wrong way", kWire, true, false}, MaskFrom::Labels, wireShape},
    DefectRow{{"wire_over_dot", "Wire lies on its soldering dot", kWire, true, false},
              MaskFrom::Labels,
              wireOverDot},
    DefectRow{{"wire_burned", "Wire burned", kWire, false, true}, MaskFrom::Surface, wireBurned},
    DefectRow{{"pin_bent", "Pin bent", kPin, true, false}, MaskFrom::Labels, pinBent},
    DefectRow{{"pin_broken", "Pin's tip broken", kPin, false, false}, MaskFrom::Labels, pinNicked},
    DefectRow{{"pin_soiled", "Pin soiled", kPin, false, false}, MaskFrom::Surface, pinSoiled},
    DefectRow{{"pin_missing", "Pin missing", kPin, true, true}, MaskFrom::Labels, pinMissing},
};

}  // namespace

std::span<const DefectRow> wireAndPinDefects() {
    return kRows;
}

}  // namespace segad::demo
