#include <algorithm>
#include <chrono>
#include <numeric>

#include "core/base/random.h"
#include "core/base/work_ahead.h"
#include "core/detector/coreset.h"
#include "core/detector/finite_torch.h"
#include "core/detector/patch_embedding_torch.h"
#include "core/detector/patchcore_training_torch.h"
#include "core/detector/random_projection.h"
#include "core/detector/row_product_torch.h"
#include "core/detector/row_store.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

namespace {
/// Seconds since the last call.
class StopWatch {
public:
    double lap() {
        const auto now = std::chrono::steady_clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

const char* nameOf(PatchStorage storage) {
    switch (storage) {
        case PatchStorage::Vectors:
            return "memory";
        case PatchStorage::Projections:
            return "memory, two passes";
        case PatchStorage::Scratch:
            break;
    }
    return "temporary file";
}

class BankTraining {
public:
    BankTraining(const PatchCoreOptions& options, const Trunk& trunk, const ImageSource& pictures,
                 std::uint64_t seed)
        : options_(options), trunk_(trunk), pictures_(pictures), seed_(seed) {
        std::vector<int> channels;
        for (int layer = 1; layer <= trunk.lastLayer(); ++layer)
            channels.push_back(trunk.channels(layer));
        plan_ = planPatchCore(options, channels, pictures.size());
        openStores();
        if (plan_.projects()) prepareProjection();
    }

    TrainedBank run(Job& job) {
        TrainedBank bank;
        StopWatch watch;
        const double passes = plan_.secondPass() ? 2 : 1;
        const double embedding = 0.6 / passes;
        {
            Job::Stage stage(job, embedding, "Learning from good parts");
            embedAll(stage.job());
        }
        bank.facts["seconds_features"] = watch.lap();
        {
            Job::Stage stage(job, 1 - passes * embedding, "Choosing the memory bank");
            bank.selected = select(stage.job(), bank.facts);
        }
        bank.facts["seconds_selection"] = watch.lap();
        if (plan_.secondPass()) {
            Job::Stage stage(job, embedding, "Reading the chosen parts again");
            bank.rows = recompute(bank.selected, stage.job());
            bank.facts["seconds_second_pass"] = watch.lap();
        } else {
            bank.rows = gather(bank.selected);
        }
        bank.facts["patches"] = plan_.patches;
        bank.facts["bank_rows"] = plan_.selected;
        bank.facts["dimension"] = plan_.dimension;
        bank.facts["projected_dimension"] = plan_.projected;
        bank.facts["storage"] = nameOf(plan_.storage);
        return bank;
    }

private:
    void openStores() {
        const auto open = [&](int dimension) {
            const auto columns = static_cast<std::size_t>(dimension);
            return plan_.storage == PatchStorage::Scratch
                       ? RowStore::inFile(plan_.patches, columns, scratchFolder())
                       : RowStore::inMemory(plan_.patches, columns);
        };
        if (!plan_.secondPass()) vectors_ = open(plan_.dimension);
        if (plan_.projects()) projections_ = open(plan_.projected);
    }

    /// On the processor: each product on its caller's thread.
    void prepareProjection() {
        std::vector<float> matrix = sparseProjection(static_cast<std::size_t>(plan_.projected),
                                                     static_cast<std::size_t>(plan_.dimension), seed_);
        projection_.emplace(at::from_blob(matrix.data(), {plan_.projected, plan_.dimension}).clone().t(),
                            at::zeros({plan_.projected}), at::Device(at::kCPU));
    }

    /// What one picture gives; computed on one thread, always the same bits.
    struct Embedded {
        at::Tensor patches;      ///< [patches per picture, D]
        at::Tensor projections;  ///< [patches per picture, k], undefined when nothing is projected
    };

    Embedded embed(std::size_t index) const {
        const cv::Mat picture = pictures_.rgb(index);
        return guarded("training part " + std::to_string(index + 1), [&] {
            Embedded embedded{
                .patches = embedPatches(
                    trunk_.forward(trunk_.preprocess(picture, options_.input), options_.layers), options_)};
            requireFinite(embedded.patches, "training part " + std::to_string(index + 1));
            if (projection_) embedded.projections = (*projection_)(embedded.patches);
            return embedded;
        });
    }

    static std::span<const float> spanOf(const at::Tensor& rows) {
        return {rows.data_ptr<float>(), static_cast<std::size_t>(rows.numel())};
    }

    void embedAll(Job& job) {
        WorkAhead<Embedded> ahead(plan_.images, [this](std::size_t index) { return embed(index); });
        while (ahead.hasNext()) {
            job.progress(ahead.nextIndex(), plan_.images);
            const Embedded embedded = ahead.next();
            if (vectors_) vectors_->append(spanOf(embedded.patches));
            if (projections_) projections_->append(spanOf(embedded.projections));
        }
        job.progress(plan_.images, plan_.images);
    }

    std::vector<std::int64_t> select(Job& job, Json& facts) const {
        const RowStore& rows = projections_ ? *projections_ : *vectors_;
        SplitMix64 random(seed_, "coreset start");
        CoresetStatistics statistics;
        std::vector<std::int64_t> selected = selectCoreset(rows,
                                                           {.count = plan_.selected,
                                                            .start = random.below(plan_.patches),
                                                            .keepsStart = options_.coresetKeepsStart},
                                                           job, &statistics);
        facts["comparisons"] = statistics.comparisons;
        return selected;
    }

    std::vector<float> gather(const std::vector<std::int64_t>& selected) const {
        const auto dimension = static_cast<std::size_t>(plan_.dimension);
        std::vector<float> rows(selected.size() * dimension);
        std::vector<float> buffer(vectors_->stride());
        for (std::size_t i = 0; i < selected.size(); ++i) {
            const float* row = vectors_->read(static_cast<std::size_t>(selected[i]), 1, buffer.data());
            std::copy_n(row, dimension, &rows[i * dimension]);
        }
        return rows;
    }

    /// Pass 2: the same pictures give the same patches again; the chosen ones are kept.
    std::vector<float> recompute(const std::vector<std::int64_t>& selected, Job& job) const {
        const auto dimension = static_cast<std::size_t>(plan_.dimension);
        const auto perImage = static_cast<std::int64_t>(plan_.patchesPerImage());
        std::vector<std::size_t> order(selected.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::sort(order, {}, [&](std::size_t i) { return selected[i]; });
        std::vector<std::size_t> images;
        for (const std::size_t i : order) {
            const auto image = static_cast<std::size_t>(selected[i] / perImage);
            if (images.empty() || images.back() != image) images.push_back(image);
        }

        std::vector<float> rows(selected.size() * dimension);
        auto position = order.begin();
        WorkAhead<Embedded> ahead(images.size(), [&](std::size_t i) { return embed(images[i]); });
        while (ahead.hasNext()) {
            job.progress(ahead.nextIndex(), images.size());
            const auto firstPatch = static_cast<std::int64_t>(images[ahead.nextIndex()]) * perImage;
            const Embedded embedded = ahead.next();
            const float* values = embedded.patches.data_ptr<float>();
            for (; position != order.end() && selected[*position] < firstPatch + perImage; ++position) {
                const std::int64_t patch = selected[*position] - firstPatch;
                std::copy_n(values + patch * plan_.dimension, dimension, &rows[*position * dimension]);
            }
        }
        return rows;
    }

    const PatchCoreOptions& options_;
    const Trunk& trunk_;
    const ImageSource& pictures_;
    const std::uint64_t seed_;
    PatchCorePlan plan_;
    std::optional<RowProduct> projection_;
    std::unique_ptr<RowStore> vectors_;      ///< patch vectors, unless they are computed twice
    std::unique_ptr<RowStore> projections_;  ///< what is selected from, when it isn't the vectors themselves
};
}  // namespace

TrainedBank trainBank(const PatchCoreOptions& options, const Trunk& trunk, const ImageSource& pictures,
                      std::uint64_t seed, Job& job) {
    return BankTraining(options, trunk, pictures, seed).run(job);
}

}  // namespace segad::nn
