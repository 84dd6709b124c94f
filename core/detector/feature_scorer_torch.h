// What a detector that learnt a network on a frozen trunk's features scores with: made once from the
// network's tensors, laid out for speed, immutable.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/detector/detector.h"
#include "core/nn/resnet_torch.h"
#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// What a training leaves behind: float tensors and whole numbers by name.
struct LearnedState {
    StateDict tensors;
    std::map<std::string, std::vector<std::int64_t>> integers;
};

class FeatureScorer {
public:
    virtual ~FeatureScorer() = default;
    /// Called in inference mode, from any number of threads.
    virtual Scored score(const TrunkFeatures& features) const = 0;
};

/// The tensor of this name and shape. Throws Error{InvalidData} when the state lacks it.
const at::Tensor& learned(const LearnedState& state, const std::string& name,
                          const std::vector<std::int64_t>& shape);

/// A map [1,h,w] or [h,w] as CV_32FC1, a copy.
cv::Mat asMat(const at::Tensor& map);

}  // namespace segad::nn
