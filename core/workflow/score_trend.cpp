#include "core/workflow/score_trend.h"

#include <algorithm>
#include <cmath>

namespace segad {

namespace {
/// A warning stays until so many parts in a row gave no reason for it: one that flickers is not believed.
constexpr int kCalmParts = 20;
/// Of the way from the usual score to the threshold: a smaller deviation is of no consequence, and a forest
/// that gives all good parts one score would have none at all.
constexpr double kLeastShare = 0.02;
/// What counts as more failing parts than usual.
constexpr double kRaisedBy = 0.15;
constexpr double kRaisedTimes = 3;
constexpr double kMostRaised = 0.97;
/// ln 100,000: parts between false alarms, at least.
const double kFailureThreshold = std::log(1e5);

bool isUsable(const TrendBaseline& baseline) {
    return std::isfinite(baseline.mean) && std::isfinite(baseline.deviation) && baseline.deviation > 0 &&
           baseline.failing > 0 && baseline.failing < 1;
}

std::optional<ProportionChart> failureChart(double usual) {
    const double raised = std::min(kMostRaised, std::max(kRaisedTimes * usual, usual + kRaisedBy));
    // Where nearly nothing passes there is nothing left to warn of.
    if (raised <= usual) return std::nullopt;
    return ProportionChart(usual, raised, kFailureThreshold);
}
}  // namespace

ScoreTrend::ScoreTrend(double threshold, const std::optional<TrendBaseline>& known) : threshold_(threshold) {
    if (!known || !isUsable(*known)) return;
    baseline_ = known;
    watch();
}

void ScoreTrend::watch() {
    scores_.emplace(baseline_->mean, baseline_->deviation);
    failures_ = failureChart(baseline_->failing);
    last_.reset();
    calm_ = 0;
    state_ = TrendState::Steady;
}

void ScoreTrend::learnAnew() {
    baseline_.reset();
    scores_.reset();
    failures_.reset();
    last_.reset();
    state_ = TrendState::Learning;
    learned_ = failed_ = 0;
    mean_ = squares_ = 0;
}

TrendReading ScoreTrend::add(double score, bool passed) {
    TrendReading point{.score = score, .passed = passed};
    if (!baseline_) {
        learn(score, passed);
        point.state = state_;
        return point;
    }
    if (passed) last_ = scores_->add(score);
    judge(failures_ && failures_->add(!passed));
    point.chart = last_;
    point.state = state_;
    return point;
}

void ScoreTrend::learn(double score, bool passed) {
    if (!passed) {
        ++failed_;
        return;
    }
    ++learned_;
    const double before = score - mean_;
    mean_ += before / learned_;
    squares_ += before * (score - mean_);
    if (learned_ < kLearnedParts) return;
    const double deviation = std::sqrt(squares_ / (learned_ - 1));
    const double least = std::max(std::abs(threshold_ - mean_) * kLeastShare, 1e-12);
    // Agresti and Coull (1998): none seen among a hundred does not mean that there are none.
    const double failing = (failed_ + 2.0) / (failed_ + learned_ + 4.0);
    baseline_ = TrendBaseline{
        .mean = mean_, .deviation = std::max(deviation, least), .failing = failing, .parts = learned_};
    watch();
}

void ScoreTrend::judge(bool failing) {
    TrendState now = TrendState::Steady;
    if (failing)
        now = TrendState::MoreFailing;
    else if (last_ && last_->average > last_->high)
        now = TrendState::Higher;
    else if (last_ && last_->average < last_->low)
        now = TrendState::Lower;
    calm_ = now == TrendState::Steady ? calm_ + 1 : 0;
    if (now != TrendState::Steady || calm_ >= kCalmParts) state_ = now;
}

}  // namespace segad
