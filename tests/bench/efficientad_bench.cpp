// EfficientAD on drawn parts: one training step as published (penalty and jitter on) and the maps of one
// part, for each size and its narrow form; beside them the floating-point operations a second that makes.
#include <benchmark/benchmark.h>
#include <torch/optim/adam.h>

#include "core/detector/efficientad_learning_torch.h"
#include "core/detector/efficientad_training_torch.h"
#include "core/nn/picture_tensor_torch.h"
#include "core/nn/runtime_torch.h"
#include "tests/core/detector/pictures.h"

namespace segad {
namespace {
constexpr int kSide = 256;
constexpr double kAutoencoderFlops = 5.5e9;

nn::EfficientAdNetworks networksOf(const PdnShape& shape) {
    nn::enterTorch();
    torch::manual_seed(1);
    return {.student = nn::Pdn(shape, 2 * kTeacherChannels, true), .autoencoder = nn::Autoencoder(true)};
}

nn::TeacherScale plainScale() {
    return {.mean = at::zeros({1, kTeacherChannels, 1, 1}),
            .deviation = at::ones({1, kTeacherChannels, 1, 1})};
}

at::Tensor picture(std::uint64_t seed) {
    return nn::pictureTensor(test::drawnPart(seed), EfficientAdOptions::input());
}

const PdnShape& shapeOf(const benchmark::State& state) {
    return pdnShapes().at(static_cast<std::size_t>(state.range(0)));
}

void reportRate(benchmark::State& state, double flops) {
    state.counters["flops"] = benchmark::Counter(flops, benchmark::Counter::kIsIterationInvariantRate);
    state.SetLabel(shapeOf(state).architecture);
}

void trainingStep(benchmark::State& state) {
    const PdnShape& shape = shapeOf(state);
    nn::EfficientAdNetworks networks = networksOf(shape);
    const nn::FrozenPdn teacher(shape, nn::Pdn(shape, kTeacherChannels, true)->state(), kTeacherChannels,
                                true, at::Device(at::kCPU));
    torch::optim::Adam optimiser(networks.parameters(), torch::optim::AdamOptions(1e-4).weight_decay(1e-5));
    const nn::EfficientAdSample sample{.picture = picture(1), .jittered = picture(2), .penalty = picture(3)};
    for (auto _ : state) {
        optimiser.zero_grad();
        nn::learnFrom(
            sample, networks, [&](const at::Tensor& seen) { return teacher(seen); }, 0.999);
        optimiser.step();
    }
    const double once = pdnFlops(shape, kTeacherChannels, kSide);
    reportRate(state, (2 + 3 * 3) * once + 3 * kAutoencoderFlops);
}
BENCHMARK(trainingStep)->DenseRange(0, 3)->Unit(benchmark::kMillisecond)->UseRealTime();

void mapsOfOnePart(benchmark::State& state) {
    const PdnShape& shape = shapeOf(state);
    const nn::EfficientAdNetworks networks = networksOf(shape);
    const nn::Teacher teacher{.shape = &shape, .state = nn::Pdn(shape, kTeacherChannels, true)->state()};
    const nn::FrozenEfficientAd frozen(teacher, plainScale(), networks.state(), true, at::Device(at::kCPU));
    const cv::Mat part = test::drawnPart(1);
    for (auto _ : state)
        nn::guarded("bench", [&] { benchmark::DoNotOptimize(frozen.maps(part).studentTeacher.data); });
    reportRate(state, pdnFlops(shape, kTeacherChannels, kSide) +
                          pdnFlops(shape, 2 * kTeacherChannels, kSide) + kAutoencoderFlops);
}
BENCHMARK(mapsOfOnePart)->DenseRange(0, 3)->Unit(benchmark::kMillisecond)->UseRealTime();
}  // namespace
}  // namespace segad
