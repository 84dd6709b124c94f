#include "core/detector/map_operations.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace segad {

cv::Mat resizeMapNearest(const cv::Mat& map, cv::Size size) {
    cv::Mat result(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const float* from = map.ptr<float>(static_cast<int>(std::int64_t{y} * map.rows / size.height));
        float* to = result.ptr<float>(y);
        for (int x = 0; x < size.width; ++x)
            to[x] = from[std::int64_t{x} * map.cols / size.width];
    }
    return result;
}

cv::Mat resizeMapBilinear(const cv::Mat& map, cv::Size size) {
    cv::Mat result;
    cv::resize(map, result, size, 0, 0, cv::INTER_LINEAR);
    return result;
}

cv::Mat resizeMapCorners(const cv::Mat& map, cv::Size size) {
    struct Between {
        int first;
        int second;
        float share;  // of the second
    };
    const auto positions = [](int from, int to) {
        std::vector<Between> all;
        const double step = to > 1 ? static_cast<double>(from - 1) / (to - 1) : 0;
        for (int i = 0; i < to; ++i) {
            const double at = i * step;
            const int first = std::min(static_cast<int>(at), from - 1);
            all.push_back({first, std::min(first + 1, from - 1), static_cast<float>(at - first)});
        }
        return all;
    };
    const std::vector<Between> columns = positions(map.cols, size.width);
    const std::vector<Between> rows = positions(map.rows, size.height);
    const auto mix = [](float a, float b, float share) { return a + share * (b - a); };
    cv::Mat result(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const Between& row = rows[static_cast<std::size_t>(y)];
        const float* upper = map.ptr<float>(row.first);
        const float* lower = map.ptr<float>(row.second);
        float* to = result.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const auto [left, right, share] = columns[static_cast<std::size_t>(x)];
            to[x] =
                mix(mix(upper[left], upper[right], share), mix(lower[left], lower[right], share), row.share);
        }
    }
    return result;
}

std::vector<double> gaussianKernel(double sigma) {
    const int radius = static_cast<int>(std::floor(4 * sigma + 0.5));
    std::vector<double> kernel;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        kernel.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        sum += kernel.back();
    }
    for (double& weight : kernel)
        weight /= sum;
    return kernel;
}

cv::Mat blurMap(const cv::Mat& map, double sigma, MapBorder border) {
    if (sigma <= 0) return map;
    const std::vector<double> kernel = gaussianKernel(sigma);
    cv::Mat result;
    cv::sepFilter2D(map, result, CV_32F, kernel, kernel, {-1, -1}, 0,
                    border == MapBorder::WithEdge ? cv::BORDER_REFLECT : cv::BORDER_REFLECT_101);
    return result;
}

}  // namespace segad
