#include "ui/inspect/live_feed.h"

#include <chrono>
#include <cmath>

#include "ui/inspect/inspect_settings.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
double secondsNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}
}  // namespace

void LiveFeed::begin(const InspectionStart& start) {
    std::shared_ptr<const StoredLine> before;
    if (start.totals.parts > 0) before = readStoredLine(start.store, start.totals.id);
    const std::optional<TrendBaseline> known = inspect_settings::baseline(baselineKey(start));
    const std::scoped_lock lock(mutex_);
    news_.started = start;
    news_.totals = start.totals;
    if (before) {
        trend_ = before->trend;
        count_ = before->parts.back()->number;
    } else {
        trend_.emplace(start.thresholds.review, known);
    }
    news_.before = std::move(before);
}

void LiveFeed::setAway(const std::optional<Error>& why) {
    const QString words = why ? errorText(*why) : QString();
    const std::scoped_lock lock(mutex_);
    news_.away = words;
}

void LiveFeed::add(const InspectionView& view) {
    // Scaling the picture takes the longest: before the window could be made to wait for it.
    auto part = std::make_shared<const LivePart>(livePartOf(view, ++count_));
    const std::scoped_lock lock(mutex_);
    news_.totals = view.totals;
    rate_.add(secondsNow());
    if (part->verdict && trend_ && std::isfinite(part->score)) {
        readings_.push_back({.number = part->number,
                             .verdict = part->verdict,
                             .reading = trend_->add(part->score, part->verdict == Verdict::Pass)});
        if (readings_.size() > kMostReadings) readings_.pop_front();
    }
    parts_.push_back(std::move(part));
    if (parts_.size() > kMostParts) parts_.pop_front();
}

LiveNews LiveFeed::take() {
    const std::scoped_lock lock(mutex_);
    LiveNews news = news_;
    news_.started.reset();
    news_.before.reset();
    news.parts.assign(parts_.begin(), parts_.end());
    news.readings.assign(readings_.begin(), readings_.end());
    parts_.clear();
    readings_.clear();
    if (trend_) {
        news.trend = trend_->state();
        news.baseline = trend_->baseline();
        news.learned = trend_->learned();
    }
    news.perMinute = rate_.perMinute(secondsNow());
    return news;
}

void LiveFeed::learnAnew() {
    const std::scoped_lock lock(mutex_);
    if (trend_) trend_->learnAnew();
}

}  // namespace segad::ui
