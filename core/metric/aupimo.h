// AUPIMO: per-image recall of defective pixels at false positive rates so low that an inspector would
// accept them (Bertoldo et al. 2024; metrics.md § 12). Thresholds come from good images only.
//
//   AupimoThresholds thresholds(range, options);   // range: PixelRange over the good images
//   for (good images) thresholds.add(map);
//   const AupimoBand band = thresholds.band();
//   for (bad images)  band.score(map, mask);
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "core/image/anomaly_map.h"
#include "core/metric/pixel.h"

namespace segad {

struct AupimoOptions {
    int thresholds = 300'000;
    double lowerFpr = 1e-5;
    double upperFpr = 1e-4;
    /// With this many thresholds or fewer between the bounds the area is too coarse to report.
    std::size_t fewestPoints = 30;
};

/// The thresholds between the two bounds, by rising shared false positive rate.
class AupimoBand {
public:
    std::size_t points() const noexcept { return thresholds_.size(); }
    double lowestFpr() const noexcept { return rates_.front(); }
    double highestFpr() const noexcept { return rates_.back(); }
    /// Whether there are more points than AupimoOptions::fewestPoints asks for.
    bool fineEnough() const noexcept { return fineEnough_; }

    /// AUPIMO of one bad image, in [0, 1]; absent when its mask, at the compared size, is empty.
    std::optional<double> score(const AnomalyMap& map, const cv::Mat& mask) const;

private:
    friend class AupimoThresholds;
    cv::Size size_;
    std::vector<double> thresholds_;
    std::vector<double> rates_;
    double logSpan_ = 1;
    bool fineEnough_ = false;
};

class AupimoThresholds {
public:
    /// `goodRange` is the range over the good images. Throws Error{InvalidArgument} for an empty range or
    /// options out of order.
    AupimoThresholds(const PixelRange& goodRange, const AupimoOptions& options = {});

    void add(const AnomalyMap& goodMap);

    /// Absent when fewer than two thresholds have a positive rate between the bounds.
    std::optional<AupimoBand> band() const;

private:
    double threshold(std::size_t index) const;

    AupimoOptions options_;
    cv::Size size_;
    double low_;
    double high_;
    std::vector<std::uint64_t> counts_;  ///< pixels whose highest threshold reached is this one
    std::uint64_t pixels_ = 0;
};

}  // namespace segad
