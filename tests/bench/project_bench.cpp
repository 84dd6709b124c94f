// What the project file costs, each beside the bound it runs against in the same run: opening and listing
// 20,000 parts (bound: reading the file), saving a label (bound: one synced write), writing and reading
// maps (bounds: zstd alone and memcpy).
#include <algorithm>
#include <cmath>
#include <cstring>

#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/project/project.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
constexpr int kParts = 20'000;
constexpr int kSide = 256;

/// 20,000 labelled parts with three runs of scores and a segment map each, made once.
const Path& largeProject() {
    static const test::TempDir dir;
    static const Path file = [] {
        const Path path = dir / "large.segad";
        Project project = Project::create(path);
        Transaction transaction = project.transaction();
        const SourceId source = project.parts().addSource({.path = dir.path().string(), .layout = "folder"});
        std::vector<Parts::LabelChange> labels;
        std::vector<RolePair> roles;
        std::vector<ScoreRecord> scores;
        for (int number = 1; number <= kParts; ++number) {
            PartRecord part;
            part.source = source;
            part.path = "piezo/train/good/camera_2_part_" + std::to_string(number) + ".png";
            part.sha256 = sha256Hex(part.path);
            part.bytes = 123'456;
            part.width = part.height = 1024;
            part.id = project.parts().put(part);
            labels.push_back({.part = part.id, .label = number % 9 == 0 ? Label::Bad : Label::Good});
            roles.push_back({part.id, number % 2 == 0 ? Role::Train : Role::Test});
            scores.push_back({.part = part.id, .imageScore = number * 0.37, .mapMax = number * 0.11});
        }
        project.parts().setLabels(labels, "user");
        RunRecord run{.kind = RunKind::Segment, .subject = "foreground"};
        run.id = project.runs().start(run);
        cv::Mat shape(kSide, kSide, CV_8UC1, cv::Scalar(0));
        shape(cv::Rect(40, 50, 150, 140)) = 1;
        const SegmentMap map(shape, 2, "bench");
        for (const RolePair& role : roles)
            project.segments().putMap(run.id, role.part, map);
        project.segments().setNames({{0, "background", "#000000"}, {1, "part", "#ffffff"}});
        run.outcome = RunOutcome::Done;
        project.runs().finish(run);
        for (int detector = 0; detector < 3; ++detector) {
            RunRecord train{.kind = RunKind::Train, .subject = "patchcore"};
            train.snapshot = project.runs().putSnapshot(roles);
            train.id = project.runs().start(train);
            train.outcome = RunOutcome::Done;
            project.runs().finish(train);
            project.runs().putScores(train.id, scores);
        }
        transaction.commit();
        return path;
    }();
    return file;
}

void openLargeProject(benchmark::State& state) {
    const Path& file = largeProject();
    for (auto _ : state) {
        Project project = Project::open(file);
        benchmark::DoNotOptimize(project.parts().all());
    }
    state.counters["parts"] = kParts;
    state.counters["MB"] = static_cast<double>(std::filesystem::file_size(file)) / 1e6;
}
BENCHMARK(openLargeProject)->Unit(benchmark::kMillisecond);

void openSecondHandle(benchmark::State& state) {
    const Project first = Project::open(largeProject());
    for (auto _ : state)
        benchmark::DoNotOptimize(Project::open(largeProject()).changeToken());
}
BENCHMARK(openSecondHandle)->Unit(benchmark::kMillisecond);

void boundReadTheFile(benchmark::State& state) {
    const Path& file = largeProject();
    for (auto _ : state)
        benchmark::DoNotOptimize(readFile(file, 1ULL << 32U));
}
BENCHMARK(boundReadTheFile)->Unit(benchmark::kMillisecond);

void listParts(benchmark::State& state) {
    const Project project = Project::open(largeProject());
    for (auto _ : state)
        benchmark::DoNotOptimize(project.parts().all());
}
BENCHMARK(listParts)->Unit(benchmark::kMillisecond);

void findByText(benchmark::State& state) {
    const Project project = Project::open(largeProject());
    for (auto _ : state)
        benchmark::DoNotOptimize(project.parts().all({.label = Label::Bad, .text = "part_77"}));
}
BENCHMARK(findByText)->Unit(benchmark::kMillisecond);

void saveALabel(benchmark::State& state) {
    Project project = Project::open(largeProject());
    PartId part = 1;
    for (auto _ : state) {
        const Parts::LabelChange change{.part = part, .label = Label::Bad};
        project.parts().setLabels({&change, 1}, "user");
        part = part % kParts + 1;
    }
}
BENCHMARK(saveALabel)->Unit(benchmark::kMillisecond)->Iterations(200);

/// The pages of one label in the write-ahead log, synced.
void boundSyncedWrite(benchmark::State& state) {
    const test::TempDir dir;
    const std::string pages(6 * 4120, 'x');
    const int out = ::open((dir / "log").c_str(), O_WRONLY | O_CREAT, 0600);
    for (auto _ : state) {
        if (::write(out, pages.data(), pages.size()) < 0 || ::fdatasync(out) != 0)
            state.SkipWithError("write");
    }
    ::close(out);
}
BENCHMARK(boundSyncedWrite)->Unit(benchmark::kMillisecond)->Iterations(200);

// ---- maps

