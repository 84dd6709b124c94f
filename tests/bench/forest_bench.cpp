// Fitting and asking a boosted random forest on 100 rows × 50 columns, beside the same calls of XGBoost's
// C API without our face.
#include <cmath>
#include <limits>

#include <benchmark/benchmark.h>
#include <xgboost/c_api.h>

#include "core/forest/forest.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
constexpr std::size_t kRows = 100;

struct Data {
    FeatureTable table;
    std::vector<std::uint8_t> labels;
};

Data drawn(std::size_t rows) {
    const std::vector<std::string> detectors{"efficient_ad", "rd4ad"};
    Data data{.table = FeatureTable(featureNames(6, detectors))};
    const std::size_t columns = data.table.columns().size();
    const std::vector<double> numbers = test::uniformStream("bench/forest", rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::span<const double> own = std::span(numbers).subspan(row * columns, columns);
        data.table.append(static_cast<std::int64_t>(row), own);
        data.labels.push_back(own[0] + 0.5 * own[7] + 0.3 * own[20] > 1.2 ? 1 : 0);
    }
    return data;
}

const Forest& fitted() {
    static const Forest forest = [] {
        const Data data = drawn(kRows);
        Job job;
        return Forest::fit(data.table, data.labels, {}, job);
    }();
    return forest;
}

void fitBrf(benchmark::State& state) {
    const Data data = drawn(kRows);
    for (auto _ : state) {
        Job job;
        benchmark::DoNotOptimize(Forest::fit(data.table, data.labels, {}, job));
    }
}
BENCHMARK(fitBrf)->Unit(benchmark::kMillisecond);

void boundFitBrfInTheCApi(benchmark::State& state) {
    const Data data = drawn(kRows);
    const std::vector<float> values(data.table.values().begin(), data.table.values().end());
    const std::vector<float> labels(data.labels.begin(), data.labels.end());
    const double bad = std::count(data.labels.begin(), data.labels.end(), std::uint8_t{1});
    const std::string weight = std::to_string((kRows - bad) / bad);
    const std::pair<const char*, const char*> params[] = {{"objective", "binary:logitraw"},
                                                          {"max_depth", "5"},
                                                          {"reg_alpha", "1"},
                                                          {"subsample", "0.6"},
                                                          {"colsample_bynode", "0.6"},
                                                          {"learning_rate", "0.3"},
                                                          {"num_parallel_tree", "200"},
                                                          {"colsample_bytree", "0.6"},
                                                          {"tree_method", "hist"},
                                                          {"seed", "333"},
                                                          {"nthread", "1"},
                                                          {"scale_pos_weight", weight.c_str()}};
    for (auto _ : state) {
        DMatrixHandle matrix = nullptr;
        BoosterHandle booster = nullptr;
        XGDMatrixCreateFromMat(values.data(), kRows, values.size() / kRows,
                               std::numeric_limits<float>::quiet_NaN(), &matrix);
        XGDMatrixSetFloatInfo(matrix, "label", labels.data(), labels.size());
        XGBoosterCreate(&matrix, 1, &booster);
        for (const auto& [key, value] : params)
            XGBoosterSetParam(booster, key, value);
        for (int round = 0; round < 10; ++round)
            XGBoosterUpdateOneIter(booster, round, matrix);
        XGBoosterFree(booster);
        XGDMatrixFree(matrix);
    }
}
BENCHMARK(boundFitBrfInTheCApi)->Unit(benchmark::kMillisecond);

void scoreOneRow(benchmark::State& state) {
    const Data data = drawn(kRows);
    for (auto _ : state)
        benchmark::DoNotOptimize(fitted().score(data.table.row(3)));
}
BENCHMARK(scoreOneRow)->Unit(benchmark::kMicrosecond);

void scoreThousandRows(benchmark::State& state) {
    const Data data = drawn(1000);
    for (auto _ : state)
        benchmark::DoNotOptimize(fitted().score(data.table));
}
BENCHMARK(scoreThousandRows)->Unit(benchmark::kMillisecond)->UseRealTime();

void explainOneRow(benchmark::State& state) {
    const Data data = drawn(kRows);
    for (auto _ : state)
        benchmark::DoNotOptimize(fitted().explain(data.table.row(3)));
}
BENCHMARK(explainOneRow)->Unit(benchmark::kMillisecond);

void serialize(benchmark::State& state) {
    for (auto _ : state)
        benchmark::DoNotOptimize(fitted().serialize());
    state.counters["bytes"] = static_cast<double>(fitted().serialize().size());
}
BENCHMARK(serialize)->Unit(benchmark::kMillisecond);

void deserialize(benchmark::State& state) {
    const std::string text = fitted().serialize();
    for (auto _ : state)
        benchmark::DoNotOptimize(Forest::deserialize(text, "bench"));
}
BENCHMARK(deserialize)->Unit(benchmark::kMillisecond);
}  // namespace
