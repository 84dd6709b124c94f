// The features that a frozen trunk gives for the parts of a training, batch by batch: computed once and kept
// as the plan says (feature_plan.h), or anew for every batch. The bits are the same either way, because
// a part always goes through the trunk alone and on one thread.
//
// Threads: batch() from any number of threads.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/job.h"
#include "core/detector/feature_plan.h"
#include "core/detector/row_store.h"
#include "core/detector/training_pictures.h"
#include "core/image/image.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

class Trunk;

class FrozenFeatures {
public:
    /// Looks at all `pictures`, on all processors. Throws Error{InvalidData} when there are none or features
    /// are not finite, what reading a picture throws, Error{OutOfMemory, DiskFull, …} where they
    /// can't be kept, and Cancelled.
    FrozenFeatures(std::shared_ptr<const Trunk> trunk, FeaturePlan plan, const ImageSource& pictures,
                   Job& job);

    const FeaturePlan& plan() const noexcept { return plan_; }
    std::size_t size() const noexcept { return static_cast<std::size_t>(plan_.parts); }

    /// Features of the given parts: for each layer of the plan [N,C,h,w] float32, channels-last, on the
    /// trunk's device; ordinary tensors, which may take part in learning.
    std::vector<at::Tensor> batch(std::span<const std::size_t> parts) const;

private:
    at::Tensor rowOf(const cv::Mat& picture, std::size_t index) const;
    void keep(const ImageSource& pictures, Job& job);

    std::shared_ptr<const Trunk> trunk_;
    FeaturePlan plan_;
    std::unique_ptr<RowStore> rows_;            ///< layers one after another, each [h,w,C]
    std::optional<TrainingPictures> pictures_;  ///< when features are computed for every batch
};

}  // namespace segad::nn