std::vector<AnomalyMap> someMaps(int count) {
    std::vector<AnomalyMap> maps;
    SplitMix64 random(7);
    for (int i = 0; i < count; ++i) {
        // Like a detector's: 32 × 32 distances, enlarged and blurred, so smooth to the last bits of the
        // float.
        cv::Mat map(kSide, kSide, CV_32FC1);
        double phase[4];
        for (double& p : phase)
            p = random.uniform(0, 6.28);
        for (int y = 0; y < kSide; ++y) {
            for (int x = 0; x < kSide; ++x) {
                map.at<float>(y, x) =
                    static_cast<float>(2 + std::sin(x * 0.031 + phase[0]) * std::cos(y * 0.043 + phase[1]) +
                                       0.3 * std::sin((x + y) * 0.11 + phase[2]));
            }
        }
        maps.emplace_back(map, "bench");
    }
    return maps;
}

constexpr int kMaps = 64;

void writeMaps(benchmark::State& state) {
    const test::TempDir dir;
    Project project = Project::create(dir / "p.segad");
    const auto maps = someMaps(kMaps);
    const SourceId source = project.parts().addSource({.path = dir.path().string(), .layout = "folder"});
    for (int i = 0; i < kMaps; ++i)
        project.parts().put({.source = source, .path = std::to_string(i)});
    const RunId run = project.runs().start({});
    for (auto _ : state) {
        Transaction transaction = project.transaction();
        for (int i = 0; i < kMaps; ++i)
            project.maps().put(run, i + 1, maps[static_cast<std::size_t>(i)]);
        transaction.commit();
    }
    state.SetItemsProcessed(state.iterations() * kMaps);
    state.SetBytesProcessed(state.iterations() * kMaps * kSide * kSide * 4);
}
BENCHMARK(writeMaps)->Unit(benchmark::kMillisecond);

void readMaps(benchmark::State& state) {
    const test::TempDir dir;
    Project project = Project::create(dir / "p.segad");
    const auto maps = someMaps(kMaps);
    const SourceId source = project.parts().addSource({.path = dir.path().string(), .layout = "folder"});
    const RunId run = project.runs().start({});
    for (int i = 0; i < kMaps; ++i) {
        project.parts().put({.source = source, .path = std::to_string(i)});
        project.maps().put(run, i + 1, maps[static_cast<std::size_t>(i)]);
    }
    for (auto _ : state) {
        for (int i = 0; i < kMaps; ++i)
            benchmark::DoNotOptimize(project.maps().get(run, i + 1));
    }
    state.SetItemsProcessed(state.iterations() * kMaps);
    state.SetBytesProcessed(state.iterations() * kMaps * kSide * kSide * 4);
}
BENCHMARK(readMaps)->Unit(benchmark::kMillisecond);

/// The bytes of a map by significance, as the project stores them.
std::vector<char> planesOf(const AnomalyMap& map) {
    const std::size_t count = map.pixels().total();
    std::vector<char> planes(count * 4);
    const auto* raw = map.pixels().ptr<char>();
    for (std::size_t byte = 0; byte < 4; ++byte) {
        for (std::size_t i = 0; i < count; ++i)
            planes[byte * count + i] = raw[i * 4 + byte];
    }
    return planes;
}

void boundCompress(benchmark::State& state) {
    const auto maps = someMaps(kMaps);
    std::vector<std::vector<char>> planes;
    for (const AnomalyMap& map : maps)
        planes.push_back(planesOf(map));
    std::vector<char> packed(ZSTD_compressBound(planes[0].size()));
    ZSTD_CCtx* context = ZSTD_createCCtx();
    for (auto _ : state) {
        for (const auto& plane : planes) {
            benchmark::DoNotOptimize(
                ZSTD_compressCCtx(context, packed.data(), packed.size(), plane.data(), plane.size(), 1));
        }
    }
    ZSTD_freeCCtx(context);
    state.SetBytesProcessed(state.iterations() * kMaps * kSide * kSide * 4);
}
BENCHMARK(boundCompress)->Unit(benchmark::kMillisecond);

void boundDecompress(benchmark::State& state) {
    const auto maps = someMaps(kMaps);
    std::vector<std::vector<char>> packed;
    for (const AnomalyMap& map : maps) {
        const auto planes = planesOf(map);
        packed.emplace_back(ZSTD_compressBound(planes.size()));
        packed.back().resize(
            ZSTD_compress(packed.back().data(), packed.back().size(), planes.data(), planes.size(), 1));
    }
    std::vector<char> raw(kSide * kSide * 4);
    ZSTD_DCtx* context = ZSTD_createDCtx();
    for (auto _ : state) {
        for (const auto& blob : packed)
            benchmark::DoNotOptimize(
                ZSTD_decompressDCtx(context, raw.data(), raw.size(), blob.data(), blob.size()));
    }
    ZSTD_freeDCtx(context);
    state.SetBytesProcessed(state.iterations() * kMaps * kSide * kSide * 4);
}
BENCHMARK(boundDecompress)->Unit(benchmark::kMillisecond);

void boundMemcpy(benchmark::State& state) {
    const auto maps = someMaps(kMaps);
    std::vector<char> copy(kSide * kSide * 4);
    for (auto _ : state) {
        for (const AnomalyMap& map : maps) {
            std::memcpy(copy.data(), map.pixels().data, copy.size());
            benchmark::DoNotOptimize(copy.data());
            benchmark::ClobberMemory();
        }
    }
    state.SetBytesProcessed(state.iterations() * kMaps * kSide * kSide * 4);
}
BENCHMARK(boundMemcpy)->Unit(benchmark::kMillisecond);
}  // namespace
