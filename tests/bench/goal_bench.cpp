// Thresholds from a goal, and what is recomputed while somebody drags one; beside the bound of sorting the
// scores.
#include <algorithm>

#include <benchmark/benchmark.h>

#include "core/metric/goal.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
const Goal kGoal{.maxMissed = 0.01, .maxRejected = 0.02, .maxReviewed = 0.05, .defectRate = 0.005};

ScoreSets drawn(std::size_t count) {
    const std::vector<double> numbers = test::uniformStream("bench/goal", count);
    ScoreSets scores;
    for (std::size_t i = 0; i < count; ++i)
        (i % 5 == 0 ? scores.bad : scores.good).push_back(numbers[i] + (i % 5 == 0 ? 0.5 : 0));
    return scores;
}

void boundSorting(benchmark::State& state) {
    const std::vector<double> numbers =
        test::uniformStream("bench/goal", static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        std::vector<double> sorted = numbers;
        std::ranges::sort(sorted);
        benchmark::DoNotOptimize(sorted);
    }
}
BENCHMARK(boundSorting)->Arg(500)->Arg(20'000)->Unit(benchmark::kMicrosecond);

void dragAThreshold(benchmark::State& state) {
    const ScoreSets scores = drawn(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(judgeThresholds(scores, kGoal, 0.6, 0.9));
}
BENCHMARK(dragAThreshold)->Arg(500)->Arg(20'000)->Unit(benchmark::kMicrosecond);

void thresholdsFromAGoal(benchmark::State& state) {
    const ScoreSets scores = drawn(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(thresholdsFor(scores, kGoal));
}
BENCHMARK(thresholdsFromAGoal)->Arg(500)->Arg(20'000)->Unit(benchmark::kMicrosecond);
}  // namespace
