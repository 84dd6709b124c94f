#include "core/detector/sketch.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/vector_code.h"
#include "core/detector/principal_axes.h"

namespace segad {

namespace {
constexpr double kUnit = 0x1p-24;        ///< of rounding in float32
constexpr double kDoubleUnit = 0x1p-53;  ///< and in float64

using Doubles [[gnu::vector_size(64)]] = double;
constexpr std::size_t kDoubles = sizeof(Doubles) / sizeof(double);

struct Projection {
    const double* mean;
    const double* axes;
    std::size_t dimension;
};

/// The centred row's products with the axes, and its squared length.
struct Project {
    [[gnu::always_inline]] static void run(const Projection& by, const float* row, double* products,
                                           double* square) {
        Doubles low = {};
        Doubles high = {};
        double sum = 0;
        for (std::size_t d = 0; d < by.dimension; ++d) {
            const double value = static_cast<double>(row[d]) - by.mean[d];
            Doubles axis;
            std::memcpy(&axis, by.axes + d * kSketch, sizeof axis);
            low += value * axis;
            std::memcpy(&axis, by.axes + d * kSketch + kDoubles, sizeof axis);
            high += value * axis;
            sum += value * value;
        }
        std::memcpy(products, &low, sizeof low);
        std::memcpy(products + kDoubles, &high, sizeof high);
        *square = sum;
    }
};

struct SketchDistances {
    [[gnu::always_inline]] static void run(const float* sketch, const float* others, float* out) {
        FloatLanes sum = {};
        for (std::size_t k = 0; k < kSketch; ++k) {
            FloatLanes other;
            loadLanes(other, others + k * kSketch);
            const FloatLanes difference = other - sketch[k];
            sum += difference * difference;
        }
        std::memcpy(out, &sum, sizeof sum);
    }
};
}  // namespace

Sketcher::Sketcher(const RowStore& rows)
    : dimension_(rows.dimension()), stride_(rows.stride()), axes_(dimension_ * kSketch) {
    std::vector<float> buffer(stride_);
    const PrincipalAxes found = principalAxes(rows.size(), dimension_, kSketch - 1, [&](std::size_t row) {
        return rows.read(row, 1, buffer.data());
    });
    mean_ = found.mean;
    for (std::size_t k = 0; k < found.count(); ++k) {
        for (std::size_t d = 0; d < dimension_; ++d)
            axes_[d * kSketch + k] = found.axes[k * dimension_ + d];
    }
}

double Sketcher::sketch(const float* rows, std::size_t count, float* out) const {
    static const auto kernel = widest<Project>();
    const Projection by{.mean = mean_.data(), .axes = axes_.data(), .dimension = dimension_};
    double longest = 0;
    for (std::size_t r = 0; r < count; ++r) {
        double products[kSketch];
        double square = 0;
        kernel(by, rows + r * stride_, products, &square);
        float* mine = out + r * kSketch;
        double kept = 0;
        for (std::size_t k = 0; k + 1 < kSketch; ++k) {
            mine[k] = static_cast<float>(products[k]);
            kept += products[k] * products[k];
        }
        mine[kSketch - 1] = static_cast<float>(std::sqrt(std::max(0.0, square - kept)));
        longest = std::max(longest, std::sqrt(square));
    }
    return longest;
}

float Sketcher::limit(float squared, double longest) const {
    const auto terms = static_cast<double>(dimension_) + 32;
    // Coordinates are rounded to float32; the last one is the root of a difference, which may be near 0.
    const double coordinates = (4 * kUnit + 2 * std::sqrt(terms * kDoubleUnit)) * longest;
    const double distance = std::sqrt(static_cast<double>(squared) * (1 + 4 * terms * kUnit)) + coordinates;
    return std::nextafter(static_cast<float>(distance * distance * (1 + 64 * kUnit)),
                          std::numeric_limits<float>::infinity());
}

void sketchDistances(const float* sketch, const float* others, float* out) {
    static const auto kernel = widest<SketchDistances>();
    kernel(sketch, others, out);
}

}  // namespace segad
