// How fast a folder is inspected, beside what its stages can do on their own: nothing should wait needlessly,
// so the whole has to come near to what the stages need together, and to 85 % of the slowest one.
//
//   SEGAD_BENCH_MODEL=line.segad-model SEGAD_BENCH_FOLDER=/data/new bench_inspection
// Model: a package or a project. Every row says parts per second with all threads at work; the last line sets
// the whole beside the slowest stage and beside all stages together.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <map>
#include <string>

#include <benchmark/benchmark.h>

#include "core/base/freed_memory.h"
#include "core/base/work_ahead.h"
#include "core/dataset/listing.h"
#include "core/detector/detector.h"
#include "core/image/image.h"
#include "core/workflow/inspection.h"
#include "core/workflow/inspector.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
Path given(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr ? Path(value) : Path();
}

/// The model, the files, and what each stage hands to the next.
class World {
public:
    static World& get() {
        static World world;
        return world;
    }

    const Inspector& inspector() const { return *inspector_; }
    std::size_t size() const { return files_.size(); }
    const Path& file(std::size_t i) const { return files_[i]; }
    const cv::Mat& picture(std::size_t i) const { return pictures_[i]; }

    std::vector<Scored> score(std::size_t i) const {
        std::vector<Scored> perDetector;
        for (std::vector<Scored>& result : scoreTogether(detectors_, {&pictures_[i], 1}))
            perDetector.push_back(std::move(result.front()));
        return perDetector;
    }
    /// What score() gave, kept.
    const std::vector<Scored>& scored(std::size_t i) {
        while (scored_.size() <= i)
            scored_.push_back(score(scored_.size()));
        return scored_[i];
    }

private:
    World() {
        Job job;
        inspector_ = openInspector(given("SEGAD_BENCH_MODEL"), "auto", job);
        detectors_ = inspector_->detectors();
        const Listing listing = listFolder(given("SEGAD_BENCH_FOLDER"), job);
        for (const std::string& path : listing.pictures) {
            if (inspector_->model().segments && inspector_->model().segments->isMap(path)) continue;
            files_.push_back(listing.file(path));
            pictures_.push_back(decodeImage(files_.back()).rgb);
        }
    }

    std::unique_ptr<Inspector> inspector_;
    std::vector<const Detector*> detectors_;
    std::vector<Path> files_;
    std::vector<cv::Mat> pictures_;
    std::vector<std::vector<Scored>> scored_;
};

/// Processor time of this process, all threads.
double cpuSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Beside the rate, which others that compute here spoil: what a part costs.
void countParts(benchmark::State& state, std::int64_t parts, double cpu) {
    state.SetItemsProcessed(parts);
    state.counters["cpu_ms_per_part"] = 1e3 * cpu / static_cast<double>(parts);
}

/// One stage for all pictures, on all threads.
void alone(benchmark::State& state, const std::function<void(std::size_t)>& stage) {
    const std::size_t count = World::get().size();
    const double begin = cpuSeconds();
    for (auto _ : state) {
        WorkAhead<int> ahead(count, [&](std::size_t i) {
            stage(i);
            return 0;
        });
        while (ahead.hasNext())
            ahead.next();
    }
    countParts(state, state.iterations() * static_cast<std::int64_t>(count), cpuSeconds() - begin);
}

void decodeAlone(benchmark::State& state) {
    alone(state, [](std::size_t i) { benchmark::DoNotOptimize(decodeImage(World::get().file(i))); });
}

void scoreAlone(benchmark::State& state) {
    alone(state, [](std::size_t i) { benchmark::DoNotOptimize(World::get().score(i)); });
}

void decideAlone(benchmark::State& state) {
    World& world = World::get();
    world.scored(world.size() - 1);  // here, on one thread
    alone(state, [&](std::size_t i) {
        benchmark::DoNotOptimize(world.inspector().decide(world.picture(i), world.file(i), world.scored(i)));
    });
}

/// All of them for each picture, and nothing else: what the whole can reach at most.
void stagesTogether(benchmark::State& state) {
    alone(state, [](std::size_t i) {
        const World& world = World::get();
        benchmark::DoNotOptimize(decodeImage(world.file(i)));
        benchmark::DoNotOptimize(world.inspector().decide(world.picture(i), world.file(i), world.score(i)));
    });
}

void wholeInspection(benchmark::State& state) {
    const test::TempDir folder;
    std::int64_t parts = 0;
    int turn = 0;
    double cpu = 0;
    StageSeconds stages;
    for (auto _ : state) {
        std::chrono::steady_clock::time_point begin;
        double cpuBegin = 0;
        Job job;
        InspectionRequest request{.model = given("SEGAD_BENCH_MODEL"),
                                  .folder = given("SEGAD_BENCH_FOLDER"),
                                  .results = folder / (std::to_string(++turn) + ".segad"),
                                  .csv = folder / "results.csv"};
        request.started = [&](const InspectionStart&) {
            begin = std::chrono::steady_clock::now();
            cpuBegin = cpuSeconds();
        };
        const InspectionOutcome outcome = inspect(request, job);
        parts += outcome.totals.parts;
        cpu += cpuSeconds() - cpuBegin;
        stages.decode += outcome.stages.decode;
        stages.score += outcome.stages.score;
        stages.decide += outcome.stages.decide;
        state.SetIterationTime(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    countParts(state, parts, cpu);
    // By the clock of the threads that judge: in one run, so that they can be compared on a noisy machine.
    const auto perPart = [&](double seconds) { return 1e3 * seconds / static_cast<double>(parts); };
    state.counters["decode_ms"] = perPart(stages.decode);
    state.counters["score_ms"] = perPart(stages.score);
    state.counters["decide_ms"] = perPart(stages.decide);
}

/// Keeps the rates beside printing them.
class Rates : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const std::string name = run.run_name.function_name;
            if (const auto rate = run.counters.find("items_per_second"); rate != run.counters.end())
                rates_[name] = rate->second;
        }
    }
    void compare() const {
        const auto of = [&](const char* name) {
            const auto found = rates_.find(name);
            return found == rates_.end() ? 0.0 : found->second;
        };
        const double whole = of("wholeInspection");
        const double slowest = std::min({of("decodeAlone"), of("scoreAlone"), of("decideAlone")});
        const double together = of("stagesTogether");
        if (whole <= 0 || slowest <= 0 || together <= 0) return;  // a filter left some out
        std::printf("%.2f parts/s: %.1f %% of the slowest stage alone (%.2f), %.1f %% of all stages (%.2f)\n",
                    whole, 100 * whole / slowest, slowest, 100 * whole / together, together);
    }

private:
    std::map<std::string, double> rates_;
};

BENCHMARK(decodeAlone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(scoreAlone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(decideAlone)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(stagesTogether)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(wholeInspection)->Unit(benchmark::kMillisecond)->UseManualTime()->MinTime(5);
}  // namespace

int main(int argc, char** argv) {
    if (given("SEGAD_BENCH_MODEL").empty() || given("SEGAD_BENCH_FOLDER").empty()) {
        std::puts("Set SEGAD_BENCH_MODEL and SEGAD_BENCH_FOLDER; see the head of this program's source.");
        return 0;
    }
    keepFreedMemory();
    benchmark::Initialize(&argc, argv);
    Rates rates;
    benchmark::RunSpecifiedBenchmarks(&rates);
    rates.compare();
    return 0;
}
