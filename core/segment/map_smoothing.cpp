#include "core/segment/map_smoothing.h"

#include <algorithm>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace segad {

namespace {
/// Differences of brightness (0…1) whose square is well below count as none.
constexpr double kFlat = 4e-4;

cv::Mat averaged(const cv::Mat& plane, int radius) {
    cv::Mat mean;
    cv::boxFilter(plane, mean, CV_32F, {2 * radius + 1, 2 * radius + 1});
    return mean;
}
}  // namespace

void smoothAlong(const cv::Mat& rgb, std::vector<cv::Mat>& planes, int radius) {
    if (radius <= 0) return;
    cv::Mat grey;
    cv::cvtColor(rgb, grey, cv::COLOR_RGB2GRAY);
    cv::Mat guide;
    grey.convertTo(guide, CV_32F, 1.0 / 255);
    const cv::Mat mean = averaged(guide, radius);
    const cv::Mat variance = averaged(guide.mul(guide), radius) - mean.mul(mean);
    for (cv::Mat& plane : planes) {
        const cv::Mat own = averaged(plane, radius);
        const cv::Mat together = averaged(guide.mul(plane), radius) - mean.mul(own);
        cv::Mat slope;
        cv::divide(together, variance + kFlat, slope);
        const cv::Mat offset = own - slope.mul(mean);
        plane = averaged(slope, radius).mul(guide) + averaged(offset, radius);
    }
}

cv::Mat largestPlane(const std::vector<cv::Mat>& planes) {
    cv::Mat labels = cv::Mat::zeros(planes.front().size(), CV_8UC1);
    cv::Mat best = planes.front().clone();
    for (std::size_t i = 1; i < planes.size(); ++i) {
        const cv::Mat better = planes[i] > best;
        labels.setTo(static_cast<double>(i), better);
        planes[i].copyTo(best, better);
    }
    return labels;
}

cv::Mat closeness(const std::vector<cv::Mat>& planes) {
    cv::Mat first(planes.front().size(), CV_32FC1, cv::Scalar(0));
    cv::Mat second = first.clone();
    for (const cv::Mat& plane : planes) {
        second = cv::max(second, cv::min(first, plane));
        first = cv::max(first, plane);
    }
    cv::Mat near = 1 - (first - second);
    near = cv::min(cv::max(near, 0), 1);
    return near;
}

void removeSpecks(cv::Mat& labels, int pixels) {
    if (pixels <= 1) return;
    cv::Mat specks = cv::Mat::zeros(labels.size(), CV_8UC1);
    double largest = 0;
    cv::minMaxLoc(labels, nullptr, &largest);
    for (int label = 0; label <= static_cast<int>(largest); ++label) {
        cv::Mat pieces;
        cv::Mat stats;
        cv::Mat centroids;
        const int count =
            cv::connectedComponentsWithStats(labels == label, pieces, stats, centroids, 4, CV_32S);
        for (int y = 0; y < labels.rows; ++y) {
            const auto* piece = pieces.ptr<int>(y);
            std::uint8_t* speck = specks.ptr(y);
            for (int x = 0; x < labels.cols; ++x) {
                if (piece[x] > 0 && count > 1 && stats.at<int>(piece[x], cv::CC_STAT_AREA) < pixels)
                    speck[x] = 255;
            }
        }
    }
    const int all = cv::countNonZero(specks);
    if (all == 0 || all == static_cast<int>(labels.total())) return;
    cv::Mat distance;
    cv::Mat nearest;  // numbers of the pixels that are no specks, 1, 2, … in some order
    cv::distanceTransform(specks, distance, nearest, cv::DIST_L2, cv::DIST_MASK_5, cv::DIST_LABEL_PIXEL);
    std::vector<std::uint8_t> labelOf(labels.total() + 1, 0);
    for (int y = 0; y < labels.rows; ++y) {
        for (int x = 0; x < labels.cols; ++x) {
            if (specks.at<std::uint8_t>(y, x) == 0)
                labelOf[static_cast<std::size_t>(nearest.at<int>(y, x))] = labels.at<std::uint8_t>(y, x);
        }
    }
    for (int y = 0; y < labels.rows; ++y) {
        for (int x = 0; x < labels.cols; ++x) {
            if (specks.at<std::uint8_t>(y, x) != 0)
                labels.at<std::uint8_t>(y, x) = labelOf[static_cast<std::size_t>(nearest.at<int>(y, x))];
        }
    }
}

}  // namespace segad
