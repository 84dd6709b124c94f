// Bad ceramic, electrodes and membrane.
#include <array>

#include "core/demo/defects.h"

namespace segad::demo {

namespace {

/// Whether something at `p` would be seen: not behind a pin, under a dot, or out of the picture.
bool visible(const Scene& scene, Vec2 p) {
    if (std::abs(p.x) > 0.46F || std::abs(p.y) > 0.45F) return false;
    const Vec2 e{(p.x - scene.cup.centre.x) / scene.cup.half.x,
                 (p.y - scene.cup.centre.y) / scene.cup.half.y};
    if (square(square(e.x)) + square(square(e.y)) > 0.86F) return false;
    for (const SolderDot& dot : scene.dots)
        if (length(p - dot.centre) < dot.radius * 1.2F) return false;
    for (const Pin& pin : scene.pins) {
        const float share = (p.y - pin.tip.y) / (pin.foot.y - pin.tip.y);
        if (share > -0.1F &&
            std::abs(p.x - mix(pin.tip.x, pin.foot.x, share)) < (share > 0.72F ? 0.14F : 0.075F))
            return false;
    }
    return true;
}

/// A visible place whose distance from the centre is in low…high.
Vec2 placeBetween(const Scene& scene, Dice& dice, float low, float high) {
    for (int attempt = 0; attempt < 200; ++attempt) {
        const float direction = dice.uniform(0, 1);
        const Vec2 p = directionOf(direction) * dice.uniform(low, high);
        if (visible(scene, p)) return p;
    }
    return Vec2{0, 0.5F * (low + high)};
}

Vec2 onElectrode(const Scene& scene, Dice& dice) {
    return placeBetween(scene, dice, 0.0F, 0.35F);
}
Vec2 onBorder(const Scene& scene, Dice& dice, float radius) {
    return placeBetween(scene, dice, radius - 0.004F, radius + 0.004F);
}
Vec2 onMembrane(const Scene& scene, Dice& dice) {
    return placeBetween(scene, dice, 0.455F, 0.58F);
}

/// A wavering path from `from` in direction `heading` (turns) of `reach` part units.
std::vector<Vec2> waver(Dice& dice, Vec2 from, float heading, float reach, float restlessness, int knots) {
    std::vector<Vec2> path{from};
    const float step = reach / static_cast<float>(knots);
    for (int k = 0; k < knots; ++k) {
        heading += dice.normal(0, restlessness);
        path.push_back(path.back() + directionOf(heading) * step);
    }
    return path;
}

void piezoScratch(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    const Vec2 from = onElectrode(scene, dice);
    const float heading = dice.uniform(0, 1);
    const int lines = dice.chance(0.4F) ? dice.between(2, 4) : 1;
    for (int k = 0; k < lines; ++k) {
        Stamp scratch;
        scratch.shape = StampShape::Stroke;
        const Vec2 beside =
            perpendicular(directionOf(heading)) * (0.011F * static_cast<float>(k)) + dice.jitter(0.004F);
        scratch.path = waver(dice, from + beside, heading, dice.uniform(0.07F, 0.26F), 0.015F, 4);
        scratch.width = mix(0.0011F, 0.0030F, severity);
        const float tone = dice.chance(0.5F) ? 0.85F : 0.10F;
        scratch.material = {{tone, tone, tone * 0.97F}, 0.4F, 0.35F};
        scratch.cover = mix(0.35F, 0.85F, severity);
        scratch.rise = -0.0012F;
        scratch.texture = dice.place();
        scene.stamps.push_back(scratch);
    }
}

void piezoCrack(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    const Vec2 from = onBorder(scene, dice, 0.428F);
    // Inwards, and on for a good part of the disc.
    const float heading = turnsOf(from * (-1.0F)) + dice.normal(0, 0.09F);
    Stamp crack;
    crack.shape = StampShape::Stroke;
    crack.path = waver(dice, from, heading, dice.uniform(0.10F, 0.42F), 0.05F, 9);
    crack.width = mix(0.0012F, 0.0032F, severity);
    crack.taper = false;
    crack.material = {{0.03F, 0.028F, 0.025F}, 0, 0.8F};
    crack.cover = mix(0.45F, 0.95F, severity);
    crack.rise = -0.002F;
    crack.texture = dice.place();
    Stamp branch = crack;
    const Vec2 fork = crack.path[static_cast<std::size_t>(dice.between(2, 6))];
    const float turned = heading + dice.eitherSide(0.06F, 0.14F);
    branch.path = waver(dice, fork, turned, dice.uniform(0.04F, 0.14F), 0.05F, 4);
    branch.width *= 0.75F;
    scene.stamps.push_back(crack);
    if (dice.chance(0.6F)) scene.stamps.push_back(branch);
}

void piezoStain(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    Stamp stain;
    stain.centre = onElectrode(scene, dice);
    stain.radius = dice.uniform(0.018F, 0.060F);
    stain.aspect = dice.uniform(1, 2.4F);
    stain.turn = dice.uniform(0, 1);
    stain.ragged = 0.7F;
    stain.soft = dice.uniform(0.15F, 0.7F);
    const float tone = dice.uniform(0.03F, 0.14F);
    const float warm = dice.uniform(0.65F, 1.0F);
    stain.material = {{tone, tone * (0.5F + 0.5F * warm), tone * warm * 0.9F}, 0, 0.5F};
    stain.cover = mix(0.20F, 0.80F, severity);
    stain.patchy = dice.uniform(0, 0.6F);
    stain.rim = dice.uniform(-0.3F, 0.2F);
    stain.texture = dice.place();
    scene.stamps.push_back(stain);
}

void piezoFibre(Scene& scene, Dice& dice) {
    Stamp fibre;
    fibre.shape = StampShape::Stroke;
    fibre.layer = StampLayer::Top;
    const float heading = dice.uniform(0, 1);
    const Vec2 from = onElectrode(scene, dice);
    fibre.path = waver(dice, from, heading, dice.uniform(0.07F, 0.30F), 0.07F, 6);
    fibre.width = dice.uniform(0.0010F, 0.0024F);
    fibre.taper = false;
    const std::array<Rgb, 4> colours{
        {{0.03F, 0.03F, 0.035F}, {0.05F, 0.09F, 0.25F}, {0.75F, 0.75F, 0.72F}, {0.28F, 0.06F, 0.04F}}};
    fibre.material = {colours[static_cast<std::size_t>(dice.below(4))], 0, 0.6F};
    fibre.cover = dice.uniform(0.5F, 0.95F);
    fibre.rise = 0.003F;
    fibre.texture = dice.place();
    scene.stamps.push_back(fibre);
}

void electrodeVoid(Scene& scene, Dice& dice) {
    const int count = dice.chance(0.6F) ? 1 : dice.between(2, 4);
    const Vec2 middle = onElectrode(scene, dice);
    for (int k = 0; k < count; ++k) {
        Stamp hole;
        hole.centre = middle + (k == 0 ? Vec2{} : dice.jitter(0.03F));
        hole.radius = dice.uniform(0.007F, k == 0 ? 0.034F : 0.014F);
        hole.aspect = dice.uniform(1, 2);
        hole.turn = dice.uniform(0, 1);
        hole.ragged = 0.5F;
        hole.soft = 0.12F;
        hole.material = {scene.disc.ceramic, 0.02F, 0.55F};
        hole.cover = dice.uniform(0.55F, 1.0F);
        hole.rise = -0.0012F;
        hole.plateau = 1;
        hole.texture = dice.place();
        scene.stamps.push_back(hole);
    }
}

void discMisplaced(Scene& scene, Dice& dice) {
    const float direction = dice.uniform(0, 1);
    scene.disc.centre = scene.disc.centre + directionOf(direction) * dice.uniform(0.013F, 0.034F);
}

void discRotated(Scene& scene, Dice& dice) {
    scene.disc.turn += dice.eitherSide(0.012F, 0.10F);
}

void markMissing(Scene& scene, Dice& dice) {
    // Overprinted wholly, or hardly left.
    scene.disc.markRadius *= dice.chance(0.6F) ? 0.0F : dice.uniform(0.25F, 0.6F);
}

void borderChipped(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    Stamp chip;
    chip.centre = onBorder(scene, dice, dice.uniform(0.422F, 0.440F));
    chip.radius = mix(0.012F, 0.040F, severity);
    chip.aspect = dice.uniform(1.2F, 2.6F);
    chip.turn = turnsOf(chip.centre) + 0.25F;
    chip.ragged = 0.6F;
    chip.soft = 0.10F;
    // A fresh break is paler than the fired skin.
    const float tone = dice.chance(0.65F) ? dice.uniform(0.28F, 0.42F) : dice.uniform(0.03F, 0.07F);
    chip.material = {{tone, tone * 0.96F, tone * 0.84F}, 0, 0.8F};
    chip.cover = dice.uniform(0.7F, 1.0F);
    chip.rise = -0.008F;
    chip.plateau = 0.4F;
    chip.texture = dice.place();
    scene.stamps.push_back(chip);
}

void borderGlue(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    Stamp glue;
    glue.centre = onBorder(scene, dice, dice.uniform(0.40F, 0.455F));
    glue.radius = mix(0.016F, 0.055F, severity);
    glue.aspect = dice.uniform(1.4F, 3.5F);
    glue.turn = turnsOf(glue.centre) + 0.25F;
    glue.ragged = 0.35F;
    glue.soft = 0.12F;
    const bool white = dice.chance(0.5F);
    glue.material = {white ? Rgb{0.62F, 0.62F, 0.59F} : Rgb{0.30F, 0.21F, 0.09F}, 0, 0.12F};
    glue.cover = white ? dice.uniform(0.25F, 0.75F) : dice.uniform(0.25F, 0.65F);
    glue.rise = 0.35F * glue.radius / glue.aspect;
    glue.plateau = 0.4F;
    glue.wrinkle = dice.uniform(0.1F, 0.4F);
    glue.rim = 0.15F;
    glue.texture = dice.place();
    scene.stamps.push_back(glue);
}

void borderSmear(Scene& scene, Dice& dice) {
    // Silver ink across the bare band or out over the border.
    const Vec2 inBand = dice.chance(0.5F) ? Vec2{dice.uniform(-0.30F, -0.10F), scene.disc.corner.y}
                                          : placeBetween(scene, dice, 0.405F, 0.425F);
    Stamp smear;
    smear.centre = scene.disc.centre + inBand;
    smear.radius = dice.uniform(0.018F, 0.042F);
    smear.aspect = dice.uniform(1, 2.2F);
    smear.turn = dice.uniform(0, 1);
    smear.ragged = 0.7F;
    smear.soft = 0.15F;
    smear.material = {scene.disc.silver, 0.22F, 0.45F};
    smear.cover = dice.uniform(0.45F, 1.0F);
    smear.patchy = dice.uniform(0.0F, 0.5F);
    smear.rise = 0.001F;
    smear.plateau = 1;
    smear.texture = dice.place();
    scene.stamps.push_back(smear);
}

void membraneDent(Scene& scene, Dice& dice) {
    Stamp dent;
    dent.centre = onMembrane(scene, dice);
    dent.radius = dice.uniform(0.030F, 0.070F);
    dent.aspect = dice.uniform(1, 2);
    dent.turn = dice.uniform(0, 1);
    dent.ragged = 0.15F;
    dent.soft = 0.3F;
    dent.cover = 0;
    dent.rise = dent.radius * dice.eitherSide(0.35F, 0.80F);
    dent.flow = 1;
    dent.texture = dice.place();
    scene.stamps.push_back(dent);
}

void membraneScratch(Scene& scene, Dice& dice) {
    const float severity = dice.uniform(0, 1);
    const Vec2 from = onMembrane(scene, dice);
    const float heading = dice.uniform(0, 1);
    const int lines = dice.between(1, 5);
    for (int k = 0; k < lines; ++k) {
        Stamp scratch;
        scratch.shape = StampShape::Stroke;
        const Vec2 beside =
            perpendicular(directionOf(heading)) * (0.012F * static_cast<float>(k)) + dice.jitter(0.005F);
        scratch.path = waver(dice, from + beside, heading, dice.uniform(0.08F, 0.24F), 0.02F, 4);
        scratch.width = mix(0.0020F, 0.0050F, severity);
        const float tone = dice.chance(0.55F) ? 1.0F : 0.02F;
        scratch.material = {{tone, tone, tone}, 0.6F, 0.3F};
        scratch.cover = mix(0.7F, 1.0F, severity);
        scratch.rise = -0.003F;
        scratch.texture = dice.place();
        scene.stamps.push_back(scratch);
    }
}

void membranePollution(Scene& scene, Dice& dice) {
    const Vec2 middle = onMembrane(scene, dice);
    const int grains = dice.between(1, 9);
    for (int k = 0; k < grains; ++k) {
        Stamp grain;
        grain.layer = StampLayer::Top;
        grain.centre = middle + (k == 0 ? Vec2{} : dice.jitter(0.026F));
        grain.radius = dice.uniform(k == 0 ? 0.008F : 0.0035F, k == 0 ? 0.027F : 0.011F);
        grain.aspect = dice.uniform(1, 2.2F);
        grain.turn = dice.uniform(0, 1);
        grain.ragged = 0.7F;
        grain.soft = 0.2F;
        const float tone = dice.uniform(0.015F, 0.09F);
        grain.material = {{tone * 1.2F, tone, tone * 0.8F}, 0, 0.7F};
        grain.cover = dice.uniform(0.6F, 1.0F);
        grain.rise = grain.radius * 0.4F;
        grain.texture = dice.place();
        scene.stamps.push_back(grain);
    }
}

void membraneSwarf(Scene& scene, Dice& dice) {
    // A curl of cut metal.
    Stamp curl;
    curl.shape = StampShape::Stroke;
    curl.layer = StampLayer::Top;
    const Vec2 from = onMembrane(scene, dice);
    float heading = dice.uniform(0, 1);
    const float bend = dice.eitherSide(0.05F, 0.16F);
    curl.path = {from};
    for (int k = 0; k < 6; ++k) {
        heading += bend;
        curl.path.push_back(curl.path.back() + directionOf(heading) * dice.uniform(0.014F, 0.030F));
    }
    curl.width = dice.uniform(0.0032F, 0.0068F);
    curl.material = {{0.85F, 0.84F, 0.82F}, 1, 0.15F};
    curl.cover = 1;
    curl.rise = 0.007F;
    curl.texture = dice.place();
    scene.stamps.push_back(curl);
}

constexpr auto kPiezo = BuzzerSegment::Piezo;
constexpr auto kBorder = BuzzerSegment::PiezoBorder;
constexpr auto kMembrane = BuzzerSegment::Membrane;
constexpr std::array kRows{
    DefectRow{
        {"piezo_scratch", "Scratch on the piezo", kPiezo, false, false}, MaskFrom::Surface, piezoScratch},
    DefectRow{{"piezo_crack", "Piezo cracked", kPiezo, false, false}, MaskFrom::Surface, piezoCrack},
    DefectRow{{"piezo_stain", "Stain on the piezo", kPiezo, false, false}, MaskFrom::Surface, piezoStain},
    DefectRow{{"piezo_fibre", "Fibre on the piezo", kPiezo, false, false}, MaskFrom::Surface, piezoFibre},
    DefectRow{
        {"piezo_void", "Hole in the electrode", kPiezo, false, false}, MaskFrom::Surface, electrodeVoid},
    DefectRow{{"piezo_misplaced", "Piezo off centre", kPiezo, true, false}, MaskFrom::Labels, discMisplaced},
    DefectRow{{"piezo_rotated", "Piezo turned", kPiezo, true, true}, MaskFrom::Labels, discRotated},
    DefectRow{{"piezo_mark_missing", "Mark on the piezo missing", kPiezo, true, true},
              MaskFrom::Surface,
              markMissing},
    DefectRow{
        {"border_chipped", "Piezo border chipped", kBorder, false, false}, MaskFrom::Surface, borderChipped},
    DefectRow{
        {"border_glue", "Glue on the piezo border", kBorder, false, false}, MaskFrom::Surface, borderGlue},
    DefectRow{{"border_smear", "Silver smeared over the piezo border", kBorder, false, true},
              MaskFrom::Surface,
              borderSmear},
    DefectRow{
        {"membrane_dent", "Dent in the membrane", kMembrane, false, false}, MaskFrom::Surface, membraneDent},
    DefectRow{{"membrane_scratch", "Scratches on the membrane", kMembrane, false, false},
              MaskFrom::Surface,
              membraneScratch},
    DefectRow{{"membrane_pollution", "Dirt on the membrane", kMembrane, false, false},
              MaskFrom::Surface,
              membranePollution},
    DefectRow{{"membrane_swarf", "Swarf on the membrane", kMembrane, false, true},
              MaskFrom::Surface,
              membraneSwarf},
};

}  // namespace

std::span<const DefectRow> surfaceDefects() {
    return kRows;
}

}  // namespace segad::demo
