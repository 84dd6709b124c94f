#include "core/workflow/part_distances.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/median.h"
#include "core/base/threads.h"

namespace segad {

namespace {
constexpr double kNormal = 1.4826;  // median absolute deviation to standard deviation
constexpr double kFurthest = 5;     // one wild column must not outweigh all others

struct Scale {
    double centre = 0;
    double spread = 1;
};

Scale scaleOf(const std::vector<double>& values) {
    if (values.empty()) return {};
    const double centre = medianOf(values);
    std::vector<double> apart;
    double sum = 0;
    for (const double value : values) {
        apart.push_back(std::abs(value - centre));
        sum += (value - centre) * (value - centre);
    }
    double spread = kNormal * medianOf(apart);
    // More than half of the parts are equal here (an empty segment): then the ordinary deviation.
    if (spread == 0) spread = std::sqrt(sum / static_cast<double>(values.size()));
    return {.centre = centre, .spread = spread == 0 ? 1 : spread};
}
}  // namespace

PartDistances::PartDistances(const FeatureTable& table)
    : columns_(table.columns().size()), values_(table.values().size()) {
    for (std::size_t column = 0; column < columns_; ++column) {
        std::vector<double> present;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const double value = table.row(row)[column];
            if (!std::isnan(value)) present.push_back(value);
        }
        const Scale scale = scaleOf(present);
        for (std::size_t row = 0; row < table.rows(); ++row) {
            const double value = table.row(row)[column];
            const double place =
                std::isnan(value) ? 0
                                  : std::clamp((value - scale.centre) / scale.spread, -kFurthest, kFurthest);
            values_[row * columns_ + column] = static_cast<float>(place);
        }
    }
}

double PartDistances::distance(std::size_t a, std::size_t b) const {
    const float* first = values_.data() + a * columns_;
    const float* second = values_.data() + b * columns_;
    float sum = 0;
    for (std::size_t column = 0; column < columns_; ++column) {
        const float apart = first[column] - second[column];
        sum += apart * apart;
    }
    return std::sqrt(static_cast<double>(sum) / static_cast<double>(std::max<std::size_t>(1, columns_)));
}

std::vector<double> PartDistances::toNearest(std::span<const std::size_t> rows,
                                             std::span<const std::size_t> others) const {
    std::vector<double> nearest(rows.size(), std::numeric_limits<double>::infinity());
    parallelFor(rows.size(), [&](std::size_t i) {
        for (const std::size_t other : others)
            nearest[i] = std::min(nearest[i], distance(rows[i], other));
    });
    return nearest;
}

}  // namespace segad
