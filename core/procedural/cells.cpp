// Cells around scattered points, and grains of many sizes.
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/procedural/fields.h"
#include "core/procedural/strokes.h"
#include "core/procedural/textures.h"

namespace segad::procedural {
namespace {

/// For each pixel the distances to the nearest and second nearest point, and the nearest one's number (0…1).
struct Nearest {
    cv::Mat first, second, number;
};

struct Seeds {
    float cell;  ///< side of the jittered grid's cells
    int columns;
    std::vector<Vec2> points;
    std::vector<float> numbers;
};

Seeds scatter(Dice& dice, int side, float cell, float jitter) {
    Seeds seeds{.cell = cell,
                .columns = static_cast<int>(static_cast<float>(side) / cell) + 4,
                .points = {},
                .numbers = {}};
    for (int row = 0; row < seeds.columns; ++row) {
        for (int column = 0; column < seeds.columns; ++column) {
            const float x = static_cast<float>(column - 1) + dice.uniform(0.5F - jitter, 0.5F + jitter);
            const float y = static_cast<float>(row - 1) + dice.uniform(0.5F - jitter, 0.5F + jitter);
            seeds.points.push_back({x * cell, y * cell});
            seeds.numbers.push_back(dice.uniform(0, 1));
        }
    }
    return seeds;
}

Nearest nearestOf(const Seeds& seeds, int side) {
    Nearest result{cv::Mat(side, side, CV_32FC1), cv::Mat(side, side, CV_32FC1),
                   cv::Mat(side, side, CV_32FC1)};
    for (int y = 0; y < side; ++y) {
        float* first = result.first.ptr<float>(y);
        float* second = result.second.ptr<float>(y);
        float* number = result.number.ptr<float>(y);
        const int row = static_cast<int>(static_cast<float>(y) / seeds.cell) + 1;
        for (int column = 1; column + 1 < seeds.columns; ++column) {
            const int begin =
                std::min(side, static_cast<int>(std::ceil(static_cast<float>(column - 1) * seeds.cell)));
            const int end =
                std::min(side, static_cast<int>(std::ceil(static_cast<float>(column) * seeds.cell)));
            for (int x = begin; x < end; ++x)
                first[x] = second[x] = 1e9F;
            // The nine cells around hold the two nearest points, but for rare far ones.
            for (int k = 0; k < 9; ++k) {
                const int at = (row - 1 + k / 3) * seeds.columns + column - 1 + k % 3;
                const Vec2 point = seeds.points[static_cast<std::size_t>(at)];
                const float dy = static_cast<float>(y) - point.y;
                const float own = seeds.numbers[at];
                for (int x = begin; x < end; ++x) {
                    const float dx = static_cast<float>(x) - point.x;
                    const float distance = dx * dx + dy * dy;
                    const bool nearer = distance < first[x];
                    second[x] = nearer ? first[x] : std::min(second[x], distance);
                    number[x] = nearer ? own : number[x];
                    first[x] = nearer ? distance : first[x];
                }
            }
        }
    }
    cv::sqrt(result.first, result.first);
    cv::sqrt(result.second, result.second);
    return result;
}

}  // namespace

cv::Mat drawCells(Dice& dice, int side) {
    const float cell = dice.logUniform(4, static_cast<float>(side) / 3);
    const float jitter = dice.chance(0.7F) ? 0.5F : dice.uniform(0.05F, 0.5F);
    const Nearest nearest = nearestOf(scatter(dice, side, cell, jitter), side);
    cv::Mat field(side, side, CV_32FC1);
    const int kind = dice.below(5);
    const float seam = dice.logUniform(0.5F, 4);
    const float flat = dice.uniform(0, 1);
    const float scale = 1.0F / cell;
    for (int y = 0; y < side; ++y) {
        const float* first = nearest.first.ptr<float>(y);
        const float* second = nearest.second.ptr<float>(y);
        const float* number = nearest.number.ptr<float>(y);
        float* into = field.ptr<float>(y);
        for (int x = 0; x < side; ++x) {
            const float border = second[x] - first[x];
            const float inside = smoothstep(0, seam + 1, border);
            if (kind == 0) into[x] = number[x];                                // grains of metal
            if (kind == 1) into[x] = inside * mix(1.0F, number[x], flat);      // paving, leather
            if (kind == 2) into[x] = clamp01(1.1F - first[x] * scale * 1.2F);  // pebbles
            if (kind == 3) into[x] = clamp01(border * scale * 1.3F);           // foam
            if (kind == 4) into[x] = (1 - 0.5F * flat * inside) * (0.6F + 0.4F * number[x]);  // bright seams
        }
    }
    return field;
}

cv::Mat drawGrains(Dice& dice, int side) {
    cv::Mat mask(side, side, CV_8UC1, cv::Scalar(static_cast<double>(dice.between(60, 190))));
    const float size = static_cast<float>(side);
    const float smallest = dice.logUniform(0.6F, 3);
    const float largest = smallest * dice.logUniform(1.3F, 14);
    const float cover = dice.logUniform(0.01F, 0.9F);
    const int grains =
        std::min(2500, 1 + static_cast<int>(cover * size * size / (3.0F * smallest * largest + 4)));
    const bool bothWays = dice.chance(0.5F);
    const float longish = dice.chance(0.5F) ? 1.0F : dice.uniform(0.3F, 1);
    const float common = dice.uniform(0, 0.5F);
    const bool aligned = dice.chance(0.3F);
    const int fixed = dice.between(0, 255);
    for (int i = 0; i < grains; ++i) {
        // Sizes by a power law: many small ones.
        const float u = dice.uniform(0, 1);
        const float radius = smallest * largest / (largest + (smallest - largest) * u);
        const cv::Point centre = fixedPoint(Vec2{dice.uniform(0, size), dice.uniform(0, size)});
        const float turn = aligned ? common : dice.uniform(0, 0.5F);
        const int value = bothWays ? dice.between(0, 255) : fixed;
        const cv::Size axes(static_cast<int>(radius * 16), static_cast<int>(radius * longish * 16));
        if (radius < 4 && longish > 0.7F) {
            cv::circle(mask, centre, axes.width, cv::Scalar(value), cv::FILLED, cv::LINE_AA, kDrawShift);
        } else {
            cv::ellipse(mask, centre, axes, 360.0 * static_cast<double>(turn), 0, 360, cv::Scalar(value),
                        cv::FILLED, cv::LINE_AA, kDrawShift);
        }
    }
    cv::Mat field;
    mask.convertTo(field, CV_32FC1, 1.0 / 255);
    if (dice.chance(0.3F)) {
        const float steepness = dice.logUniform(0.5F, 6);
        field = lit(field, steepness, dice.uniform(0, 1));
    }
    return field;
}

}  // namespace segad::procedural
