// How well maps find the defective pixels (metrics.md § 10 and 11), pooled over all test images: AUROC,
// AP and F1-max of pixels, and AUPRO, the area under the per-region overlap (Bergmann et al. 2021, § 4.2).
//
// Maps and masks are compared at one size (256×256 unless told otherwise): maps bilinear, masks nearest.
//
// Memory does not grow with the number of images when binned: look at every map once for its range, then
// feed every map again. PixelMetrics::exact() keeps each pixel (16 bytes) and is meant for small sets.
//
//   PixelRange range;
//   for (…) range.add(map);
//   PixelMetrics pixels = PixelMetrics::binned(range);
//   for (…) { if (bad) pixels.addBad(map, mask); else pixels.addGood(map); }
//   const PixelFigures figures = pixels.figures();
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>

#include <opencv2/core/mat.hpp>

#include "core/image/anomaly_map.h"
#include "core/metric/cumulative.h"

namespace segad {

inline constexpr int kPixelMetricSide = 256;
inline constexpr int kPixelBins = 65'536;

/// Lowest and highest value of maps at the size they are compared at.
class PixelRange {
public:
    explicit PixelRange(cv::Size size = {kPixelMetricSide, kPixelMetricSide}) : size_(size) {}

    void add(const AnomalyMap& map);
    void merge(const PixelRange& other);

    bool empty() const noexcept { return low_ > high_; }
    float low() const noexcept { return low_; }
    float high() const noexcept { return high_; }
    cv::Size size() const noexcept { return size_; }

private:
    cv::Size size_;
    float low_ = std::numeric_limits<float>::infinity();
    float high_ = -std::numeric_limits<float>::infinity();
};

/// Figures are absent when there is no good or no bad pixel, AUPRO when there is no defective region.
struct PixelFigures {
    std::optional<double> auroc;
    std::optional<double> averagePrecision;
    std::optional<F1Max> f1Max;
    std::optional<double> aupro;
    std::uint64_t goodPixels = 0;
    std::uint64_t badPixels = 0;
    std::uint64_t regions = 0;  ///< 8-connected components of the masks
};

class PixelMetrics {
public:
    /// Throws Error{InvalidArgument} for an empty range or bins outside 2 … 2^24. A value outside the range
    /// counts in the first or last bin.
    static PixelMetrics binned(const PixelRange& range, int bins = kPixelBins);
    /// Every distinct value is a threshold.
    static PixelMetrics exact(cv::Size size = {kPixelMetricSide, kPixelMetricSide});

    PixelMetrics(PixelMetrics&&) noexcept;
    PixelMetrics& operator=(PixelMetrics&&) noexcept;
    ~PixelMetrics();

    void addGood(const AnomalyMap& map);
    /// `mask` is CV_8UC1 of any size, non-zero where the part is defective. Bad parts without a mask must
    /// not be added at all. Throws Error{InvalidArgument} for another type or an empty mask.
    void addBad(const AnomalyMap& map, const cv::Mat& mask);

    /// Adds what `other` has seen; both must come from the same factory call arguments.
    void merge(const PixelMetrics& other);

    /// `auproLimit` ∈ (0, 1]: AUPRO integrates to this false positive rate, and is divided by it.
    PixelFigures figures(double auproLimit = 0.3) const;

private:
    struct Impl;
    explicit PixelMetrics(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace segad
