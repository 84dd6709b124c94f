#include <algorithm>

#include <opencv2/core.hpp>
#include <torch/csrc/autograd/autograd.h>

#include "core/base/quantile.h"
#include "core/detector/gradient_map_torch.h"
#include "core/detector/map_operations.h"

namespace segad::nn {

namespace {
constexpr double kBlurSigma = 4;

void scale(cv::Mat& map) {
    const auto count = static_cast<std::size_t>(map.total());
    std::vector<float> values(map.ptr<float>(), map.ptr<float>() + count);
    const double p99 = quantileInPlace(std::span(values), 0.99);
    const double least = *std::ranges::min_element(values);
    if (p99 <= least) {
        map.setTo(0);
        return;
    }
    for (float& value : std::span(map.ptr<float>(), count)) {
        const double scaled = (static_cast<double>(value) - least) / (p99 - least);
        value = static_cast<float>(std::clamp(scaled, 0.0, 1.0));
    }
}
}  // namespace

GradientMap gradientMap(const at::Tensor& picture, bool scaled,
                        const std::function<at::Tensor(const at::Tensor&)>& scoreOf) {
    const c10::InferenceMode tracked(false);
    const at::AutoGradMode withGradient(true);
    const at::Tensor input = picture.detach().requires_grad_(true);
    const at::Tensor score = scoreOf(input);
    GradientMap result{.score = score.item<double>()};
    const at::Tensor gradient = torch::autograd::grad({score.sum()}, {input}).front();
    result.map = toMat(gradient.abs().sum(1, /*keepdim=*/true));
    if (scaled) scale(result.map);
    result.map = blurMap(result.map, kBlurSigma, MapBorder::WithEdge);
    return result;
}

void addResponses(cv::Mat& map, const at::Tensor& responses, double weight) {
    cv::scaleAdd(resizeMapBilinear(toMat(responses.abs()), map.size()), weight, map, map);
}

cv::Mat toMat(const at::Tensor& map) {
    const at::Tensor values = map.detach().to(at::kCPU, at::kFloat).contiguous();
    return cv::Mat(static_cast<int>(values.size(2)), static_cast<int>(values.size(3)), CV_32FC1,
                   values.data_ptr<float>())
        .clone();
}

}  // namespace segad::nn
