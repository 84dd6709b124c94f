#include "core/defect/scene.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace segad {

namespace {
constexpr int kLeastSide = 16;

std::array<std::int64_t, 256> countLabels(const cv::Mat& labels) {
    std::array<std::int64_t, 256> counts{};
    for (int y = 0; y < labels.rows; ++y) {
        const auto* row = labels.ptr<std::uint8_t>(y);
        for (int x = 0; x < labels.cols; ++x)
            ++counts[row[x]];
    }
    return counts;
}

std::vector<int> allowedSegments(const SegmentMap& map, const std::vector<int>& wanted) {
    std::vector<int> allowed = wanted;
    for (const int segment : wanted) {
        if (segment >= 0 && segment < map.componentCount()) continue;
        throw Error(ErrorCode::InvalidArgument, "segments",
                    std::to_string(segment) + " is no segment of this product",
                    "Choose from 0 to " + std::to_string(map.componentCount() - 1) + ".");
    }
    if (allowed.empty()) {
        for (int segment = 1; segment < map.componentCount(); ++segment)
            allowed.push_back(segment);
    }
    if (allowed.empty()) allowed.push_back(0);
    std::ranges::sort(allowed);
    allowed.erase(std::unique(allowed.begin(), allowed.end()), allowed.end());
    return allowed;
}
}  // namespace

DefectScene::DefectScene(cv::Mat rgb, const SegmentMap& segments, const std::vector<int>& wanted,
                         const std::string& subject)
    : rgb_(std::move(rgb)) {
    if (rgb_.type() != CV_8UC3 || side() < kLeastSide) {
        throw Error(ErrorCode::InvalidData, subject, "is too small to draw defects on",
                    "Use pictures of at least 16 × 16 pixels.");
    }
    const std::vector<int> allowed = allowedSegments(segments, wanted);
    mapScale_ = static_cast<double>(rgb_.cols) / segments.size().width;
    labels_ = segments.resized(rgb_.size()).labels();
    const std::array<std::int64_t, 256> counts = countLabels(labels_);
    const double least = kLeastSegmentShare * static_cast<double>(rgb_.total());
    for (const int segment : allowed) {
        if (static_cast<double>(counts.at(static_cast<std::size_t>(segment))) >= least)
            segments_.push_back(segment);
    }
    if (segments_.empty()) {
        throw Error(ErrorCode::NotFound, subject, "shows none of the segments that are to have defects",
                    "Choose other segments, or make the segment maps again.");
    }
    wanted_ = cv::Mat::zeros(rgb_.size(), CV_8UC1);
    for (const int segment : segments_)
        wanted_ |= labels_ == segment;
    product_ = segments.componentCount() > 1 ? cv::Mat(labels_ > 0) : cv::Mat(rgb_.size(), CV_8UC1, 255);
}

cv::Mat DefectScene::maskOf(int segment) const {
    cv::Mat exact = labels_ == segment;
    // One segment alone has no steps, and a map of one pixel would be smoothed over the whole picture.
    if (mapScale_ <= 1.5 || cv::countNonZero(exact) == static_cast<int>(exact.total())) return exact;
    cv::Mat smooth;
    cv::GaussianBlur(exact, smooth, {}, mapScale_ / 2);
    return exact & (smooth >= 128);
}

int DefectScene::drawSegment(SplitMix64& random) const {
    return segments_.at(random.below(segments_.size()));
}

cv::Point DefectScene::drawPoint(int segment, SplitMix64& random) const {
    std::vector<int> perRow(static_cast<std::size_t>(labels_.rows));
    std::uint64_t total = 0;
    for (int y = 0; y < labels_.rows; ++y) {
        const auto* row = labels_.ptr<std::uint8_t>(y);
        perRow[static_cast<std::size_t>(y)] =
            static_cast<int>(std::count(row, row + labels_.cols, static_cast<std::uint8_t>(segment)));
        total += static_cast<std::uint64_t>(perRow[static_cast<std::size_t>(y)]);
    }
    auto left = static_cast<std::int64_t>(random.below(std::max<std::uint64_t>(total, 1)));
    for (int y = 0; y < labels_.rows; ++y) {
        if (left >= perRow[static_cast<std::size_t>(y)]) {
            left -= perRow[static_cast<std::size_t>(y)];
            continue;
        }
        const auto* row = labels_.ptr<std::uint8_t>(y);
        for (int x = 0; x < labels_.cols; ++x) {
            if (row[x] == segment && left-- == 0) return {x, y};
        }
    }
    return {labels_.cols / 2, labels_.rows / 2};
}

}  // namespace segad
