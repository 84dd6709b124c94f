// A mixture of Gaussians with full covariances, its number of components chosen by BIC. Private to the room.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"

namespace segad {

struct GaussianComponent {
    double weight = 1;
    cv::Mat mean;        ///< 1 × D, CV_64FC1
    cv::Mat root;        ///< D × D, lower triangle: covariance = root · rootᵀ
    double logNorm = 0;  ///< log of the weight over the normalising constant
};

/// Fits 1 … 9 components (as many as the rows can tell) by expectation and maximisation from k-means; those
/// of the lowest BIC. `rows` is CV_64FC1 with at least two rows, complete. Covariances get 1e-6 on the
/// diagonal.
std::vector<GaussianComponent> fitMixture(const cv::Mat& rows, SplitMix64& random);

/// One row (1 × D) of a component drawn by weight; deviations times `widening`.
cv::Mat drawFrom(const std::vector<GaussianComponent>& mixture, double widening, SplitMix64& random);

}  // namespace segad
