#include "core/detector/map_operations.h"

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

cv::Mat blurMap(const cv::Mat& map, double sigma) {
    if (sigma <= 0) return map;
    const std::vector<double> kernel = gaussianKernel(sigma);
    cv::Mat result;
    cv::sepFilter2D(map, result, CV_32F, kernel, kernel, {-1, -1}, 0, cv::BORDER_REFLECT_101);
    return result;
}

}  // namespace segad
