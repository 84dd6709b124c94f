#include <cmath>

#include <opencv2/core.hpp>

#include "core/detector/efficientad_losses_torch.h"
#include "core/detector/efficientad_maps_torch.h"
#include "core/detector/gradient_map_torch.h"
#include "core/detector/map_operations.h"

namespace segad::nn {

namespace {
constexpr double kSmallestDeviation = 1e-6;
constexpr float kSmallestRange = 1e-12F;
constexpr int kMissingBorder = 4;

at::Tensor meanSquare(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).square_().mean({1}, /*keepdim=*/true);
}

std::array<float, 2> quantilesOf(const std::vector<MapPair>& maps, cv::Mat MapPair::*which) {
    std::vector<at::Tensor> all;
    for (const MapPair& pair : maps) {
        const cv::Mat& map = pair.*which;
        all.push_back(at::from_blob(map.data, {1, 1, map.rows, map.cols}, at::kFloat));
    }
    const at::Tensor values = at::cat(all);
    return {static_cast<float>(quantileOf(values, MapQuantiles::kStart)),
            static_cast<float>(quantileOf(values, MapQuantiles::kEnd))};
}

cv::Mat onCommonScale(const cv::Mat& map, const std::array<float, 2>& quantiles) {
    const float range = quantiles[1] - quantiles[0];
    const float divisor = std::abs(range) < kSmallestRange ? kSmallestRange : range;
    cv::Mat result = map.clone();
    for (float& value : cv::Mat_<float>(result))
        value = 0.1F * (value - quantiles[0]) / divisor;
    return result;
}
}  // namespace

void TeacherMoments::add(const at::Tensor& features) {
    const at::Tensor values = features.to(at::kDouble);
    const at::Tensor mean = values.mean({0, 2, 3}, true);
    const at::Tensor variance = (values - mean).square().mean({0, 2, 3}, true);
    if (pictures_++ == 0) {
        first_ = mean;
        sum_ = at::zeros_like(mean);
        squares_ = at::zeros_like(mean);
        variance_ = at::zeros_like(mean);
    }
    const at::Tensor shifted = mean - first_;
    sum_ = sum_ + shifted;
    squares_ = squares_ + shifted.square();
    variance_ = variance_ + variance;
}

TeacherScale TeacherMoments::scale() const {
    const double count = static_cast<double>(pictures_);
    const at::Tensor shift = sum_ / count;
    // Mean over pictures of the mean of (t − mean)² is the pictures' own variance plus that of their means.
    const at::Tensor variance = variance_ / count + squares_ / count - shift.square();
    return {.mean = (first_ + shift).to(at::kFloat),
            .deviation = variance.clamp_min(0).sqrt().clamp_min(kSmallestDeviation).to(at::kFloat)};
}

MapPair differenceMaps(const at::Tensor& teacher, const at::Tensor& student, const at::Tensor& autoencoder) {
    const std::int64_t half = teacher.size(1);
    return {.studentTeacher = toMat(meanSquare(teacher, student.narrow(1, 0, half))),
            .autoencoder = toMat(meanSquare(autoencoder, student.narrow(1, half, half)))};
}

MapQuantiles mapQuantiles(const std::vector<MapPair>& good) {
    return {.studentTeacher = quantilesOf(good, &MapPair::studentTeacher),
            .autoencoder = quantilesOf(good, &MapPair::autoencoder)};
}

cv::Mat combinedMap(const MapPair& maps, const MapQuantiles& quantiles) {
    return 0.5 * onCommonScale(maps.studentTeacher, quantiles.studentTeacher) +
           0.5 * onCommonScale(maps.autoencoder, quantiles.autoencoder);
}

cv::Mat mapAtInputSize(const cv::Mat& combined, bool padding, cv::Size size) {
    if (padding) return resizeMapBilinear(combined, size);
    cv::Mat framed;
    cv::copyMakeBorder(combined, framed, kMissingBorder, kMissingBorder, kMissingBorder, kMissingBorder,
                       cv::BORDER_CONSTANT, cv::Scalar(0));
    return resizeMapBilinear(framed, size);
}

}  // namespace segad::nn
