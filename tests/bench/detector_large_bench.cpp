// PatchCore on 2,000 parts at 256×256 with its default memory limit: time, and the peak memory of the whole
// process, which must stay within 1.5 GB.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "core/detector/detector.h"
#include "tests/core/detector/pictures.h"

namespace segad {
namespace {
class LargeParts final : public ImageSource {
public:
    std::size_t size() const override { return 2000; }
    cv::Mat rgb(std::size_t index) const override { return test::drawnPart(index, false, {256, 256}); }
};

void trainTwoThousandParts(benchmark::State& state) {
    const LargeParts parts;
    for (auto _ : state) {
        const auto detector = createDetector("patchcore", {.backbone = "resnet18-untrained"});
        Job job;
        detector->train({.good = parts}, job);
        const Json facts = detector->description().facts;
        for (const char* name : {"bank_rows", "seconds_features", "seconds_selection", "seconds_second_pass"})
            state.counters[name] = facts.value(name, 0.0);
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double peak = static_cast<double>(usage.ru_maxrss) / 1024;
    state.counters["peak_MiB"] = peak;
    if (peak > 1430) state.SkipWithError("more than 1.5 GB");
}
BENCHMARK(trainTwoThousandParts)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);
}  // namespace
}  // namespace segad
