// Detectors that train their whole backbone: seconds of a training step and of scoring one part, at 256
// pixels, DevNet and DRA on ResNet-18 with 8 pictures a step, the classifier on WideResNet-50-2 with 4 as
// published.
#include <benchmark/benchmark.h>

#include "core/detector/catalog.h"
#include "core/detector/detector.h"
#include "core/nn/safetensors_writer.h"
#include "core/nn/weight_store.h"
#include "tests/core/detector/pictures.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
/// A store of its own in which both backbones are imported, filled with made-up numbers.
class Weights {
public:
    Weights() {
        setenv("SEGAD_DATA_HOME", home_.path().c_str(), 1);
        Job job;
        for (const char* architecture : {"resnet18", "wide_resnet50_2"}) {
            const nn::StateDict state = test::filledNetwork(architecture, 4)->state();
            std::vector<TensorView> views;
            for (const auto& [name, tensor] : state)
                views.push_back({{name, tensor.sizes().vec(), DType::Float32},
                                 {tensor.data_ptr<float>(), static_cast<std::size_t>(tensor.numel())}});
            const Path file = home_ / (std::string(architecture) + ".safetensors");
            writeSafetensors(file, views, {});
            WeightStore().import(file, job);
        }
    }

private:
    test::TempDir home_;
};

std::unique_ptr<Detector> trained(const std::string& key, const char* backbone, const Json& params) {
    static const Weights weights;
    auto detector = createDetector(key, {.params = params, .backbone = backbone, .device = "cpu"});
    Job job;
    const test::DrawnTraining parts(8);
    detector->train(parts.set(), job);
    return detector;
}

struct Case {
    std::string key;
    const char* backbone;
    Json params;
};

const Case& caseOf(std::int64_t number) {
    static const std::vector<Case> cases{
        {"devnet", "resnet18", {{"epochs", 1}, {"steps_per_epoch", 2}, {"batch_size", 8}}},
        {"dra", "resnet18", {{"epochs", 1}, {"steps_per_epoch", 2}, {"batch_size", 8}}},
        {"wide_resnet_classifier", "wide_resnet50_2", {{"epochs", 1}, {"learning_rate", 1e-4}}},
        {"devnet",
         "resnet18",
         {{"epochs", 1}, {"steps_per_epoch", 1}, {"batch_size", 2}, {"map", "response"}}},
    };
    return cases.at(static_cast<std::size_t>(number));
}

void trainingStep(benchmark::State& state) {
    const Case& what = caseOf(state.range(0));
    state.SetLabel(what.key);
    for (auto _ : state) {
        const LossCurve curve = trained(what.key, what.backbone, what.params)->lossCurve().value();
        state.SetIterationTime(curve.seconds / static_cast<double>(curve.steps));
    }
}
BENCHMARK(trainingStep)->DenseRange(0, 2)->UseManualTime()->Iterations(1)->Unit(benchmark::kMillisecond);

void scoring(benchmark::State& state) {
    const Case& what = caseOf(state.range(0));
    state.SetLabel(what.key + " " + what.params.value("map", std::string()));
    const auto detector = trained(what.key, what.backbone, what.params);
    const cv::Mat part = test::drawnPart(1, true, {256, 256});
    for (auto _ : state)
        benchmark::DoNotOptimize(detector->score({&part, 1}));
}
BENCHMARK(scoring)->DenseRange(0, 3)->UseRealTime()->Unit(benchmark::kMillisecond);
}  // namespace
}  // namespace segad
