#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/quantile.h"
#include "core/base/random.h"
#include "core/metric/intervals.h"
#include "core/metric/seed_stats.h"

namespace segad {

namespace {
void draw(const std::vector<double>& from, std::vector<double>& into, SplitMix64& stream) {
    const auto count = static_cast<double>(from.size());
    for (double& value : into) {
        const auto index = static_cast<std::size_t>(stream.uniform() * count);
        value = from[std::min(index, from.size() - 1)];
    }
}
}  // namespace

std::optional<Bootstrap> bootstrap(const ScoreSets& scores, const ScoreMetric& metric,
                                   std::string_view streamName, Job& job, int replicates) {
    if (replicates < 2) {
        throw Error(ErrorCode::InvalidArgument, "replicates", "must be at least 2", "Use 2000.");
    }
    if (!scores.bothPresent() || !metric(scores)) return std::nullopt;
    SplitMix64 stream(fnv1a64(streamName));
    ScoreSets replicate = scores;
    std::vector<double> values;
    for (int i = 0; i < replicates; ++i) {
        draw(scores.bad, replicate.bad, stream);
        draw(scores.good, replicate.good, stream);
        const std::optional<double> value = metric(replicate);
        if (!value) return std::nullopt;
        values.push_back(*value);
        job.progress(static_cast<std::uint64_t>(i) + 1, static_cast<std::uint64_t>(replicates));
    }
    const SeedStats stats = *seedStats(values);
    std::ranges::sort(values);
    const std::span<const double> sorted = values;
    return Bootstrap{.mean = stats.mean,
                     .deviation = *stats.deviation,
                     .interval = {quantileOfSorted(sorted, 0.025), quantileOfSorted(sorted, 0.975)}};
}

}  // namespace segad
