// Pixel metrics per image of 256×256, beside the bound of looking at every pixel for its range.
#include <algorithm>

#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>

#include "core/metric/pixel.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
AnomalyMap drawnMap() {
    cv::Mat pixels(kPixelMetricSide, kPixelMetricSide, CV_32FC1);
    const std::vector<double> numbers = test::uniformStream("bench/pixel", pixels.total());
    std::ranges::copy(numbers, pixels.ptr<float>());
    return {pixels, "bench"};
}

cv::Mat drawnMask() {
    cv::Mat mask(kPixelMetricSide, kPixelMetricSide, CV_8UC1, cv::Scalar(0));
    mask(cv::Rect(30, 40, 25, 12)) = 255;
    mask(cv::Rect(150, 90, 8, 60)) = 255;
    return mask;
}

void boundRangeOfTheMap(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    for (auto _ : state) {
        PixelRange range;
        range.add(map);
        benchmark::DoNotOptimize(range);
    }
}
BENCHMARK(boundRangeOfTheMap)->Unit(benchmark::kMicrosecond);

PixelMetrics emptyMetrics(const AnomalyMap& map) {
    PixelRange range;
    range.add(map);
    return PixelMetrics::binned(range);
}

void addGoodImage(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    PixelMetrics metrics = emptyMetrics(map);
    for (auto _ : state)
        metrics.addGood(map);
}
BENCHMARK(addGoodImage)->Unit(benchmark::kMicrosecond);

void addBadImage(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    const cv::Mat mask = drawnMask();
    PixelMetrics metrics = emptyMetrics(map);
    for (auto _ : state)
        metrics.addBad(map, mask);
}
BENCHMARK(addBadImage)->Unit(benchmark::kMicrosecond);

void figures(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    PixelMetrics metrics = emptyMetrics(map);
    metrics.addBad(map, drawnMask());
    for (auto _ : state)
        benchmark::DoNotOptimize(metrics.figures());
}
BENCHMARK(figures)->Unit(benchmark::kMicrosecond);
}  // namespace
