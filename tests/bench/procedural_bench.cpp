// What a procedural picture costs on one core, over all families and family by family. A training step takes
// several crops out of each, so that about 8 ms for 256 pixels keeps ahead of the network.
#include <benchmark/benchmark.h>
#include <opencv2/core/utility.hpp>

#include "core/procedural/pictures.h"

using namespace segad;

namespace {

void picture(benchmark::State& state) {
    cv::setNumThreads(1);
    std::uint64_t index = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(proceduralPicture(1, index++, static_cast<int>(state.range(0))));
}
BENCHMARK(picture)->Arg(256)->Arg(512)->Unit(benchmark::kMillisecond)->MinTime(2);

void texture(benchmark::State& state) {
    cv::setNumThreads(1);
    std::uint64_t index = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(proceduralTexture(1, index++, 256));
}
BENCHMARK(texture)->Unit(benchmark::kMillisecond)->MinTime(1);

void family(benchmark::State& state) {
    cv::setNumThreads(1);
    const auto row = static_cast<std::size_t>(state.range(0));
    state.SetLabel(std::string(proceduralFamilies()[row].name));
    std::uint64_t index = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(proceduralPictureOf(row, 1, index++, 256));
}
BENCHMARK(family)->DenseRange(0, 9)->Unit(benchmark::kMillisecond);

}  // namespace
