#include "core/segment/map_smoothing.h"

#include <algorithm>
#include <array>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/threads.h"

namespace segad {

namespace {
/// Differences of colour (0…1) whose square is well below count as none.
constexpr double kFlat = 4e-4;

cv::Mat averaged(const cv::Mat& plane, int radius) {
    cv::Mat mean;
    cv::boxFilter(plane, mean, CV_32F, {2 * radius + 1, 2 * radius + 1});
    return mean;
}

/// The picture that planes are smoothed along: per square, its mean colour and how its colours vary together.
class Guide {
public:
    Guide(const cv::Mat& rgb, int radius) : radius_(radius) {
        cv::Mat scaled;
        rgb.convertTo(scaled, CV_32F, 1.0 / 255);
        cv::split(scaled, colors_);
        for (const cv::Mat& color : colors_)
            means_.push_back(averaged(color, radius));
        std::vector<cv::Mat> products;
        for (std::size_t a = 0; a < 3; ++a)
            for (std::size_t b = a; b < 3; ++b)
                products.push_back(averaged(colors_[a].mul(colors_[b]), radius) - means_[a].mul(means_[b]));
        inverse_.create(rgb.size(), CV_32FC(6));
        cv::merge(products, inverse_);
        for (int y = 0; y < inverse_.rows; ++y) {
            auto* row = inverse_.ptr<cv::Vec6f>(y);
            std::transform(row, row + inverse_.cols, row, invert);
        }
    }

    /// In every square the plane as a linear function of the colours, and of these what the squares around a
    /// pixel say on average.
    cv::Mat smoothed(const cv::Mat& plane) const {
        const cv::Mat own = averaged(plane, radius_);
        std::array<cv::Mat, 3> together;
        for (std::size_t c = 0; c < 3; ++c)
            together[c] = averaged(colors_[c].mul(plane), radius_) - means_[c].mul(own);
        std::array<cv::Mat, 3> slopes;
        for (cv::Mat& slope : slopes)
            slope.create(plane.size(), CV_32FC1);
        cv::Mat offset = own.clone();
        for (int y = 0; y < plane.rows; ++y) {
            const auto* inverse = inverse_.ptr<cv::Vec6f>(y);
            for (int x = 0; x < plane.cols; ++x) {
                const cv::Vec6f& i = inverse[x];
                const cv::Vec3f t(together[0].at<float>(y, x), together[1].at<float>(y, x),
                                  together[2].at<float>(y, x));
                const cv::Vec3f s(i[0] * t[0] + i[1] * t[1] + i[2] * t[2],
                                  i[1] * t[0] + i[3] * t[1] + i[4] * t[2],
                                  i[2] * t[0] + i[4] * t[1] + i[5] * t[2]);
                for (std::size_t c = 0; c < 3; ++c) {
                    slopes[c].at<float>(y, x) = s[static_cast<int>(c)];
                    offset.at<float>(y, x) -= s[static_cast<int>(c)] * means_[c].at<float>(y, x);
                }
            }
        }
        cv::Mat result = averaged(offset, radius_);
        for (std::size_t c = 0; c < 3; ++c)
            result += averaged(slopes[c], radius_).mul(colors_[c]);
        return result;
    }

private:
    /// A covariance matrix (upper half, row by row), kept from being singular.
    static cv::Vec6f invert(const cv::Vec6f& upper) {
        const double a = upper[0] + kFlat;
        const double b = upper[1];
        const double c = upper[2];
        const double d = upper[3] + kFlat;
        const double e = upper[4];
        const double f = upper[5] + kFlat;
        const cv::Vec6d adjoint(d * f - e * e, c * e - b * f, b * e - c * d, a * f - c * c, b * c - a * e,
                                a * d - b * b);
        return adjoint * (1 / (a * adjoint[0] + b * adjoint[1] + c * adjoint[2]));
    }

    int radius_;
    std::vector<cv::Mat> colors_;
    std::vector<cv::Mat> means_;
    cv::Mat inverse_;  ///< CV_32FC6
};
}  // namespace

void smoothAlong(const cv::Mat& rgb, std::vector<cv::Mat>& planes, int radius) {
    if (radius <= 0) return;
    const Guide guide(rgb, radius);
    parallelFor(planes.size(), [&](std::size_t i) { planes[i] = guide.smoothed(planes[i]); });
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
            cv::connectedComponentsWithStats(labels == label, pieces, stats, centroids, 8, CV_32S);
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
