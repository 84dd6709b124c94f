#include "core/metric/seed_stats.h"

#include <cmath>

namespace segad {

std::optional<SeedStats> seedStats(std::span<const double> values) {
    if (values.empty()) return std::nullopt;
    SeedStats stats{.count = values.size()};
    const auto count = static_cast<double>(values.size());
    for (const double value : values)
        stats.mean += value / count;
    if (values.size() > 1) {
        double squares = 0;
        for (const double value : values)
            squares += (value - stats.mean) * (value - stats.mean);
        stats.deviation = std::sqrt(squares / (count - 1));
    }
    return stats;
}

std::optional<double> meanOfClasses(std::span<const SeedStats> classes) {
    if (classes.empty()) return std::nullopt;
    double sum = 0;
    for (const SeedStats& stats : classes)
        sum += stats.mean;
    return sum / static_cast<double>(classes.size());
}

}  // namespace segad
