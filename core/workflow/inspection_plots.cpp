#include "core/workflow/inspection_plots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

#include "core/workflow/number_words.h"

namespace segad {

namespace {
constexpr double kLeft = 56;
constexpr double kRight = 12;
constexpr double kTop = 22;
constexpr double kWide = kPlotWidth - kLeft - kRight;

std::string scoreText(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3g", value);
    return text.data();
}

/// Maps values to a place on an axis.
struct Axis {
    double low = 0;
    double high = 1;
    double begin = 0;  ///< place of `low`
    double end = 1;

    double at(double value) const {
        return begin + (std::clamp(value, low, high) - low) / (high - low) * (end - begin);
    }
    bool shows(double value) const { return value >= low && value <= high; }
};

Ink inkOf(double score, const InspectionFacts& facts) {
    if (score >= facts.reject) return Ink::Reject;
    return score >= facts.review ? Ink::Review : Ink::Pass;
}

void drawThresholdsAcross(Drawing& drawing, const Axis& y, const InspectionFacts& facts) {
    for (const auto& [value, name, ink] :
         {std::tuple{facts.review, "review", Ink::Review}, std::tuple{facts.reject, "reject", Ink::Reject}}) {
        if (!y.shows(value)) continue;
        drawing.line({kLeft, y.at(value)}, {kPlotWidth - kRight, y.at(value)}, ink, true);
        drawing.text({kPlotWidth - kRight, y.at(value) - 4}, name, Anchor::End, ink);
    }
}

/// The band between the lowest and the highest score, and the mean in it.
void drawScores(Drawing& drawing, std::span<const TrendPoint> trend, const std::vector<double>& places,
                const Axis& y) {
    std::vector<DrawnPoint> band;
    std::vector<DrawnPoint> mean;
    std::vector<DrawnPoint> under;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        if (std::isnan(trend[i].meanScore)) continue;
        mean.push_back({places[i], y.at(trend[i].meanScore)});
        band.push_back({places[i], y.at(trend[i].highest)});
        under.push_back({places[i], y.at(trend[i].lowest)});
    }
    band.insert(band.end(), under.rbegin(), under.rend());
    if (mean.size() < 2) {
        for (const DrawnPoint& point : mean)
            drawing.bar({point.x - 2, point.y - 2}, 4, 4, Ink::Curve);
        return;
    }
    drawing.area(band, Ink::Band);
    drawing.curve(mean, Ink::Curve);
}

void drawShares(Drawing& drawing, std::span<const TrendPoint> trend, const std::vector<double>& places,
                double step, const Axis& y) {
    const double width = std::max(1.0, step * 0.8);
    for (std::size_t i = 0; i < trend.size(); ++i) {
        const auto parts = static_cast<double>(std::max<std::uint64_t>(trend[i].parts, 1));
        const double reject = y.at(static_cast<double>(trend[i].reject) / parts);
        const double both = y.at(static_cast<double>(trend[i].reject + trend[i].review) / parts);
        const double left = places[i] - width / 2;
        if (trend[i].reject > 0) drawing.bar({left, reject}, width, y.begin - reject, Ink::Reject);
        if (trend[i].review > 0) drawing.bar({left, both}, width, reject - both, Ink::Review);
    }
}

Axis scoreAxis(std::span<const TrendPoint> trend, const InspectionFacts& facts) {
    Axis y{.low = facts.review, .high = facts.reject, .begin = 150, .end = kTop};
    for (const TrendPoint& point : trend) {
        if (std::isnan(point.meanScore)) continue;
        y.low = std::min(y.low, point.lowest);
        y.high = std::max(y.high, point.highest);
    }
    if (y.high <= y.low) y.high = y.low + 1;
    return y;
}

std::string timeText(const std::string& at) {
    return at.size() >= 16 ? at.substr(0, 10) + " " + at.substr(11, 5) : at;
}
}  // namespace

