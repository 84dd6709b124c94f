#include "ui/inspect/line_live.h"

#include <algorithm>

#include "ui/inspect/inspect_settings.h"
#include "ui/session/job_queue.h"

namespace segad::ui {

namespace {
/// What the usual is remembered under: a package has a name of its own; a project's verdicts change with what
/// judges.
QString baselineKey(const InspectionStart& start) {
    if (!start.package.empty()) return QString::fromStdString(start.package);
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QString::fromStdString(toUtf8(start.store)), QString::fromStdString(start.judge))
        .arg(start.thresholds.review)
        .arg(start.thresholds.reject);
}
}  // namespace

LineLive& LineLive::of(JobQueue& jobs) {
    if (auto* known = jobs.findChild<LineLive*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new LineLive(jobs);
}

LineLive::LineLive(JobQueue& jobs) : QObject(&jobs), jobs_(jobs) {
    timer_.setInterval(kNewsMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &LineLive::takeNews);
    connect(&jobs_, &JobQueue::jobFinished, this, &LineLive::onFinished);
}

void LineLive::start(InspectionRequest request, const Work& work) {
    feed_ = std::make_shared<LiveFeed>();
    started_.reset();
    totals_ = {};
    perMinute_ = 0;
    problem_.clear();
    stopping_ = false;
    recent_.clear();
    newest_.reset();
    held_.reset();
    readings_.clear();
    trend_ = TrendState::Learning;
    baseline_.reset();
    learned_ = 0;
    request.started = [feed = feed_](const InspectionStart& start) {
        feed->begin(start, inspect_settings::baseline(baselineKey(start)));
    };
    request.judged = [feed = feed_](const InspectionView& view) { feed->add(view); };
    request_ = request;
    const QString folder = QString::fromStdString(toUtf8(request.folder.filename()));
    job_ = jobs_.enqueue(tr("Inspect %1").arg(folder), [request, work](Job& job) {
        const InspectionOutcome outcome = work(request, job);
        return tr("%1 passed, %2 to review, %3 rejected, %4 unreadable")
            .arg(outcome.totals.pass)
            .arg(outcome.totals.review)
            .arg(outcome.totals.reject)
            .arg(outcome.totals.failed);
    });
    timer_.start();
    Q_EMIT stateChanged();
    Q_EMIT partsCame();
    Q_EMIT shownChanged();
    Q_EMIT trendChanged();
}

void LineLive::stop() {
    if (!isRunning()) return;
    stopping_ = true;
    jobs_.cancel(job_);
    Q_EMIT stateChanged();
}

void LineLive::onFinished(quint64 id) {
    if (id != job_) return;
    takeNews();
    timer_.stop();
    if (const JobView* job = jobs_.find(id); job != nullptr && job->state == JobState::Failed)
        problem_ = job->message;
    job_ = 0;
    stopping_ = false;
    Q_EMIT stateChanged();
}

void LineLive::takeNews() {
    const LiveNews news = feed_->take();
    if (news.started) {
        started_ = news.started;
        totals_ = news.totals;
        Q_EMIT stateChanged();
    }
    perMinute_ = news.perMinute;
    takeTrend(news);
    if (news.parts.empty()) return;
    totals_ = news.totals;
    recent_.add(news.parts);
    newest_ = news.parts.back();
    std::optional<Verdict> worst;
    for (const RecentParts::Part& part : news.parts) {
        if (part->verdict) worst = worst ? std::max(*worst, *part->verdict) : *part->verdict;
    }
    Q_EMIT partsCame();
    if (!held_) Q_EMIT shownChanged();
    if (worst) Q_EMIT judged(*worst);
}

void LineLive::takeTrend(const LiveNews& news) {
    readings_.insert(readings_.end(), news.readings.begin(), news.readings.end());
    while (readings_.size() > kMostReadings)
        readings_.pop_front();
    learned_ = news.learned;
    if (news.baseline != baseline_) {
        baseline_ = news.baseline;
        if (baseline_ && started_) inspect_settings::setBaseline(baselineKey(*started_), baseline_);
    }
    if (news.trend == trend_) return;
    trend_ = news.trend;
    Q_EMIT trendChanged();
}

void LineLive::learnAnew() {
    if (!feed_ || !started_) return;
    inspect_settings::setBaseline(baselineKey(*started_), {});
    feed_->learnAnew();
    baseline_.reset();
    learned_ = 0;
    trend_ = TrendState::Learning;
    Q_EMIT trendChanged();
}

void LineLive::hold(const RecentParts::Part& part) {
    if (part == held_) return;
    held_ = part;
    Q_EMIT shownChanged();
}

void LineLive::setRuled(qint64 number, std::optional<Label> label) {
    recent_.setRuled(number, label);
    for (RecentParts::Part* part : {&newest_, &held_}) {
        if (!*part || (*part)->number != number) continue;
        auto changed = std::make_shared<LivePart>(**part);
        changed->ruled = label;
        *part = std::move(changed);
    }
    if (shown() && shown()->number == number) Q_EMIT shownChanged();
}

}  // namespace segad::ui
