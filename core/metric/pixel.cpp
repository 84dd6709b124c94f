#include "core/metric/pixel.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <variant>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/metric/compared_p.h"

namespace segad {

namespace {
constexpr int kMostBins = 1 << 24;
constexpr int kEightNeighbours = 8;

std::span<const float> valuesOf(const cv::Mat& pixels) {
    return {pixels.ptr<float>(), pixels.total()};
}

/// The ranking of all pixels, and beside each count how much of the regions is covered, summed over them.
struct Ranking {
    CumulativeCounts counts;
    std::vector<double> covered;

    /// Thresholds come falling.
    void add(double threshold, std::uint64_t good, std::uint64_t bad, double cover) {
        const CumulativeCount before = counts.empty() ? CumulativeCount{} : counts.back();
        covered.push_back((covered.empty() ? 0 : covered.back()) + cover);
        counts.push_back({threshold, before.falsePositives + good, before.truePositives + bad});
    }
};

/// Counts per bin: memory of its own size only.
class Histogram {
public:
    Histogram(double low, double high, int bins)
        : low_(low), span_(high - low), bins_(static_cast<std::size_t>(bins)) {}

    void add(float score, bool bad, double cover) {
        Bin& bin = bins_[binOf(static_cast<double>(score))];
        ++(bad ? bin.bad : bin.good);
        bin.cover += cover;
    }

    bool sameAs(const Histogram& other) const {
        return low_ == other.low_ && span_ == other.span_ && bins_.size() == other.bins_.size();
    }

    void merge(const Histogram& other) {
        for (std::size_t i = 0; i < bins_.size(); ++i) {
            bins_[i].good += other.bins_[i].good;
            bins_[i].bad += other.bins_[i].bad;
            bins_[i].cover += other.bins_[i].cover;
        }
    }

    Ranking ranking() const {
        Ranking result;
        const auto count = static_cast<double>(bins_.size());
        for (std::size_t i = bins_.size(); i-- > 0;) {
            const Bin& bin = bins_[i];
            if (bin.good + bin.bad == 0) continue;
            result.add(low_ + static_cast<double>(i) / count * span_, bin.good, bin.bad, bin.cover);
        }
        return result;
    }

private:
    struct Bin {
        std::uint64_t good = 0;
        std::uint64_t bad = 0;
        double cover = 0;
    };

    std::size_t binOf(double score) const {
        const auto count = static_cast<double>(bins_.size());
        const double place = span_ > 0 ? (score - low_) / span_ * count : 0;
        return static_cast<std::size_t>(std::clamp(place, 0.0, count - 1));
    }

    double low_;
    double span_;
    std::vector<Bin> bins_;
};

/// Every pixel kept.
class Samples {
public:
    void add(float score, bool bad, double cover) { samples_.push_back({cover, score, bad}); }

    bool sameAs(const Samples&) const { return true; }

    void merge(const Samples& other) {
        samples_.insert(samples_.end(), other.samples_.begin(), other.samples_.end());
    }

