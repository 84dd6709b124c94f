// Trunks to layer3 at 256×256, one picture, float32, beside their bounds in the same run: the rate of a
// 256→256 3×3 convolution, and the same network layer by layer as Python's eager mode runs it. Minimal
// filtering (core/nn/winograd.h) beside the direct convolution, layer by layer. The counter "rate" is
// floating-point operations a second. Quiet machines only: threads that share processors with other programs
// wait for each other.
#include <chrono>

#include <benchmark/benchmark.h>

#include "core/base/threads.h"
#include "core/nn/backbones.h"
#include "core/nn/prepared_convolution_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/support/filled_networks_torch.h"

namespace segad {
namespace {
constexpr int kSide = 256;

void report(benchmark::State& state, double operations) {
    state.counters["rate"] = benchmark::Counter(operations, benchmark::Counter::kIsIterationInvariantRate);
    state.counters["threads"] = threadCount();
}

double operationsToLayer3(const std::string& architecture) {
    return backboneFlops(backboneShape(architecture), 256, 3);
}

constexpr std::int64_t kChannels = 256;
constexpr std::int64_t kGrid = 64;
constexpr double kConvolutionOperations = 2.0 * kChannels * kChannels * 9 * kGrid * kGrid;

/// The bound: as LibTorch runs a convolution in eager mode.
void convolutionEager(benchmark::State& state) {
    nn::enterTorch();
    const c10::InferenceMode inference;
    const at::Tensor input = at::randn({1, kChannels, kGrid, kGrid});
    const at::Tensor weight = at::randn({kChannels, kChannels, 3, 3});
    for (auto _ : state)
        benchmark::DoNotOptimize(at::conv2d(input, weight, {}, 1, 1));
    report(state, kConvolutionOperations);
}
BENCHMARK(convolutionEager)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The bound as it can be: weights prepared, channels-last.
void convolutionPrepared(benchmark::State& state) {
    nn::enterTorch();
    const c10::InferenceMode inference;
    const at::Tensor input =
        at::randn({1, kChannels, kGrid, kGrid}).contiguous(at::MemoryFormat::ChannelsLast);
    const nn::PreparedConvolution convolution(at::randn({kChannels, kChannels, 3, 3}), at::zeros({kChannels}),
                                              {.padding = 1}, at::kCPU);
    for (auto _ : state)
        benchmark::DoNotOptimize(convolution(input));
    report(state, kConvolutionOperations);
}
BENCHMARK(convolutionPrepared)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Minimal filtering beside the direct convolution of the same layer in the same run, one thread: counter
/// "faster".
void minimalFiltering(benchmark::State& state) {
    const SingleThreadScope single;
    nn::enterTorch();
    const c10::InferenceMode inference;
    const std::int64_t in = state.range(0);
    const std::int64_t out = state.range(1);
    const std::int64_t side = state.range(2);
    const at::Tensor input = at::randn({1, in, side, side}).contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor weight = at::randn({out, in, 3, 3});
    // The border added by hand is what keeps the other one direct.
    const at::Tensor padded =
        at::constant_pad_nd(input, {1, 1, 1, 1}).contiguous(at::MemoryFormat::ChannelsLast);
    const nn::PreparedConvolution direct(weight, at::zeros({out}), {}, at::kCPU);
    const nn::PreparedConvolution filtering(weight, at::zeros({out}), {.padding = 1}, at::kCPU);
    const auto seconds = [](const nn::PreparedConvolution& convolution, const at::Tensor& map) {
        const auto start = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(convolution(map));
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    };
    seconds(direct, padded);
    seconds(filtering, input);
    double directSeconds = 0;
    double filteringSeconds = 0;
    for (auto _ : state) {
        directSeconds += seconds(direct, padded);
        const double taken = seconds(filtering, input);
        filteringSeconds += taken;
        state.SetIterationTime(taken);
    }
    state.counters["faster"] = directSeconds / filteringSeconds;
}
BENCHMARK(minimalFiltering)
    ->ArgNames({"in", "out", "side"})
    ->Args({24, 24, 64})
    ->Args({48, 48, 64})
    ->Args({96, 96, 32})
    ->Args({192, 192, 16})
    ->Args({384, 384, 8})
    ->Args({64, 64, 64})
    ->Args({256, 256, 16})
    ->Args({512, 512, 16})
    ->Unit(benchmark::kMicrosecond)
    ->UseManualTime();

void eager(benchmark::State& state, const std::string& architecture) {
    nn::enterTorch();
    const c10::InferenceMode inference;
    nn::ResNet network = test::filledNetwork(architecture, 3);
    const at::Tensor picture = test::filledPictures(1, kSide, kSide);
    for (auto _ : state)
        benchmark::DoNotOptimize(network->forward(picture));
    report(state, operationsToLayer3(architecture));
}
BENCHMARK_CAPTURE(eager, resnet18, "resnet18")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(eager, wide_resnet50_2, "wide_resnet50_2")->Unit(benchmark::kMillisecond)->UseRealTime();

void trunk(benchmark::State& state, const std::string& architecture, at::ScalarType type) {
    nn::enterTorch();
    const c10::InferenceMode inference;
    const nn::Trunk folded(backboneShape(architecture), test::filledNetwork(architecture, 3)->state(), 3,
                           at::kCPU, {}, type);
    const at::Tensor picture =
        test::filledPictures(1, kSide, kSide).contiguous(at::MemoryFormat::ChannelsLast);
    for (auto _ : state)
        benchmark::DoNotOptimize(folded.forward(picture, {1, 2, 3}));
    report(state, operationsToLayer3(architecture));
}
BENCHMARK_CAPTURE(trunk, resnet18, "resnet18", at::kFloat)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(trunk, resnet18_bfloat16, "resnet18", at::kBFloat16)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(trunk, compact_resnet, "compact_resnet", at::kFloat)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(trunk, wide_resnet50_2, "wide_resnet50_2", at::kFloat)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
}  // namespace
}  // namespace segad
