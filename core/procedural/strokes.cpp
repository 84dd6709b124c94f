#include "core/procedural/strokes.h"

#include <cmath>

#include <opencv2/imgproc.hpp>

#include "core/procedural/fields.h"
#include "core/procedural/textures.h"

namespace segad::procedural {

std::vector<Vec2> wanderingPath(Dice& dice, Vec2 start, float turns, int steps, float step, float wander) {
    std::vector<Vec2> path{start};
    for (int i = 0; i < steps; ++i) {
        turns += dice.normal(0, wander);
        path.push_back(path.back() + directionOf(turns) * step);
    }
    return path;
}

void strokePath(cv::Mat& mask, const std::vector<Vec2>& path, float width, int value) {
    std::vector<cv::Point> points;
    points.reserve(path.size());
    for (const Vec2 at : path)
        points.push_back(fixedPoint(at));
    const int thickness = std::max(1, static_cast<int>(std::floor(width + 0.5F)));
    const double faint = width < 1 ? static_cast<double>(width) : 1.0;
    cv::polylines(mask, points, false, cv::Scalar(value * faint), thickness, cv::LINE_AA, kDrawShift);
}

namespace {
/// colour = change(colour, cover of 1…255, x, y) where the mask is not 0.
template <class Change>
void throughMask(cv::Mat& canvas, const cv::Mat& mask, Change change) {
    for (int y = 0; y < canvas.rows; ++y) {
        const auto* cover = mask.ptr<unsigned char>(y);
        auto* into = canvas.ptr<Rgb>(y);
        for (int x = 0; x < canvas.cols; ++x) {
            if (cover[x] != 0) into[x] = change(into[x], static_cast<float>(cover[x]), x, y);
        }
    }
}
}  // namespace

void paint(cv::Mat& canvas, const cv::Mat& mask, Rgb colour, float strength) {
    throughMask(canvas, mask,
                [=](Rgb own, float cover, int, int) { return mix(own, colour, strength * cover / 255.0F); });
}

void paint(cv::Mat& canvas, const cv::Mat& mask, const cv::Mat& picture) {
    throughMask(canvas, mask, [&](Rgb own, float cover, int x, int y) {
        return mix(own, picture.ptr<Rgb>(y)[x], cover / 255.0F);
    });
}

void darken(cv::Mat& canvas, const cv::Mat& mask, float strength) {
    throughMask(canvas, mask,
                [=](Rgb own, float cover, int, int) { return own * (1 - strength * cover / 255.0F); });
}

void tint(cv::Mat& canvas, const cv::Mat& mask, Rgb factors) {
    const Rgb change = factors + Rgb{-1, -1, -1};
    throughMask(canvas, mask,
                [=](Rgb own, float cover, int, int) { return own + own * change * (cover / 255.0F); });
}

cv::Mat drawFibres(Dice& dice, int side) {
    cv::Mat mask(side, side, CV_8UC1, cv::Scalar(static_cast<double>(dice.between(40, 200))));
    const float size = static_cast<float>(side);
    const float reach = dice.logUniform(8, size);
    const int steps = dice.between(2, 8);
    const float wander = dice.chance(0.3F) ? 0.0F : dice.logUniform(0.005F, 0.1F);
    const int fibres = static_cast<int>(dice.logUniform(0.05F, 0.8F) * size * size / (reach * 3));
    const bool aligned = dice.chance(0.4F);
    const float common = dice.uniform(0, 1);
    const float widest = dice.logUniform(0.6F, 5);
    for (int i = 0; i < std::min(fibres, 700); ++i) {
        const Vec2 start{dice.uniform(-0.1F, 1.1F) * size, dice.uniform(-0.1F, 1.1F) * size};
        const float turns = aligned ? dice.normal(common, 0.03F) : dice.uniform(0, 1);
        const std::vector<Vec2> path =
            wanderingPath(dice, start, turns, steps, reach / static_cast<float>(steps), wander);
        const float width = std::max(1.0F, widest * dice.uniform(0.4F, 1));
        strokePath(mask, path, width, dice.between(0, 255));
    }
    cv::Mat field;
    mask.convertTo(field, CV_32FC1, 1.0 / 255);
    return field;
}

cv::Mat drawScratched(Dice& dice, int side) {
    cv::Mat mask(side, side, CV_8UC1, cv::Scalar(110));
    const float size = static_cast<float>(side);
    const int scratches = static_cast<int>(dice.logUniform(10, 400));
    const float common = dice.uniform(0, 1);
    const float spread = dice.logUniform(0.005F, 0.5F);
    for (int i = 0; i < scratches; ++i) {
        const Vec2 start{dice.uniform(-0.2F, 1.2F) * size, dice.uniform(-0.2F, 1.2F) * size};
        const float turns = dice.normal(common, spread);
        const float reach = dice.logUniform(0.05F, 1) * size;
        const std::vector<Vec2> path = wanderingPath(dice, start, turns, 3, reach / 3, 0.004F);
        strokePath(mask, path, 1, dice.chance(0.6F) ? dice.between(120, 255) : dice.between(0, 100));
    }
    cv::Mat field;
    mask.convertTo(field, CV_32FC1, 1.0 / 255);
    return field;
}

}  // namespace segad::procedural
