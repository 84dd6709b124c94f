// Where a patch of another part could go: drawn as NSA draws them, and of several the one whose rim fits
// best. Private to the room.
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

#include "core/base/json.h"
#include "core/defect/scene.h"

namespace segad {

/// The pixels of `mask` that others border on.
cv::Mat rimOf(const cv::Mat& mask);

/// The channels' medians over `mask` (CV_8UC1) of `step` (CV_32FC3).
cv::Vec3f usualStep(const cv::Mat& step, const cv::Mat& mask);

/// Of the values (three channels) over `mask`, mean of the channels.
double deviationOf(const cv::Mat& values, const cv::Mat& mask);

/// A part as it is looked at for places: small.
struct PatchOverview {
    PatchOverview(const DefectScene& scene, const cv::Mat& productMask);
    cv::Rect area(const cv::Rect& full) const;

    double scale;
    cv::Mat product;  ///< CV_8UC1, 255 on it
    cv::Mat rgb;      ///< CV_32FC3
};

struct Patch {
    cv::Rect from;  ///< in the other part
    cv::Rect to;    ///< in this one
};

/// Places for one patch, of sizes drawn once.
class PatchPlaces {
public:
    static constexpr int kLeastPixels = 50;  ///< of a patch

    /// `params` are those of the kind; `scene` and the overviews of it and its partner must outlive this.
    PatchPlaces(const DefectScene& scene, const PatchOverview& here, const PatchOverview& there,
                const Json& params, SplitMix64& random);

    /// The best of `wanted` places; absent when there are none.
    std::optional<Patch> draw(int wanted, SplitMix64& random) const;

private:
    std::optional<Patch> drawOne(SplitMix64& random) const;
    double misfit(const Patch& patch) const;
    int scaled(int length, int side) const;

    const DefectScene& scene_;
    const PatchOverview& here_;
    const PatchOverview& there_;
    double least_;
    double halfWidth_;
    double halfHeight_;
    double scale_ = 1;
    double most_ = 1;
};

}  // namespace segad
