#include "core/defect/feature_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/median.h"
#include "core/defect/gaussian_mixture.h"

namespace segad {

namespace {
constexpr int kRowsPerColumn = 5;  // fewer: the mixture sees the main directions only
constexpr int kMostDirections = 10;
constexpr int kRedraws = 20;
constexpr double kNoMean = 1e-6;

constexpr std::array<std::pair<FeatureDefect, std::string_view>, 4> kNames{
    {{FeatureDefect::Local, "local"},
     {FeatureDefect::Cluster, "cluster"},
     {FeatureDefect::Global, "global"},
     {FeatureDefect::Dependency, "dependency"}}};

/// The good rows, complete and standardised, and the way back.
class Standardised {
public:
    explicit Standardised(const cv::Mat& good)
        : rows_(good.clone()),
          missing_(cv::Mat::zeros(good.size(), CV_8UC1)),
          means_(1, good.cols, CV_64FC1),
          deviations_(1, good.cols, CV_64FC1) {
        for (int j = 0; j < good.cols; ++j) {
            complete(j);
            cv::Scalar mean;
            cv::Scalar deviation;
            cv::meanStdDev(rows_.col(j), mean, deviation);
            means_.at<double>(0, j) = mean[0];
            double low = 0;
            double high = 0;
            cv::minMaxLoc(rows_.col(j), &low, &high);
            isConstant_.push_back(low == high);
            deviations_.at<double>(0, j) = deviation[0] > 0 ? deviation[0] : 1;
            rows_.col(j) = (rows_.col(j) - mean[0]) / deviations_.at<double>(0, j);
            std::vector<double> values;
            values.reserve(static_cast<std::size_t>(rows_.rows));
            for (int i = 0; i < rows_.rows; ++i)
                values.push_back(rows_.at<double>(i, j));
            medians_.push_back(medianOf(std::move(values)));
        }
    }
    const cv::Mat& rows() const { return rows_; }
    double median(int column) const { return medians_[static_cast<std::size_t>(column)]; }
    /// In the columns' own units. A column that is the same for all good rows stays so, and what is missing
    /// in a good row is missing here as often: a forest must not tell generated rows by how they were made.
    cv::Mat restored(const cv::Mat& row, SplitMix64& random) const {
        cv::Mat result = row.mul(deviations_) + means_;
        const int pattern = static_cast<int>(random.below(static_cast<std::uint64_t>(rows_.rows)));
        for (int j = 0; j < row.cols; ++j) {
            if (isConstant_[static_cast<std::size_t>(j)]) result.at<double>(0, j) = means_.at<double>(0, j);
            if (missing_.at<std::uint8_t>(pattern, j) != 0)
                result.at<double>(0, j) = std::numeric_limits<double>::quiet_NaN();
        }
        return result;
    }

private:
    void complete(int column) {
        std::vector<double> there;
        for (int i = 0; i < rows_.rows; ++i) {
            const double value = rows_.at<double>(i, column);
            if (std::isinf(value)) {
                throw Error(ErrorCode::InvalidData, "column " + std::to_string(column),
                            "holds an infinite value", "Score the parts again.");
            }
            if (!std::isnan(value)) there.push_back(value);
        }
        // A column that no good part has (skewness of a constant map) says nothing: 0 throughout.
        const double median = there.empty() ? 0 : medianOf(std::move(there));
        for (int i = 0; i < rows_.rows; ++i) {
            double& value = rows_.at<double>(i, column);
            if (!std::isnan(value)) continue;
            value = median;
            missing_.at<std::uint8_t>(i, column) = 1;
        }
    }

