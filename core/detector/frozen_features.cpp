#include <algorithm>

#include "core/base/error.h"
#include "core/base/work_ahead.h"
#include "core/detector/finite_torch.h"
#include "core/detector/frozen_features_torch.h"
#include "core/nn/backbones.h"
#include "core/nn/runtime_torch.h"
#include "core/nn/trunk_torch.h"

namespace segad::nn {

FrozenFeatures::FrozenFeatures(std::shared_ptr<const Trunk> trunk, FeaturePlan plan,
                               const ImageSource& pictures, Job& job)
    : trunk_(std::move(trunk)), plan_(std::move(plan)) {
    if (plan_.storage == FeatureStorage::Recomputed)
        pictures_ = TrainingPictures::read(pictures, plan_.input, plan_.memoryBytes, job);
    else
        keep(pictures, job);
}

void FrozenFeatures::keep(const ImageSource& pictures, Job& job) {
    const std::size_t parts = size();
    const std::size_t floats = plan_.floatsPerPart();
    rows_ = plan_.storage == FeatureStorage::Memory ? RowStore::inMemory(parts, floats)
                                                    : RowStore::inFile(parts, floats, scratchFolder());
    WorkAhead<at::Tensor> ahead(parts, [&](std::size_t index) { return rowOf(pictures.rgb(index), index); });
    while (ahead.hasNext()) {
        job.progress(ahead.nextIndex(), parts);
        const at::Tensor row = ahead.next();
        rows_->append({row.data_ptr<float>(), floats});
    }
    job.progress(parts, parts);
}

at::Tensor FrozenFeatures::rowOf(const cv::Mat& picture, std::size_t index) const {
    const std::string subject = "training part " + std::to_string(index + 1);
    return guarded(subject, [&] {
        const TrunkFeatures features =
            trunk_->forward(trunk_->preprocess(picture, plan_.input), plan_.layers);
        std::vector<at::Tensor> layers;
        for (const int layer : plan_.layers)
            layers.push_back(features.map(layer).permute({0, 2, 3, 1}).reshape({-1}));
        at::Tensor row = at::cat(layers).cpu();
        requireFinite(row, subject);
        return row;
    });
}

std::vector<at::Tensor> FrozenFeatures::batch(std::span<const std::size_t> parts) const {
    std::vector<at::Tensor> maps;
    for (std::size_t l = 0; l < plan_.layers.size(); ++l) {
        const std::int64_t height = featureSide(plan_.input.size.height, plan_.layers[l]);
        const std::int64_t width = featureSide(plan_.input.size.width, plan_.layers[l]);
        maps.push_back(at::empty({std::ssize(parts), height, width, plan_.floats[l] / (height * width)}));
    }
    const auto place = [&](std::size_t position, const float* row) {
        for (std::size_t l = 0; l < maps.size(); ++l) {
            const auto floats = static_cast<std::size_t>(plan_.floats[l]);
            std::copy_n(row, floats, maps[l].data_ptr<float>() + position * floats);
            row += floats;
        }
    };
    if (rows_) {
        std::vector<float> buffer(rows_->stride());
        for (std::size_t i = 0; i < parts.size(); ++i)
            place(i, rows_->read(parts[i], 1, buffer.data()));
    } else {
        WorkAhead<at::Tensor> ahead(parts.size(),
                                    [&](std::size_t i) { return rowOf(pictures_->at(parts[i]), parts[i]); });
        for (std::size_t i = 0; ahead.hasNext(); ++i)
            place(i, ahead.next().data_ptr<float>());
    }
    for (at::Tensor& map : maps)
        map = map.permute({0, 3, 1, 2}).to(trunk_->device());
    return maps;
}

}  // namespace segad::nn
