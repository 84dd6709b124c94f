// From a label to figures: refitting the live forest on 50, 200 and 500 labelled parts among 2,000, two
// detectors and six segments (50 columns). The bound: one forest of the published size on as many rows.
#include <benchmark/benchmark.h>

#include "core/base/random.h"
#include "core/forest/forest.h"
#include "core/workflow/live_forest.h"

using namespace segad;

namespace {
constexpr std::size_t kParts = 2000;
constexpr std::size_t kEveryBad = 5;  // one labelled part in five is bad

/// Overlapping classes: an easy set would grow stumps.
LiveFeatures drawn() {
    const std::vector<std::string> detectors{"efficient_ad", "rd4ad"};
    LiveFeatures features{.table = FeatureTable(featureNames(6, detectors))};
    SplitMix64 dice(1, "bench/live");
    for (std::size_t i = 0; i < kParts; ++i) {
        std::vector<double> row;
        for (std::size_t column = 0; column < features.table.columns().size(); ++column)
            row.push_back(dice.normal() + (i % kEveryBad == 0 && column % 7 == 0 ? 0.7 : 0));
        features.table.append(static_cast<PartId>(i) + 1, row);
        features.parts.push_back({.picture = i, .group = i});
    }
    return features;
}

std::vector<Label> labelled(std::size_t count) {
    std::vector<Label> labels(kParts, Label::Unlabelled);
    for (std::size_t i = 0; i < count; ++i)
        labels[i] = i % kEveryBad == 0 ? Label::Bad : Label::Good;
    return labels;
}

void liveForest(benchmark::State& state) {
    const LiveFeatures features = drawn();
    const std::vector<Label> labels = labelled(static_cast<std::size_t>(state.range(0)));
    double area = 0;
    for (auto _ : state) {
        Job job;
        area = fitLive(features, labels, {}, job).auroc.value();
    }
    state.counters["auroc"] = area;
}
BENCHMARK(liveForest)
    ->Arg(50)
    ->Arg(200)
    ->Arg(500)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void boundOnePublishedForest(benchmark::State& state) {
    const LiveFeatures features = drawn();
    const auto count = static_cast<std::size_t>(state.range(0));
    std::vector<std::size_t> rows;
    std::vector<std::uint8_t> isBad;
    for (std::size_t i = 0; i < count; ++i) {
        rows.push_back(i);
        isBad.push_back(i % kEveryBad == 0 ? 1 : 0);
    }
    for (auto _ : state) {
        Job job;
        benchmark::DoNotOptimize(Forest::fit(features.table.subset(rows), isBad, {}, job));
    }
}
BENCHMARK(boundOnePublishedForest)->Arg(50)->Arg(200)->Arg(500)->Unit(benchmark::kMillisecond)->UseRealTime();
}  // namespace
