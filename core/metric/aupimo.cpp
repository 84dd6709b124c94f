#include "core/metric/aupimo.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/metric/compared_p.h"

namespace segad {

namespace {
constexpr int kMostThresholds = 10'000'000;

/// Index of the first of the rates nearest to `wanted`.
std::size_t nearest(const std::vector<double>& rates, double wanted) {
    const auto found =
        std::ranges::min_element(rates, {}, [=](double rate) { return std::abs(rate - wanted); });
    return static_cast<std::size_t>(found - rates.begin());
}
}  // namespace

std::optional<double> AupimoBand::score(const AnomalyMap& map, const cv::Mat& mask) const {
    const cv::Mat pixels = comparedMap(map, size_);
    const cv::Mat defect = comparedMask(mask, size_);
    std::vector<double> scores;
    for (int y = 0; y < pixels.rows; ++y) {
        for (int x = 0; x < pixels.cols; ++x) {
            if (defect.at<std::uint8_t>(y, x) != 0)
                scores.push_back(static_cast<double>(pixels.at<float>(y, x)));
        }
    }
    if (scores.empty()) return std::nullopt;
    std::ranges::sort(scores);
    const auto recallAt = [&](double threshold) {
        const auto first = std::ranges::lower_bound(scores, threshold);
        return static_cast<double>(scores.end() - first) / static_cast<double>(scores.size());
    };
    double area = 0;
    double recall = recallAt(thresholds_.front());
    for (std::size_t i = 1; i < thresholds_.size(); ++i) {
        const double next = recallAt(thresholds_[i]);
        area += std::log(rates_[i] / rates_[i - 1]) * (recall + next) / 2;
        recall = next;
    }
    return std::clamp(area / logSpan_, 0.0, 1.0);
}

AupimoThresholds::AupimoThresholds(const PixelRange& goodRange, const AupimoOptions& options)
    : options_(options),
      size_(goodRange.size()),
      low_(static_cast<double>(goodRange.low())),
      high_(static_cast<double>(goodRange.high())) {
    if (goodRange.empty() || options.thresholds < 2 || options.thresholds > kMostThresholds ||
        !(options.lowerFpr > 0 && options.lowerFpr < options.upperFpr && options.upperFpr <= 1)) {
        throw Error(ErrorCode::InvalidArgument, "AUPIMO", "has no good map, or its options are out of order",
                    "Use good parts, two or more thresholds and 0 < lower rate < upper rate ≤ 1.");
    }
    counts_.resize(static_cast<std::size_t>(options.thresholds));
}

double AupimoThresholds::threshold(std::size_t index) const {
    const std::size_t last = counts_.size() - 1;
    if (index == last) return high_;
    return static_cast<double>(index) * ((high_ - low_) / static_cast<double>(last)) + low_;
}

void AupimoThresholds::add(const AnomalyMap& goodMap) {
    const cv::Mat pixels = comparedMap(goodMap, size_);
    const std::size_t last = counts_.size() - 1;
    pixels_ += pixels.total();
    if (high_ == low_) {
        counts_[last] += pixels.total();
        return;
    }
    const double scale = static_cast<double>(last) / (high_ - low_);
    for (const float value : std::span<const float>(pixels.ptr<float>(), pixels.total())) {
        const auto score = static_cast<double>(value);
        auto index =
            static_cast<std::size_t>(std::clamp((score - low_) * scale, 0.0, static_cast<double>(last)));
        // The product may be a rounding away from the threshold it is compared with.
        while (index > 0 && score < threshold(index))
            --index;
        while (index < last && score >= threshold(index + 1))
            ++index;
        ++counts_[index];
    }
}

std::optional<AupimoBand> AupimoThresholds::band() const {
    if (pixels_ == 0) return std::nullopt;
    std::vector<double> rates(counts_.size());
    std::uint64_t above = 0;
    for (std::size_t i = counts_.size(); i-- > 0;) {
        above += counts_[i];
        rates[i] = static_cast<double>(above) / static_cast<double>(pixels_);
    }
    // Thresholds rise while rates fall: the band runs from the upper rate to the lower one.
    const std::size_t first = nearest(rates, options_.upperFpr);
    const std::size_t last = nearest(rates, options_.lowerFpr);
    AupimoBand band;
    band.size_ = size_;
    band.logSpan_ = std::log(options_.upperFpr / options_.lowerFpr);
    for (std::size_t i = last + 1; i-- > first;) {
        if (rates[i] == 0) continue;
        band.thresholds_.push_back(threshold(i));
        band.rates_.push_back(rates[i]);
    }
    band.fineEnough_ = band.points() > options_.fewestPoints;
    if (band.points() < 2) return std::nullopt;
    return band;
}

}  // namespace segad
