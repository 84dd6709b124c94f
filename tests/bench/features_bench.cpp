// One feature row of a 256×256 map with seven segments, beside the bound of reading the map once and
// beside the plain way: a mask per segment, a sort for the quantile.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <benchmark/benchmark.h>
#include <opencv2/core.hpp>

#include "core/forest/features.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
constexpr int kSide = kFeatureMapSide;
constexpr int kSegments = 7;

AnomalyMap drawnMap() {
    cv::Mat pixels(kSide, kSide, CV_32FC1);
    const std::vector<double> numbers = test::uniformStream("bench/features", pixels.total());
    std::ranges::transform(numbers, pixels.ptr<float>(),
                           [](double u) { return static_cast<float>(-std::log(1 - u)); });
    return {pixels, "bench"};
}

/// Rings around the middle: like a part, segments are blobs.
SegmentMap drawnSegments() {
    cv::Mat labels(kSide, kSide, CV_8UC1);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double radius = std::hypot(x - kSide / 2, y - kSide / 2) / (kSide / 2);
            labels.at<std::uint8_t>(y, x) = static_cast<std::uint8_t>(
                radius > 1 ? 0 : std::min(kSegments - 1, static_cast<int>(6 * (1 - radius)) + 1));
        }
    }
    return {labels, kSegments, "bench"};
}

void featureRowOfOneMap(benchmark::State& state) {
    const std::vector<DetectorMap> maps{{"patchcore", drawnMap()}};
    const SegmentMap segments = drawnSegments();
    for (auto _ : state)
        benchmark::DoNotOptimize(featureRow(maps, segments));
}
BENCHMARK(featureRowOfOneMap)->Unit(benchmark::kMicrosecond);

void featureRowOfFourMaps(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    const std::vector<DetectorMap> maps{{"a", map}, {"b", map}, {"c", map}, {"d", map}};
    const SegmentMap segments = drawnSegments();
    for (auto _ : state)
        benchmark::DoNotOptimize(featureRow(maps, segments));
}
BENCHMARK(featureRowOfFourMaps)->Unit(benchmark::kMicrosecond);

void boundSumOfTheMap(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    const std::span<const float> values{map.pixels().ptr<float>(), map.pixels().total()};
    for (auto _ : state)
        benchmark::DoNotOptimize(std::accumulate(values.begin(), values.end(), 0.0));
}
BENCHMARK(boundSumOfTheMap)->Unit(benchmark::kMicrosecond);

void plainLoopPerSegment(benchmark::State& state) {
    const AnomalyMap map = drawnMap();
    const SegmentMap segments = drawnSegments();
    for (auto _ : state) {
        std::vector<double> row;
        for (int segment = 0; segment < kSegments; ++segment) {
            std::vector<float> own;
            for (int y = 0; y < kSide; ++y) {
                for (int x = 0; x < kSide; ++x) {
                    if (segments.labels().at<std::uint8_t>(y, x) == segment)
                        own.push_back(map.pixels().at<float>(y, x));
                }
            }
            const auto n = static_cast<double>(own.size());
            const double mean = std::accumulate(own.begin(), own.end(), 0.0) / n;
            double second = 0;
            double third = 0;
            double fourth = 0;
            for (const float value : own) {
                const double deviation = static_cast<double>(value) - mean;
                second += deviation * deviation;
                third += deviation * deviation * deviation;
                fourth += deviation * deviation * deviation * deviation;
            }
            std::ranges::sort(own);
            const double place = (n - 1) * 0.995;
            const auto low = static_cast<std::size_t>(place);
            row.insert(row.end(), {static_cast<double>(own[low]), third / std::pow(second / n, 1.5) / n,
                                   fourth / n / std::pow(second / n, 2) - 3, mean});
        }
        benchmark::DoNotOptimize(row);
    }
}
BENCHMARK(plainLoopPerSegment)->Unit(benchmark::kMicrosecond);
}  // namespace
