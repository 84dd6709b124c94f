#include "core/defect/gaussian_mixture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <opencv2/core.hpp>

#include "core/image/k_means.h"

namespace segad {

namespace {
constexpr int kMostComponents = 9;
constexpr int kIterations = 100;
constexpr double kTolerance = 1e-3;
constexpr double kRegularisation = 1e-6;
/// Below this many rows per component and column a covariance is mostly chance.
constexpr int kRowsPerColumn = 2;

/// Lower triangle with covariance = root · rootᵀ.
cv::Mat rootOf(const cv::Mat& covariance) {
    const int n = covariance.rows;
    cv::Mat root = cv::Mat::zeros(n, n, CV_64FC1);
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j <= i; ++j) {
            double sum = covariance.at<double>(i, j);
            for (int k = 0; k < j; ++k)
                sum -= root.at<double>(i, k) * root.at<double>(j, k);
            if (i == j) {
                root.at<double>(i, i) = std::sqrt(std::max(sum, kRegularisation));
            } else {
                root.at<double>(i, j) = sum / root.at<double>(j, j);
            }
        }
    }
    return root;
}

GaussianComponent componentOf(const cv::Mat& rows, const std::vector<double>& shares) {
    GaussianComponent component{.mean = cv::Mat::zeros(1, rows.cols, CV_64FC1)};
    double total = 1e-12;
    for (int i = 0; i < rows.rows; ++i) {
        component.mean += rows.row(i) * shares[static_cast<std::size_t>(i)];
        total += shares[static_cast<std::size_t>(i)];
    }
    component.mean /= total;
    cv::Mat covariance = cv::Mat::eye(rows.cols, rows.cols, CV_64FC1) * kRegularisation;
    for (int i = 0; i < rows.rows; ++i) {
        const cv::Mat away = rows.row(i) - component.mean;
        covariance += away.t() * away * (shares[static_cast<std::size_t>(i)] / total);
    }
    component.weight = total / rows.rows;
    component.root = rootOf(covariance);
    component.logNorm = std::log(component.weight) - 0.5 * rows.cols * std::log(2 * std::numbers::pi);
    for (int j = 0; j < rows.cols; ++j)
        component.logNorm -= std::log(component.root.at<double>(j, j));
    return component;
}

double logDensity(const GaussianComponent& component, const cv::Mat& row) {
    // Forward substitution: |root⁻¹ (row − mean)|².
    std::vector<double> z(static_cast<std::size_t>(row.cols));
    double squares = 0;
    for (int i = 0; i < row.cols; ++i) {
        double value = row.at<double>(0, i) - component.mean.at<double>(0, i);
        for (int k = 0; k < i; ++k)
            value -= component.root.at<double>(i, k) * z[static_cast<std::size_t>(k)];
        z[static_cast<std::size_t>(i)] = value / component.root.at<double>(i, i);
        squares += z[static_cast<std::size_t>(i)] * z[static_cast<std::size_t>(i)];
    }
    return component.logNorm - squares / 2;
}

struct Fit {
    std::vector<GaussianComponent> components;
    double logLikelihood = 0;
};

using Shares = std::vector<std::vector<double>>;  // [component][row]

/// Shares of the rows by the components; the log likelihood of all rows.
double expectation(const cv::Mat& rows, const std::vector<GaussianComponent>& components, Shares& shares) {
    double sum = 0;
    std::vector<double> logs(components.size());
    for (int i = 0; i < rows.rows; ++i) {
        for (std::size_t k = 0; k < components.size(); ++k)
            logs[k] = logDensity(components[k], rows.row(i));
        const double highest = *std::ranges::max_element(logs);
        double total = 0;
        for (const double value : logs)
            total += std::exp(value - highest);
        for (std::size_t k = 0; k < components.size(); ++k)
            shares[k][static_cast<std::size_t>(i)] = std::exp(logs[k] - highest) / total;
        sum += highest + std::log(total);
    }
    return sum;
}

Fit fitWith(const cv::Mat& rows, int count, SplitMix64& random) {
    Shares shares(static_cast<std::size_t>(count), std::vector<double>(static_cast<std::size_t>(rows.rows)));
    cv::Mat points;
    rows.convertTo(points, CV_32FC1);
    Job unwatched;
    const cv::Mat centres =
        kMeans({.points = points, .weights = std::vector<double>(static_cast<std::size_t>(rows.rows), 1.0)},
               count, random(), unwatched);
    const std::vector<int> nearest = nearestCentres(points, centres);
    for (std::size_t i = 0; i < nearest.size(); ++i)
        shares[static_cast<std::size_t>(nearest[i])][i] = 1;
    Fit fit;
    double before = -std::numeric_limits<double>::infinity();
    for (int iteration = 0; iteration < kIterations; ++iteration) {
        fit.components.clear();
        for (const std::vector<double>& own : shares)
            fit.components.push_back(componentOf(rows, own));
        fit.logLikelihood = expectation(rows, fit.components, shares);
        if (fit.logLikelihood - before < kTolerance * rows.rows) break;
        before = fit.logLikelihood;
    }
    return fit;
}

double bic(const Fit& fit, const cv::Mat& rows) {
    const double columns = rows.cols;
    const double free =
        static_cast<double>(fit.components.size()) * (columns + columns * (columns + 1) / 2 + 1) - 1;
    return free * std::log(rows.rows) - 2 * fit.logLikelihood;
}
}  // namespace

std::vector<GaussianComponent> fitMixture(const cv::Mat& rows, SplitMix64& random) {
    Fit best;
    double lowest = std::numeric_limits<double>::infinity();
    for (int count = 1; count <= kMostComponents; ++count) {
        if (count > 1 && rows.rows < count * kRowsPerColumn * (rows.cols + 1)) break;
        Fit fit = fitWith(rows, count, random);
        const double criterion = bic(fit, rows);
        if (criterion >= lowest) continue;
        lowest = criterion;
        best = std::move(fit);
    }
    return best.components;
}

cv::Mat drawFrom(const std::vector<GaussianComponent>& mixture, double widening, SplitMix64& random) {
    double left = random.uniform();
    std::size_t chosen = 0;
    while (chosen + 1 < mixture.size() && left >= mixture[chosen].weight)
        left -= mixture[chosen++].weight;
    const GaussianComponent& component = mixture[chosen];
    cv::Mat noise(component.mean.cols, 1, CV_64FC1);
    for (int i = 0; i < noise.rows; ++i)
        noise.at<double>(i, 0) = random.normal();
    return component.mean + (component.root * noise * widening).t();
}

}  // namespace segad
