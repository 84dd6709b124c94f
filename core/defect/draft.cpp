#include "core/defect/draft.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
/// Of the pixel interval [t − ½, t + ½], how much lies within ± half.
double covered(double t, double half) {
    return std::clamp(std::min(t + 0.5, half) - std::max(t - 0.5, -half), 0.0, 1.0);
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}
}  // namespace

double drawBetween(const Json& params, const std::string& name, SplitMix64& random) {
    const double a = params.at(name + "_min").get<double>();
    const double b = params.at(name + "_max").get<double>();
    return random.uniform(std::min(a, b), std::max(a, b));
}

double drawSize(const DefectScene& scene, const Json& params, const std::string& name, SplitMix64& random,
                double least) {
    return std::max(least, drawBetween(params, name, random) / 100 * scene.side());
}

cv::Vec3d drawForeignColour(const DefectScene& scene, SplitMix64& random) {
    constexpr double kSpread = 25;
    constexpr double kGreySpread = 10;
    cv::Vec3d colour;
    if (random.uniform() < 0.5) {
        const int segment = scene.drawSegment(random);
        const cv::Scalar mean = cv::mean(scene.rgb(), scene.labels() == segment);
        for (int c = 0; c < 3; ++c)
            colour[c] = mean[c] + random.uniform(-kSpread, kSpread);
    } else {
        const double grey = random.uniform(0, 255);
        for (int c = 0; c < 3; ++c)
            colour[c] = grey + random.uniform(-kGreySpread, kGreySpread);
    }
    for (int c = 0; c < 3; ++c)
        colour[c] = std::clamp(colour[c], 0.0, 255.0);
    return colour;
}

cv::Rect rectangleArea(cv::Point2d centre, double width, double height, double degrees, cv::Size picture) {
    const double c = std::abs(std::cos(radians(degrees)));
    const double s = std::abs(std::sin(radians(degrees)));
    const double reachX = (width * c + height * s) / 2 + 1;
    const double reachY = (width * s + height * c) / 2 + 1;
    const int left = static_cast<int>(std::floor(centre.x - reachX));
    const int top = static_cast<int>(std::floor(centre.y - reachY));
    const int right = static_cast<int>(std::ceil(centre.x + reachX)) + 1;
    const int bottom = static_cast<int>(std::ceil(centre.y + reachY)) + 1;
    return cv::Rect(left, top, right - left, bottom - top) & cv::Rect({}, picture);
}

cv::Mat rectangleCoverage(cv::Point2d centre, double width, double height, double degrees,
                          const cv::Rect& area) {
    const double c = std::cos(radians(degrees));
    const double s = std::sin(radians(degrees));
    cv::Mat coverage(area.size(), CV_32FC1);
    for (int y = 0; y < area.height; ++y) {
        auto* row = coverage.ptr<float>(y);
        for (int x = 0; x < area.width; ++x) {
            const double dx = x + area.x - centre.x;
            const double dy = y + area.y - centre.y;
            row[x] = static_cast<float>(covered(dx * c + dy * s, width / 2) *
                                        covered(dy * c - dx * s, height / 2));
        }
    }
    return coverage;
}

void blendInto(cv::Mat& rgb, const cv::Rect& area, const cv::Mat& paint, const cv::Mat& alpha) {
    for (int y = 0; y < area.height; ++y) {
        auto* into = rgb.ptr<cv::Vec3b>(y + area.y) + area.x;
        const auto* from = paint.ptr<cv::Vec3b>(y);
        const auto* weight = alpha.ptr<float>(y);
        for (int x = 0; x < area.width; ++x) {
            for (int c = 0; c < 3; ++c) {
                const float mixed = static_cast<float>(into[x][c]) * (1 - weight[x]) +
                                    static_cast<float>(from[x][c]) * weight[x];
                into[x][c] = cv::saturate_cast<std::uint8_t>(mixed);
            }
        }
    }
}

cv::Mat softened(const cv::Mat& mask, double sigma) {
    cv::Mat alpha;
    mask.convertTo(alpha, CV_32FC1, 1 / 255.0);
    cv::Mat soft;
    cv::GaussianBlur(alpha, soft, {}, sigma, sigma, cv::BORDER_REPLICATE);
    // Half covered at the edge would be cut off there: stretched so that the ramp ends at the edge.
    for (int y = 0; y < mask.rows; ++y) {
        auto* row = alpha.ptr<float>(y);
        const auto* blurred = soft.ptr<float>(y);
        for (int x = 0; x < mask.cols; ++x)
            row[x] *= std::clamp(2 * blurred[x] - 0.9F, 0.0F, 1.0F);
    }
    return alpha;
}

}  // namespace segad
