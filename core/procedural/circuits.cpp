// Printed circuits: traces, pads, vias, planes, and components on them.
#include <opencv2/imgproc.hpp>

#include "core/procedural/families.h"
#include "core/procedural/fields.h"
#include "core/procedural/outlines.h"
#include "core/procedural/solids.h"
#include "core/procedural/strokes.h"
#include "core/procedural/textures.h"

namespace segad::procedural {
namespace {

/// The copper of a board, 255 where it is.
class Copper {
public:
    Copper(Dice& dice, int side)
        : dice_(dice),
          size_(static_cast<float>(side)),
          grid_(dice.logUniform(5, 26)),
          width_(grid_ * dice.uniform(0.2F, 0.6F)),
          mask_(side, side, CV_8UC1, cv::Scalar(0)) {}

    cv::Mat draw() {
        if (dice_.chance(0.25F)) drawPlanes();
        const int bundles = dice_.between(2, 9);
        for (int i = 0; i < bundles; ++i)
            drawBundle();
        const int pads = dice_.between(0, 3);
        for (int i = 0; i < pads; ++i)
            drawPadRow();
        drawVias();
        return mask_;
    }

private:
    Vec2 node() {
        const int cells = static_cast<int>(size_ / grid_) + 1;
        const float x = static_cast<float>(dice_.below(cells)) * grid_;
        return {x, static_cast<float>(dice_.below(cells)) * grid_};
    }

    void disc(Vec2 at, float radius, int value) {
        cv::circle(mask_, fixedPoint(at), static_cast<int>(radius * 16), cv::Scalar(value), cv::FILLED,
                   cv::LINE_AA, kDrawShift);
    }

    /// Parallel traces that turn together by eighths.
    void drawBundle() {
        const int traces = dice_.chance(0.5F) ? 1 : dice_.between(2, 9);
        const Vec2 start = node();
        int direction = 2 * dice_.below(4);
        std::vector<Vec2> path{start};
        const int legs = dice_.between(1, 7);
        for (int leg = 0; leg < legs; ++leg) {
            const float reach = grid_ * static_cast<float>(dice_.between(1, 9));
            path.push_back(path.back() + directionOf(static_cast<float>(direction) / 8) * reach);
            const int turn = dice_.chance(0.7F) ? 1 : 2;
            direction += dice_.chance(0.5F) ? turn : -turn;
        }
        const Vec2 across = perpendicular(normalised(path[1] - path[0])) * grid_;
        const float width = dice_.chance(0.2F) ? width_ * dice_.uniform(1, 3) : width_;
        for (int trace = 0; trace < traces; ++trace) {
            std::vector<Vec2> own = path;
            for (Vec2& at : own)
                at = at + across * static_cast<float>(trace);
            strokePath(mask_, own, width);
            if (dice_.chance(0.7F)) drawPad(own.front());
            if (dice_.chance(0.7F)) drawPad(own.back());
        }
    }

    void drawPad(Vec2 at) {
        const float radius = std::max(width_ * 0.7F, grid_ * 0.42F);
        if (dice_.chance(0.25F)) {
            cv::rectangle(mask_, fixedPoint(at - Vec2{radius, radius}), fixedPoint(at + Vec2{radius, radius}),
                          cv::Scalar(255), cv::FILLED, cv::LINE_8, kDrawShift);
        } else {
            disc(at, radius, 255);
        }
        if (dice_.chance(0.5F)) disc(at, radius * 0.5F, 0);
    }

    /// The footprint of a component.
    void drawPadRow() {
        const Vec2 start = node();
        const int count = dice_.between(2, 16);
        const float pitch = grid_ * (dice_.chance(0.5F) ? 1.0F : 2.0F);
        const float half = pitch * dice_.uniform(0.2F, 0.4F);
        const float longHalf = half * dice_.uniform(1, 4);
        const bool upright = dice_.chance(0.5F);
        const bool doubled = dice_.chance(0.6F);
        const float apart = grid_ * static_cast<float>(dice_.between(3, 8));
        for (int i = 0; i < count * (doubled ? 2 : 1); ++i) {
            const float along = static_cast<float>(i % count) * pitch;
            const float over = i >= count ? apart : 0.0F;
            const Vec2 at = start + (upright ? Vec2{over, along} : Vec2{along, over});
            const Vec2 reach = upright ? Vec2{longHalf, half} : Vec2{half, longHalf};
            cv::rectangle(mask_, fixedPoint(at - reach), fixedPoint(at + reach), cv::Scalar(255), cv::FILLED,
                          cv::LINE_8, kDrawShift);
        }
    }

    void drawPlanes() {
        const int planes = dice_.between(1, 3);
        for (int i = 0; i < planes; ++i) {
            const Vec2 a = node();
            const Vec2 b = node();
            cv::rectangle(mask_, fixedPoint(a), fixedPoint(b), cv::Scalar(255), cv::FILLED, cv::LINE_8,
                          kDrawShift);
        }
    }