    Ranking ranking() const {
        std::vector<Sample> sorted = samples_;
        std::ranges::sort(sorted, std::greater<>(), &Sample::score);
        Ranking result;
        for (std::size_t i = 0; i < sorted.size();) {
            const float score = sorted[i].score;
            std::uint64_t good = 0;
            std::uint64_t bad = 0;
            double cover = 0;
            for (; i < sorted.size() && sorted[i].score == score; ++i) {
                ++(sorted[i].bad ? bad : good);
                cover += sorted[i].cover;
            }
            result.add(static_cast<double>(score), good, bad, cover);
        }
        return result;
    }

private:
    struct Sample {
        double cover;
        float score;
        bool bad;
    };
    std::vector<Sample> samples_;
};

/// Area under mean region overlap against false positive rate up to `limit`, divided by `limit`.
std::optional<double> auproOf(const Ranking& ranking, std::uint64_t regions, double limit) {
    if (regions == 0 || ranking.counts.empty() || ranking.counts.back().falsePositives == 0)
        return std::nullopt;
    const auto good = static_cast<double>(ranking.counts.back().falsePositives);
    double area = 0;
    double rate = 0;
    double overlap = 0;
    for (std::size_t i = 0; i < ranking.counts.size(); ++i) {
        const double nextRate = static_cast<double>(ranking.counts[i].falsePositives) / good;
        const double nextOverlap = ranking.covered[i] / static_cast<double>(regions);
        if (nextRate > limit) {
            const double atLimit = overlap + (nextOverlap - overlap) * (limit - rate) / (nextRate - rate);
            area += (limit - rate) * (overlap + atLimit) / 2;
            break;
        }
        area += (nextRate - rate) * (overlap + nextOverlap) / 2;
        rate = nextRate;
        overlap = nextOverlap;
    }
    return area / limit;
}
}  // namespace

void PixelRange::add(const AnomalyMap& map) {
    const cv::Mat pixels = comparedMap(map, size_);
    const auto [lowest, highest] = std::ranges::minmax(valuesOf(pixels));
    low_ = std::min(low_, lowest);
    high_ = std::max(high_, highest);
}

void PixelRange::merge(const PixelRange& other) {
    low_ = std::min(low_, other.low_);
    high_ = std::max(high_, other.high_);
}

struct PixelMetrics::Impl {
    cv::Size size;
    std::variant<Histogram, Samples> pixels;
    std::uint64_t regions = 0;
};

PixelMetrics::PixelMetrics(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PixelMetrics::PixelMetrics(PixelMetrics&&) noexcept = default;
PixelMetrics& PixelMetrics::operator=(PixelMetrics&&) noexcept = default;
PixelMetrics::~PixelMetrics() = default;

PixelMetrics PixelMetrics::binned(const PixelRange& range, int bins) {
    if (range.empty() || bins < 2 || bins > kMostBins) {
        throw Error(ErrorCode::InvalidArgument, "pixel metrics",
                    range.empty() ? "no map has been looked at" : "the number of bins is out of range",
                    "Add every map to the range first, and use 2 to 16777216 bins.");
    }
    return PixelMetrics(std::make_unique<Impl>(Impl{
        range.size(), Histogram(static_cast<double>(range.low()), static_cast<double>(range.high()), bins)}));
}

PixelMetrics PixelMetrics::exact(cv::Size size) {
    return PixelMetrics(std::make_unique<Impl>(Impl{size, Samples()}));
}

void PixelMetrics::addGood(const AnomalyMap& map) {
    const cv::Mat pixels = comparedMap(map, impl_->size);
    std::visit(
        [&](auto& sink) {
            for (const float score : valuesOf(pixels))
                sink.add(score, false, 0);
        },
        impl_->pixels);
}

void PixelMetrics::addBad(const AnomalyMap& map, const cv::Mat& mask) {
    const cv::Mat pixels = comparedMap(map, impl_->size);
    cv::Mat labels;
    const int count =
        cv::connectedComponents(comparedMask(mask, impl_->size), labels, kEightNeighbours, CV_32S);
    const std::span<const int> regions{labels.ptr<int>(), labels.total()};
    // What one pixel covers of its region; label 0 is the rest of the picture.
    std::vector<double> cover(static_cast<std::size_t>(count), 0.0);
    for (const int region : regions)
        ++cover[static_cast<std::size_t>(region)];
    for (double& pixel : cover)
        pixel = 1 / pixel;
    cover[0] = 0;
    const std::span<const float> scores = valuesOf(pixels);
    std::visit(
        [&](auto& sink) {
            for (std::size_t i = 0; i < scores.size(); ++i) {
                const auto region = static_cast<std::size_t>(regions[i]);
                sink.add(scores[i], region != 0, cover[region]);
            }
        },
        impl_->pixels);
    impl_->regions += static_cast<std::uint64_t>(count - 1);
}

void PixelMetrics::merge(const PixelMetrics& other) {
    const bool fits = impl_->size == other.impl_->size &&
                      std::visit(
                          [&](const auto& own) {
                              using Kind = std::decay_t<decltype(own)>;
                              const auto* theirs = std::get_if<Kind>(&other.impl_->pixels);
                              return theirs != nullptr && own.sameAs(*theirs);
                          },
                          impl_->pixels);
    if (!fits) {
        throw Error(ErrorCode::InvalidArgument, "pixel metrics", "the two were made with other sizes or bins",
                    "Make both from one range.");
    }
    std::visit([&](auto& own) { own.merge(std::get<std::decay_t<decltype(own)>>(other.impl_->pixels)); },
               impl_->pixels);
    impl_->regions += other.impl_->regions;
}

PixelFigures PixelMetrics::figures(double auproLimit) const {
    if (!(auproLimit > 0 && auproLimit <= 1)) {
        throw Error(ErrorCode::InvalidArgument, "limit of AUPRO", "must be above 0 and at most 1",
                    "Use 0.3.");
    }
    const Ranking ranking = std::visit([](const auto& pixels) { return pixels.ranking(); }, impl_->pixels);
    PixelFigures result{.auroc = aurocOf(ranking.counts),
                        .averagePrecision = averagePrecisionOf(ranking.counts),
                        .f1Max = f1MaxOf(ranking.counts),
                        .aupro = auproOf(ranking, impl_->regions, auproLimit),
                        .regions = impl_->regions};
    if (!ranking.counts.empty()) {
        result.goodPixels = ranking.counts.back().falsePositives;
        result.badPixels = ranking.counts.back().truePositives;
    }
    return result;
}

}  // namespace segad