    cv::Mat rows_;
    cv::Mat missing_;  ///< CV_8UC1
    std::vector<bool> isConstant_;
    cv::Mat means_;
    cv::Mat deviations_;
    std::vector<double> medians_;
};

/// The mixture of the rows, where they are few in their main directions only.
class Mixture {
public:
    Mixture(const cv::Mat& rows, SplitMix64& random) {
        if (rows.rows < kRowsPerColumn * rows.cols) {
            const int directions =
                std::clamp(rows.rows / kRowsPerColumn, 1, std::min(kMostDirections, rows.cols));
            pca_ = cv::PCA(rows, cv::Mat(), cv::PCA::DATA_AS_ROW, directions);
            components_ = fitMixture(pca_.project(rows), random);
        } else {
            components_ = fitMixture(rows, random);
        }
    }
    cv::Mat draw(double widening, SplitMix64& random) const {
        return restored(drawFrom(components_, widening, random));
    }
    /// Moves every component away from the middle.
    void moveAway(double factor, SplitMix64& random) {
        for (GaussianComponent& component : components_) {
            if (cv::norm(component.mean) >= kNoMean) {
                component.mean *= factor;
                continue;
            }
            cv::Mat direction(component.mean.size(), CV_64FC1);
            for (int j = 0; j < direction.cols; ++j)
                direction.at<double>(0, j) = random.normal();
            component.mean = direction * (factor / std::max(cv::norm(direction), kNoMean));
        }
    }

private:
    cv::Mat restored(const cv::Mat& row) const {
        return pca_.eigenvectors.empty() ? row : pca_.backProject(row);
    }
    cv::PCA pca_;
    std::vector<GaussianComponent> components_;
};

cv::Mat drawGlobal(const Standardised& good, const FeatureDefectOptions& options, SplitMix64& random) {
    cv::Mat row(1, good.rows().cols, CV_64FC1);
    for (int j = 0; j < row.cols; ++j) {
        double low = 0;
        double high = 0;
        cv::minMaxLoc(good.rows().col(j), &low, &high);
        const double beyond = options.margin * (high - low);
        row.at<double>(0, j) = options.literalGlobal
                                   ? random.uniform(low * (1 + options.margin), high * (1 + options.margin))
                                   : random.uniform(low - beyond, high + beyond);
    }
    return row;
}

cv::Mat drawIndependent(const Standardised& good, SplitMix64& random) {
    const int count = good.rows().rows;
    const double bandwidth = std::pow(count, -0.2);  // Scott; columns have deviation 1, or 0
    cv::Mat row(1, good.rows().cols, CV_64FC1);
    for (int j = 0; j < row.cols; ++j) {
        const int centre = static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
        double low = 0;
        double high = 0;
        cv::minMaxLoc(good.rows().col(j), &low, &high);
        const double noise = random.normal();
        row.at<double>(0, j) = good.rows().at<double>(centre, j) + (high > low ? bandwidth * noise : 0);
    }
    return row;
}

void requireSound(const cv::Mat& good, const FeatureDefectOptions& options) {
    const auto refuse = [](const char* subject, const std::string& message) {
        throw Error(ErrorCode::InvalidArgument, subject, message, "Choose another value.");
    };
    if (good.type() != CV_64FC1 || good.rows < 2 || good.cols < 1) {
        throw Error(
            ErrorCode::InvalidData, "good parts",
            "are " + std::to_string(good.rows) + " with features; at least 2 are needed to learn from",
            "Score more calibration parts.");
    }
    if (options.kinds.empty()) refuse("kinds", "are none");
    if (options.count < 0) refuse("count", "must not be negative");
    if (!(options.alpha > 0) || !std::isfinite(options.alpha)) refuse("alpha", "must be over 0");
    if (!(options.margin >= 0) || !std::isfinite(options.margin)) refuse("margin", "must not be negative");
    for (const int column : options.risingColumns) {
        if (column < 0 || column >= good.cols) refuse("risingColumns", "names a column that isn't there");
    }
}
}  // namespace

std::string_view toString(FeatureDefect kind) noexcept {
    return kNames.at(static_cast<std::size_t>(kind)).second;
}

FeatureDefect featureDefectFromString(std::string_view text) {
    const auto found = std::ranges::find(kNames, text, &std::pair<FeatureDefect, std::string_view>::second);
    if (found != kNames.end()) return found->first;
    throw Error(ErrorCode::InvalidArgument, std::string(text), "is no kind of defect in feature space",
                "Use one of: local, cluster, global, dependency.");
}

cv::Mat generateFeatureDefects(const cv::Mat& good, const FeatureDefectOptions& options) {
    requireSound(good, options);
    const Standardised standard(good);
    const int count = options.count == 0 ? good.rows : options.count;
    const int kinds = static_cast<int>(options.kinds.size());
    cv::Mat rows;
    for (int k = 0; k < kinds; ++k) {
        const FeatureDefect kind = options.kinds[static_cast<std::size_t>(k)];
        SplitMix64 random(options.seed, "feature defects/" + std::string(toString(kind)));
        std::optional<Mixture> mixture;
        if (kind == FeatureDefect::Local || kind == FeatureDefect::Cluster)
            mixture.emplace(standard.rows(), random);
        if (kind == FeatureDefect::Cluster) mixture->moveAway(options.alpha, random);
        const auto draw = [&] {
            if (kind == FeatureDefect::Local) return mixture->draw(std::sqrt(options.alpha), random);
            if (kind == FeatureDefect::Cluster) return mixture->draw(1, random);
            if (kind == FeatureDefect::Global) return drawGlobal(standard, options, random);
            return drawIndependent(standard, random);
        };
        const auto looksGood = [&](const cv::Mat& row) {
            return !options.risingColumns.empty() &&
                   std::ranges::all_of(options.risingColumns, [&](int column) {
                       return row.at<double>(0, column) < standard.median(column);
                   });
        };
        for (int i = count * k / kinds; i < count * (k + 1) / kinds; ++i) {
            cv::Mat row = draw();
            for (int again = 0; again < kRedraws && looksGood(row); ++again)
                row = draw();
            rows.push_back(standard.restored(row, random));
        }
    }
    return rows;
}

}  // namespace segad
