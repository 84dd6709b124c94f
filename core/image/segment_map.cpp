#include "core/image/segment_map.h"

#include <stdexcept>

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"

namespace segad {

SegmentMap::SegmentMap(cv::Mat labels, int componentCount, const std::string& subject)
    : componentCount_(componentCount) {
    if (componentCount < 1 || componentCount > 256) {
        throw std::invalid_argument("a segment map has 1 … 256 components");
    }
    if (labels.empty()) {
        throw Error(ErrorCode::InvalidData, subject, "the segment map has no pixels", "Make the map again.");
    }
    if (labels.type() != CV_8UC1) throw std::invalid_argument("SegmentMap takes CV_8UC1");
    labels_ = labels.isContinuous() ? std::move(labels) : labels.clone();
    double largest = 0;
    cv::minMaxLoc(labels_, nullptr, &largest);
    if (largest >= componentCount) {
        throw Error(ErrorCode::InvalidData, subject,
                    "the segment map has label " + std::to_string(static_cast<int>(largest)) +
                        ", but there are " + std::to_string(componentCount) + " segments (0 … " +
                        std::to_string(componentCount - 1) + ")",
                    "Correct the map, or make all maps again with more segments.");
    }
}

SegmentMap SegmentMap::whole(cv::Size size) {
    return {cv::Mat::zeros(size, CV_8UC1), 1, "whole image"};
}

SegmentMap SegmentMap::resized(cv::Size size) const {
    if (size == labels_.size()) return *this;
    cv::Mat scaled;
    cv::resize(labels_, scaled, size, 0, 0, cv::INTER_NEAREST);
    return {scaled, componentCount_, "resized map"};
}

}  // namespace segad
