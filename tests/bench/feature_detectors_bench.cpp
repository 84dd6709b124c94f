// Detectors that learn on a frozen trunk's features: a step of their training (as their loss curve counts
// it), a scored picture with the trunk's pass and without, at 256 px on drawn parts.
#include <benchmark/benchmark.h>

#include "core/detector/detector.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/core/detector/pictures.h"

namespace segad {
namespace {
const cv::Size kSide{256, 256};

class LargeParts final : public ImageSource {
public:
    explicit LargeParts(std::size_t count) : count_(count) {}
    std::size_t size() const override { return count_; }
    cv::Mat rgb(std::size_t index) const override { return test::drawnPart(index, false, kSide); }

private:
    std::size_t count_;
};

std::unique_ptr<Detector> trained(const std::string& key, const std::string& backbone, int batch,
                                  int epochs) {
    auto detector = createDetector(
        key, {.params = {{"epochs", epochs}, {"batch_size", batch}}, .backbone = backbone, .device = "cpu"});
    Job job;
    detector->train({.good = LargeParts(static_cast<std::size_t>(batch))}, job);
    return detector;
}

void step(benchmark::State& state, const std::string& key, const std::string& backbone, int batch) {
    constexpr int kSteps = 3;
    for (auto _ : state) {
        const auto curve = trained(key, backbone, batch, kSteps)->lossCurve();
        state.SetIterationTime(curve->seconds / static_cast<double>(curve->steps));
    }
    state.counters["parts"] = batch;
}

void score(benchmark::State& state, const std::string& key, const std::string& backbone) {
    const auto detector = trained(key, backbone, 2, 1);
    const cv::Mat picture = test::drawnPart(99, true, kSide);
    for (auto _ : state)
        benchmark::DoNotOptimize(detector->score({&picture, 1}));
}

void scoreFeatures(benchmark::State& state, const std::string& key, const std::string& backbone) {
    const auto detector = trained(key, backbone, 2, 1);
    const auto need = detector->trunk();
    const auto features = nn::guarded("bench", [&] {
        return need->trunk->forward(need->trunk->preprocess(test::drawnPart(99, true, kSide), need->input),
                                    need->layers);
    });
    for (auto _ : state)
        benchmark::DoNotOptimize(detector->scoreFeatures(features));
}

#define SEGAD_FEATURE_DETECTOR(key, backbone, batch)                         \
    BENCHMARK_CAPTURE(step, key##_##backbone, #key, backbone##Name, batch)   \
        ->Unit(benchmark::kMillisecond)                                      \
        ->UseManualTime()                                                    \
        ->Iterations(1);                                                     \
    BENCHMARK_CAPTURE(score, key##_##backbone, #key, backbone##Name)         \
        ->Unit(benchmark::kMillisecond)                                      \
        ->UseRealTime();                                                     \
    BENCHMARK_CAPTURE(scoreFeatures, key##_##backbone, #key, backbone##Name) \
        ->Unit(benchmark::kMillisecond)                                      \
        ->UseRealTime()

constexpr const char* embeddedName = "embedded";
constexpr const char* resnet18Name = "resnet18-untrained";

SEGAD_FEATURE_DETECTOR(fastflow, embedded, 32);
SEGAD_FEATURE_DETECTOR(fastflow, resnet18, 32);
SEGAD_FEATURE_DETECTOR(rd4ad, embedded, 16);
SEGAD_FEATURE_DETECTOR(rd4ad, resnet18, 16);
}  // namespace
}  // namespace segad
