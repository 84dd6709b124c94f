#include "core/image/k_means.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <opencv2/core.hpp>

#include "core/base/random.h"

namespace segad {

namespace {
constexpr int kBeginnings = 3;
constexpr int kMostSteps = 30;

double squaredDistance(const float* a, const float* b, int columns) {
    float sum = 0;
    for (int i = 0; i < columns; ++i)
        sum += (a[i] - b[i]) * (a[i] - b[i]);
    return static_cast<double>(sum);
}

/// Index drawn with chances proportional to `weights`.
std::size_t draw(const std::vector<double>& weights, SplitMix64& dice) {
    double left = dice.uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        left -= weights[i];
        if (left < 0) return i;
    }
    return weights.size() - 1;
}

cv::Mat plusPlus(const WeightedPoints& points, int groups, SplitMix64& dice) {
    const int columns = points.points.cols;
    cv::Mat centres(groups, columns, CV_32FC1);
    std::vector<double> nearest(points.weights.size(), std::numeric_limits<double>::max());
    std::vector<double> chances = points.weights;
    for (int g = 0; g < groups; ++g) {
        const auto chosen = static_cast<int>(draw(chances, dice));
        points.points.row(chosen).copyTo(centres.row(g));
        for (std::size_t i = 0; i < nearest.size(); ++i) {
            const double distance = squaredDistance(points.points.ptr<float>(static_cast<int>(i)),
                                                    centres.ptr<float>(g), columns);
            nearest[i] = std::min(nearest[i], distance);
            chances[i] = points.weights[i] * nearest[i];
        }
    }
    return centres;
}

struct Nearest {
    int centre = 0;
    double squaredDistance = 0;
};

Nearest nearestOf(const float* point, const cv::Mat& centres) {
    Nearest nearest{.squaredDistance = std::numeric_limits<double>::max()};
    for (int g = 0; g < centres.rows; ++g) {
        const double distance = squaredDistance(point, centres.ptr<float>(g), centres.cols);
        if (distance < nearest.squaredDistance) nearest = {.centre = g, .squaredDistance = distance};
    }
    return nearest;
}

/// One of Lloyd's steps: the cost before it.
double step(const WeightedPoints& points, cv::Mat& centres) {
    const int columns = centres.cols;
    cv::Mat sums = cv::Mat::zeros(centres.size(), CV_64FC1);
    std::vector<double> weights(static_cast<std::size_t>(centres.rows), 0);
    double cost = 0;
    for (std::size_t i = 0; i < points.weights.size(); ++i) {
        const auto* point = points.points.ptr<float>(static_cast<int>(i));
        const Nearest nearest = nearestOf(point, centres);
        const double weight = points.weights[i];
        cost += weight * nearest.squaredDistance;
        weights[static_cast<std::size_t>(nearest.centre)] += weight;
        auto* sum = sums.ptr<double>(nearest.centre);
        for (int c = 0; c < columns; ++c)
            sum[c] += weight * static_cast<double>(point[c]);
    }
    for (int g = 0; g < centres.rows; ++g) {
        const double weight = weights[static_cast<std::size_t>(g)];
        if (weight <= 0) continue;  // keeps its place: nobody is nearer to it
        for (int c = 0; c < columns; ++c)
            centres.at<float>(g, c) = static_cast<float>(sums.at<double>(g, c) / weight);
    }
    return cost;
}
}  // namespace

WeightedPoints lightweightCoreset(const cv::Mat& points, std::size_t count, std::uint64_t seed) {
    const auto all = static_cast<std::size_t>(points.rows);
    if (all <= count) return {.points = points.clone(), .weights = std::vector<double>(all, 1.0)};
    cv::Mat mean;
    cv::reduce(points, mean, 0, cv::REDUCE_AVG, CV_32F);
    std::vector<double> chances(all);
    double sum = 0;
    for (std::size_t i = 0; i < all; ++i) {
        chances[i] = squaredDistance(points.ptr<float>(static_cast<int>(i)), mean.ptr<float>(), points.cols);
        sum += chances[i];
    }
    for (double& chance : chances)
        chance = 0.5 / static_cast<double>(all) + (sum > 0 ? 0.5 * chance / sum : 0);
    // Sorted dice and one pass, instead of a search for each.
    SplitMix64 dice(seed, "coreset");
    std::vector<double> marks(count);
    const double total = std::accumulate(chances.begin(), chances.end(), 0.0);
    for (double& mark : marks)
        mark = dice.uniform() * total;
    std::ranges::sort(marks);
    WeightedPoints chosen{.points = cv::Mat(static_cast<int>(count), points.cols, CV_32FC1)};
    std::size_t at = 0;
    double before = 0;
    for (std::size_t i = 0; i < count; ++i) {
        while (at + 1 < all && before + chances[at] <= marks[i])
            before += chances[at++];
        points.row(static_cast<int>(at)).copyTo(chosen.points.row(static_cast<int>(i)));
        chosen.weights.push_back(1 / (static_cast<double>(count) * chances[at]));
    }
    return chosen;
}

cv::Mat kMeans(const WeightedPoints& points, int groups, std::uint64_t seed, Job& job) {
    cv::Mat best;
    double least = std::numeric_limits<double>::max();
    for (int beginning = 0; beginning < kBeginnings; ++beginning) {
        SplitMix64 dice(seed, "k-means/" + std::to_string(groups) + "/" + std::to_string(beginning));
        cv::Mat centres = plusPlus(points, groups, dice);
        double cost = std::numeric_limits<double>::max();
        for (int i = 0; i < kMostSteps; ++i) {
            job.throwIfCancelled();
            const double now = step(points, centres);
            const bool settled = now >= cost * (1 - 1e-4);
            cost = now;
            if (settled) break;
        }
        if (cost >= least) continue;
        least = cost;
        best = centres;
    }
    return best;
}

std::vector<int> nearestCentres(const cv::Mat& points, const cv::Mat& centres) {
    std::vector<int> nearest;
    nearest.reserve(static_cast<std::size_t>(points.rows));
    for (int i = 0; i < points.rows; ++i)
        nearest.push_back(nearestOf(points.ptr<float>(i), centres).centre);
    return nearest;
}

double simplifiedSilhouette(const WeightedPoints& points, const cv::Mat& centres) {
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < points.weights.size(); ++i) {
        double own = std::numeric_limits<double>::max();
        double next = own;
        for (int g = 0; g < centres.rows; ++g) {
            const double distance = std::sqrt(squaredDistance(points.points.ptr<float>(static_cast<int>(i)),
                                                              centres.ptr<float>(g), centres.cols));
            if (distance < own) {
                next = own;
                own = distance;
            } else {
                next = std::min(next, distance);
            }
        }
        if (next > 0) sum += points.weights[i] * (next - own) / next;
        total += points.weights[i];
    }
    return total > 0 ? sum / total : 0;
}

}  // namespace segad
