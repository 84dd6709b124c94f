// PatchCore's two heavy loops beside their bounds in the same run: the search of one part's 1,024 patches in
// a bank of 2,048 × 384 (bound: matmul and minimum in LibTorch, which is not even exact), and the coreset of
// 200 parts × 1,024 patches, 1 % (bound: the plain loop over all rows).
#include <limits>

#include <benchmark/benchmark.h>

#include "core/base/threads.h"
#include "core/base/work_ahead.h"
#include "core/detector/coreset.h"
#include "core/detector/distance.h"
#include "core/detector/patch_bank_torch.h"
#include "core/detector/patch_embedding_torch.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"
#include "tests/core/detector/pictures.h"

namespace segad {
namespace {
constexpr std::int64_t kDimension = 384;
constexpr std::int64_t kPatches = 1024;
constexpr std::int64_t kBankRows = 2048;
constexpr std::size_t kParts = 200;
constexpr std::size_t kRows = kParts * static_cast<std::size_t>(kPatches);

/// Patch vectors of drawn parts, seen through the backbone that needs no file: [200 · 1024, 384].
const RowStore& patches() {
    static const std::unique_ptr<RowStore> rows = [] {
        nn::enterTorch();
        const auto trunk = nn::openTrunk("resnet18-untrained", 3, "cpu");
        const PatchCoreOptions options{.layers = {2, 3}};
        auto store = RowStore::inMemory(kRows, kDimension);
        WorkAhead<at::Tensor> ahead(kParts, [&](std::size_t i) {
            return nn::guarded("bench", [&] {
                const cv::Mat part = test::drawnPart(i, false, options.input.size);
                return embedPatches(trunk->forward(trunk->preprocess(part, options.input), options.layers),
                                    options);
            });
        });
        while (ahead.hasNext()) {
            const at::Tensor embedded = ahead.next();
            store->append({embedded.data_ptr<float>(), static_cast<std::size_t>(embedded.numel())});
        }
        return store;
    }();
    return *rows;
}

at::Tensor rowsFrom(std::size_t first, std::size_t step, std::int64_t count) {
    at::Tensor rows = at::empty({count, kDimension});
    for (std::int64_t i = 0; i < count; ++i) {
        const float* row = patches().read(first + static_cast<std::size_t>(i) * step, 1, nullptr);
        std::copy_n(row, kDimension, rows.data_ptr<float>() + i * kDimension);
    }
    return rows;
}

at::Tensor bankRows() {
    return rowsFrom(3, 97, kBankRows);
}

at::Tensor queryRows() {
    return rowsFrom(199 * kPatches, 1, kPatches);
}

void searchBank(benchmark::State& state) {
    const c10::InferenceMode inference;
    const at::Tensor rows = bankRows();
    const nn::PatchBank bank({rows.data_ptr<float>(), rows.data_ptr<float>() + rows.numel()}, kDimension,
                             at::kCPU);
    const at::Tensor queries = queryRows();
    for (auto _ : state)
        benchmark::DoNotOptimize(bank.nearest(queries));
}
BENCHMARK(searchBank)->Unit(benchmark::kMillisecond)->UseRealTime();

void searchByMatmulAndMin(benchmark::State& state) {
    const c10::InferenceMode inference;
    const at::Tensor bank = bankRows().t();
    const at::Tensor queries = queryRows();
    for (auto _ : state)
        benchmark::DoNotOptimize(at::min(at::matmul(queries, bank), 1));
}
BENCHMARK(searchByMatmulAndMin)->Unit(benchmark::kMillisecond)->UseRealTime();

void coresetLazy(benchmark::State& state) {
    const RowStore& rows = patches();
    CoresetStatistics statistics;
    for (auto _ : state) {
        Job job;
        benchmark::DoNotOptimize(selectCoreset(rows, {.count = kRows / 100, .start = 1}, job, &statistics));
    }
    state.counters["comparisons_of_plain"] = static_cast<double>(statistics.comparisons) /
                                             (static_cast<double>(kRows) * static_cast<double>(kRows / 100));
}
BENCHMARK(coresetLazy)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

/// Every row meets every centre, on all threads, with the same vector instructions.
void coresetPlain(benchmark::State& state) {
    const RowStore& rows = patches();
    for (auto _ : state) {
        std::vector<float> smallest(kRows, std::numeric_limits<float>::infinity());
        std::size_t centre = 1;
        for (std::size_t pick = 0; pick < kRows / 100; ++pick) {
            const float* point = rows.read(centre, 1, nullptr);
            const auto threads = static_cast<std::size_t>(threadCount());
            std::vector<std::size_t> farthest(threads);
            parallelFor(threads, [&](std::size_t t) {
                const std::size_t begin = kRows * t / threads;
                const std::size_t end = kRows * (t + 1) / threads;
                std::vector<float> distances(end - begin);
                squaredDistances(point, rows.read(begin, end - begin, nullptr), end - begin, rows.stride(),
                                 distances.data());
                farthest[t] = begin;
                for (std::size_t i = begin; i < end; ++i) {
                    smallest[i] = std::min(smallest[i], distances[i - begin]);
                    if (smallest[i] > smallest[farthest[t]]) farthest[t] = i;
                }
            });
            centre = farthest.front();
            for (const std::size_t candidate : farthest) {
                if (smallest[candidate] > smallest[centre]) centre = candidate;
            }
        }
        benchmark::DoNotOptimize(centre);
    }
}
BENCHMARK(coresetPlain)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);
}  // namespace
}  // namespace segad