    void drawVias() {
        const int vias = dice_.between(0, 30);
        const float radius = grid_ * dice_.uniform(0.2F, 0.45F);
        for (int i = 0; i < vias; ++i) {
            const Vec2 at = node();
            disc(at, radius, 255);
            disc(at, radius * 0.5F, 0);
        }
    }

    Dice& dice_;
    float size_;
    float grid_;
    float width_;
    cv::Mat mask_;
};

/// Chips with legs, resistors, capacitors.
void placeComponents(Dice& dice, cv::Mat& canvas, const Light& light) {
    const float size = static_cast<float>(canvas.cols);
    const int count = dice.between(1, 10);
    for (int i = 0; i < count; ++i) {
        const float half = size * dice.logUniform(0.02F, 0.18F);
        const float aspect = dice.uniform(0.35F, 1);
        const bool upright = dice.chance(0.5F);
        const Vec2 reach = upright ? Vec2{half * aspect, half} : Vec2{half, half * aspect};
        const Vec2 centre{dice.uniform(0, size), dice.uniform(0, size)};
        const auto box = [](Vec2 at, Vec2 r) {
            return Outline{.rings = {{at - r, {at.x + r.x, at.y - r.y}, at + r, {at.x - r.x, at.y + r.y}}}};
        };
        Body metal{.gloss = 0.6F, .polish = 3, .bevel = 1.5F, .steepness = 0.6F};
        metal.colour = drawColour(dice, Tone::Metal);
        const int legs = dice.chance(0.5F) ? 1 : dice.between(2, 12);
        const float pitch = 2 * (upright ? reach.y : reach.x) / static_cast<float>(legs);
        for (int leg = 0; leg < legs; ++leg) {
            const float along = (static_cast<float>(leg) + 0.5F) * pitch - (upright ? reach.y : reach.x);
            const Vec2 at = centre + (upright ? Vec2{0, along} : Vec2{along, 0});
            const Vec2 wide =
                upright ? Vec2{reach.x * 1.3F, pitch * 0.28F} : Vec2{pitch * 0.28F, reach.y * 1.3F};
            paintSolid(canvas, box(at, wide), 0, at, 1, metal, light, {});
        }
        Body body = drawBody(dice, half * aspect);
        body.opacity = 1;
        const float dark = dice.uniform(0.04F, 0.25F);
        const Tone bodyTone = drawTone(dice);
        body.colour = dice.chance(0.6F) ? Rgb{dark, dark, dark} : drawColour(dice, bodyTone);
        if (dice.chance(0.25F)) {
            const float radius = std::min(reach.x, reach.y);
            std::vector<Vec2> round = blobRing(dice, radius, 0, 40);
            paintSolid(canvas, placed({.rings = {round}}, centre, 0, 1), 0, centre, 1, body, light, {});
        } else {
            paintSolid(canvas, box(centre, reach), 0, centre, 1, body, light, {});
        }
    }
}

}  // namespace

cv::Mat drawCircuit(Dice& dice, int side) {
    cv::Mat copper = Copper(dice, side).draw();
    if (dice.chance(0.4F)) {  // as a scan, in two tones and either polarity
        const float low = dice.uniform(0, 0.2F);
        const float high = dice.uniform(0.8F, 1);
        const bool inverse = dice.chance(0.5F);
        const float ground = inverse ? high : low;
        const float ink = inverse ? low : high;
        cv::Mat canvas = plainPicture(side, {ground, ground, ground});
        paint(canvas, copper, Rgb{ink, ink, ink});
        return canvas;
    }
    const Tone tone = dice.chance(0.6F) ? Tone::Board : drawTone(dice);
    const Rgb mask = drawColour(dice, tone);
    cv::Mat canvas = plainPicture(side, mask);
    // Under solder mask copper is only a little lighter; bare, it is gold, tin or copper.
    const bool bare = dice.chance(0.4F);
    const Rgb covered = mask * dice.uniform(1.1F, 1.8F) + Rgb{0.03F, 0.03F, 0.03F};
    paint(canvas, copper, bare ? drawColour(dice, Tone::Metal) : covered);
    if (dice.chance(0.6F)) {
        const cv::Mat second = Copper(dice, side).draw();
        const Rgb metal = drawColour(dice, Tone::Metal);
        paint(canvas, second, metal, dice.chance(0.5F) ? 1.0F : 0.4F);
    }
    if (dice.chance(0.6F)) {
        const cv::Mat weave = drawWeave(dice, side);
        const float strength = dice.uniform(0.02F, 0.12F);
        for (int y = 0; y < side; ++y) {
            const float* from = weave.ptr<float>(y);
            auto* into = canvas.ptr<Rgb>(y);
            for (int x = 0; x < side; ++x)
                into[x] = into[x] * (1 + strength * (from[x] - 0.5F));
        }
    }
    if (dice.chance(0.6F)) placeComponents(dice, canvas, drawLight(dice, side));
    if (dice.chance(0.6F)) addPrint(canvas, dice, tone);
    return canvas;
}

}  // namespace segad::procedural
