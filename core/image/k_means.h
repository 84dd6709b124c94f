// Groups of points — colours, features of places, rows of a table —, from a small weighted sample of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/job.h"

namespace segad {

/// Points with weights that stand for more of them.
struct WeightedPoints {
    cv::Mat points;  ///< CV_32FC1, one a row
    std::vector<double> weights;
};

/// `count` of the points, drawn and weighted so that sums of squared distances to any centres stay what they
/// are on average (lightweight coresets; Bachem, Lucic and Krause, KDD 2018). All of them when they are not
/// more. The same for the same seed.
WeightedPoints lightweightCoreset(const cv::Mat& points, std::size_t count, std::uint64_t seed);

/// Centres of `groups` groups, CV_32FC1, one a row: k-means++ (Arthur and Vassilvitskii 2007), then Lloyd's
/// steps; the best of a few beginnings. There must be at least as many distinct points as groups. Reports
/// nothing, but stops when `job` is cancelled.
cv::Mat kMeans(const WeightedPoints& points, int groups, std::uint64_t seed, Job& job);

/// The row of `centres` that each row of `points` (CV_32FC1, as many columns) is nearest to.
std::vector<int> nearestCentres(const cv::Mat& points, const cv::Mat& centres);

/// How much nearer points are to their own centre than to the next, −1…1: the simplified silhouette
/// (Vendramin, Campello and Hruschka 2010), weighted. Higher is better; it compares numbers of groups.
double simplifiedSilhouette(const WeightedPoints& points, const cv::Mat& centres);

}  // namespace segad
