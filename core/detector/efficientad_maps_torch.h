// From the three networks' answers to one anomaly map (efficientad.md § 5).
#pragma once

#include <array>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/nn/torch_prelude.h"

namespace segad::nn {

/// How a teacher's channels are normalised: [1,384,1,1].
struct TeacherScale {
    at::Tensor mean;
    at::Tensor deviation;

    at::Tensor normalised(const at::Tensor& features) const { return (features - mean) / deviation; }
};

/// Mean and deviation of channels over pictures: means of the pictures' spatial means, in double precision.
class TeacherMoments {
public:
    /// [1,C,h,w]
    void add(const at::Tensor& features);
    /// Deviations of at least 1e-6.
    TeacherScale scale() const;

private:
    std::int64_t pictures_ = 0;
    at::Tensor sum_;       ///< of the pictures' means
    at::Tensor squares_;   ///< of the pictures' means about `first_`
    at::Tensor variance_;  ///< sum of the pictures' own variances
    at::Tensor first_;     ///< the first picture's means, so that squares stay small
};

/// Mean over the channels of squared differences, at network resolution.
struct MapPair {
    cv::Mat studentTeacher;  ///< CV_32FC1
    cv::Mat autoencoder;     ///< CV_32FC1
};

/// `teacher` [1,384,h,w] normalised, `student` [1,768,h,w], `autoencoder` [1,384,h,w].
MapPair differenceMaps(const at::Tensor& teacher, const at::Tensor& student, const at::Tensor& autoencoder);

/// Where each map begins and ends to be conspicuous.
struct MapQuantiles {
    static constexpr double kStart = 0.9;
    static constexpr double kEnd = 0.995;
    std::array<float, 2> studentTeacher{};
    std::array<float, 2> autoencoder{};
};

/// Over all pixels of all maps together.
MapQuantiles mapQuantiles(const std::vector<MapPair>& good);

/// Both maps on one scale, averaged: network resolution.
cv::Mat combinedMap(const MapPair& maps, const MapQuantiles& quantiles);

/// At input size, bilinear. Without padding 4 pixels a side are missing, which count as 0 (as published).
cv::Mat mapAtInputSize(const cv::Mat& combined, bool padding, cv::Size size);

}  // namespace segad::nn
