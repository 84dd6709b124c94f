#include <cstring>

#include "core/base/error.h"
#include "core/detector/feature_scorer_torch.h"

namespace segad::nn {

const at::Tensor& learned(const LearnedState& state, const std::string& name,
                          const std::vector<std::int64_t>& shape) {
    const auto found = state.tensors.find(name);
    if (found == state.tensors.end() || found->second.sizes() != at::IntArrayRef(shape)) {
        throw Error(ErrorCode::InvalidData, "model", "its tensor '" + name + "' is missing or misshapen",
                    "Train the detector again.");
    }
    return found->second;
}

cv::Mat asMat(const at::Tensor& map) {
    const at::Tensor values = map.to(at::kCPU, at::kFloat).contiguous();
    cv::Mat result(static_cast<int>(values.size(-2)), static_cast<int>(values.size(-1)), CV_32FC1);
    std::memcpy(result.data, values.data_ptr<float>(), result.total() * sizeof(float));
    return result;
}

}  // namespace segad::nn
