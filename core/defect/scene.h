// What a generated defect is drawn on: the picture of a good part, its segments, and what some kinds take
// from elsewhere. Made once for a part; any number of defects may be drawn on it, from several threads at
// once.
#pragma once

#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/base/random.h"
#include "core/image/segment_map.h"

namespace segad {

/// Segments with a smaller share of the picture are too small to hold a defect (generated_defects.md § 1).
inline constexpr double kLeastSegmentShare = 0.002;

class DefectScene {
public:
    /// `rgb` is CV_8UC3 of at least 16 × 16 pixels, `segments` of any size (resized to the picture, nearest).
    /// Defects are placed on `wanted` segments; without a choice on all but the background, or on that when
    /// there is nothing else. Throws Error{InvalidData} naming `subject` for a picture that is too small,
    /// Error{InvalidArgument} for a segment that the map doesn't have, and Error{NotFound} when none of the
    /// wanted segments has kLeastSegmentShare of the picture.
    DefectScene(cv::Mat rgb, const SegmentMap& segments, const std::vector<int>& wanted,
                const std::string& subject);

    const cv::Mat& rgb() const noexcept { return rgb_; }
    cv::Size size() const { return rgb_.size(); }
    /// The shorter side: sizes of defects are shares of it.
    int side() const { return std::min(rgb_.rows, rgb_.cols); }
    /// CV_8UC1 at the size of the picture.
    const cv::Mat& labels() const noexcept { return labels_; }
    /// Those a defect may be placed on, in order.
    const std::vector<int>& segments() const noexcept { return segments_; }
    /// CV_8UC1, 255 on any of segments().
    const cv::Mat& wantedMask() const noexcept { return wanted_; }
    /// CV_8UC1, 255 on segments 1, 2, …; everywhere when the map has but one component.
    const cv::Mat& product() const noexcept { return product_; }

    /// CV_8UC1, 255 where the label is `segment`. The steps of a coarse segment map are smoothed away, inside
    /// of the segment only.
    cv::Mat maskOf(int segment) const;

    /// One of segments(), each as likely.
    int drawSegment(SplitMix64& random) const;
    /// A pixel of `segment`, each as likely.
    cv::Point drawPoint(int segment, SplitMix64& random) const;

    /// Another good part, for kinds that take a piece from it; the scene itself when there is none.
    const DefectScene& partner() const noexcept { return partner_ == nullptr ? *this : *partner_; }
    /// `partner` must outlive this.
    void setPartner(const DefectScene& partner) noexcept { partner_ = &partner; }
    /// A picture to take texture from (CV_8UC3, any size); empty: procedural textures.
    const cv::Mat& texture() const noexcept { return texture_; }
    void setTexture(cv::Mat texture) { texture_ = std::move(texture); }

private:
    cv::Mat rgb_;
    cv::Mat labels_;
    std::vector<int> segments_;
    cv::Mat wanted_;
    cv::Mat product_;
    double mapScale_ = 1;  ///< pixels of the picture per pixel of the segment map
    const DefectScene* partner_ = nullptr;
    cv::Mat texture_;
};

}  // namespace segad
