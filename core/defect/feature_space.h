// Generated defects in feature space, after ADBench (Han et al. 2022, § 3.1; generated_defects.md § 3): rows
// that a forest may learn from as bad ones where there is no bad part, without drawing a picture.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad {

enum class FeatureDefect {
    Local,      ///< from the good rows' mixture of Gaussians with wider covariances
    Cluster,    ///< from the mixture with its means moved away
    Global,     ///< uniform over a little more than the range of each column
    Dependency  ///< each column by itself, as the good rows have it: what is lost is how they go together
};

std::string_view toString(FeatureDefect kind) noexcept;
/// Throws Error{InvalidArgument} naming the four.
FeatureDefect featureDefectFromString(std::string_view text);

struct FeatureDefectOptions {
    std::vector<FeatureDefect> kinds{FeatureDefect::Local, FeatureDefect::Cluster, FeatureDefect::Global,
                                     FeatureDefect::Dependency};
    int count = 0;  ///< rows, spread evenly over the kinds; 0: as many as there are good rows
    std::uint64_t seed = 0;
    double alpha = 5;            ///< Local: factor of the covariances; Cluster: factor of the means
    double margin = 0.1;         ///< Global: of the range, beyond either end
    bool literalGlobal = false;  ///< ADBench's formula: both ends times 1 + margin
    /// Columns where bad parts are higher: a row that is below the good rows' median in all of them is drawn
    /// again. Empty: every row is kept.
    std::vector<int> risingColumns;
};

/// `good` is CV_64FC1, a row per part; NaN is a missing value. Returns CV_64FC1 rows of the same columns,
/// kind after kind; values are missing as they are in the good rows. The same for the same input. Throws
/// Error{InvalidData} for fewer than two rows and for an infinite value, Error{InvalidArgument} for options
/// out of range.
cv::Mat generateFeatureDefects(const cv::Mat& good, const FeatureDefectOptions& options);

}  // namespace segad