void drawHistogram(Drawing& drawing, const ScoreHistogram& histogram, const InspectionFacts& facts) {
    const double bottom = kHistogramHeight - 40;
    const Axis x{.low = histogram.low, .high = histogram.high, .begin = kLeft, .end = kLeft + kWide};
    const std::uint64_t most = *std::ranges::max_element(histogram.counts);
    const double step = kWide / static_cast<double>(histogram.counts.size());
    drawing.line({kLeft, bottom}, {kLeft + kWide, bottom}, Ink::Soft);
    drawing.line({kLeft, kTop}, {kLeft + kWide, kTop}, Ink::Grid, true);
    drawing.text({kLeft - 6, kTop + 4}, std::to_string(most), Anchor::End, Ink::Soft);
    drawing.text({kLeft - 6, bottom + 4}, "0", Anchor::End, Ink::Soft);
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        if (histogram.counts[i] == 0) continue;
        // A single bad part among thousands of good ones must be seen.
        const double height = std::max(
            1.5, static_cast<double>(histogram.counts[i]) / static_cast<double>(most) * (bottom - kTop));
        const double left = kLeft + static_cast<double>(i) * step;
        const double middle = histogram.low + (static_cast<double>(i) + 0.5) *
                                                  (histogram.high - histogram.low) /
                                                  static_cast<double>(histogram.counts.size());
        drawing.bar({left + 0.5, bottom - height}, std::max(1.0, step - 1), height, inkOf(middle, facts));
    }
    for (const auto& [value, ink] :
         {std::pair{facts.review, Ink::Review}, std::pair{facts.reject, Ink::Reject}}) {
        if (x.shows(value)) drawing.line({x.at(value), kTop - 8}, {x.at(value), bottom}, ink, true);
    }
    drawing.text({kLeft, bottom + 16}, scoreText(histogram.low), Anchor::Start, Ink::Soft);
    drawing.text({kLeft + kWide, bottom + 16}, scoreText(histogram.high), Anchor::End, Ink::Soft);
    drawing.text({kLeft + kWide / 2, bottom + 32}, "score", Anchor::Middle);
    drawing.text({kLeft - 6, kTop + 20}, "parts", Anchor::End);
}

void drawTrend(Drawing& drawing, std::span<const TrendPoint> trend, const InspectionFacts& facts) {
    const Axis score = scoreAxis(trend, facts);
    const double step = kWide / static_cast<double>(trend.size());
    std::vector<double> places;
    double most = 0;
    for (std::size_t i = 0; i < trend.size(); ++i) {
        places.push_back(kLeft + (static_cast<double>(i) + 0.5) * step);
        const auto parts = static_cast<double>(std::max<std::uint64_t>(trend[i].parts, 1));
        most = std::max(most, static_cast<double>(trend[i].reject + trend[i].review) / parts);
    }
    drawing.line({kLeft, score.begin}, {kLeft + kWide, score.begin}, Ink::Grid);
    drawScores(drawing, trend, places, score);
    drawThresholdsAcross(drawing, score, facts);
    drawing.text({kLeft - 6, score.begin + 4}, scoreText(score.low), Anchor::End, Ink::Soft);
    drawing.text({kLeft - 6, score.end + 4}, scoreText(score.high), Anchor::End, Ink::Soft);
    drawing.text({kLeft - 6, (score.begin + score.end) / 2}, "score", Anchor::End);
    const Axis share{.low = 0, .high = most > 0 ? most : 1, .begin = 222, .end = 172};
    drawing.line({kLeft, share.begin}, {kLeft + kWide, share.begin}, Ink::Soft);
    drawShares(drawing, trend, places, step, share);
    drawing.text({kLeft - 6, share.end + 4}, percentText(share.high), Anchor::End, Ink::Soft);
    drawing.text({kLeft - 6, share.begin + 4}, "0", Anchor::End, Ink::Soft);
    drawing.text({kLeft, share.begin + 18}, timeText(trend.front().at), Anchor::Start, Ink::Soft);
    drawing.text({kLeft + kWide, share.begin + 18}, timeText(trend.back().at), Anchor::End, Ink::Soft);
    drawing.text({kLeft + kWide / 2, share.begin + 34},
                 "parts in the order they were judged; below, the share that did not pass", Anchor::Middle,
                 Ink::Soft);
}

}  // namespace segad
