#include "ui/inspect/line_live.h"

#include <algorithm>
#include <utility>

#include "ui/inspect/inspect_settings.h"
#include "ui/session/background.h"
#include "ui/session/job_queue.h"

namespace segad::ui {

LineLive& LineLive::of(JobQueue& jobs) {
    if (auto* known = jobs.findChild<LineLive*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new LineLive(jobs);
}

LineLive::LineLive(JobQueue& jobs) : QObject(&jobs), jobs_(jobs) {
    timer_.setInterval(kNewsMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &LineLive::takeNews);
    thumbnails_.setMaxThreadCount(1);
    connect(&jobs_, &JobQueue::jobFinished, this, &LineLive::onFinished);
    connect(&jobs_, &JobQueue::jobChanged, this, &LineLive::onJobChanged);
}

LineLive::~LineLive() {
    thumbnails_.clear();
    thumbnails_.waitForDone();
}

void LineLive::start(InspectionRequest request, const Work& work) {
    clear();
    feed_ = std::make_shared<LiveFeed>();
    request.started = [feed = feed_](const InspectionStart& start) { feed->begin(start); };
    request.judged = [feed = feed_](const InspectionView& view) { feed->add(view); };
    request.away = [feed = feed_](const std::optional<Error>& why) { feed->setAway(why); };
    request_ = request;
    const QString folder = QString::fromStdString(toUtf8(request.folder.filename()));
    const JobQueue::Work run = [request, work](Job& job) {
        const InspectionOutcome outcome = work(request, job);
        return tr("%1 passed, %2 to review, %3 rejected, %4 without a verdict")
            .arg(outcome.totals.pass)
            .arg(outcome.totals.review)
            .arg(outcome.totals.reject)
            .arg(outcome.totals.failed);
    };
    // A watch goes on for days.
    job_ = request.watch ? jobs_.runBeside(tr("Watch %1").arg(folder), run)
                         : jobs_.enqueue(tr("Inspect %1").arg(folder), run);
    timer_.start();
    tellAll();
}

void LineLive::clear() {
    thumbnails_.clear();
    feed_.reset();
    started_.reset();
    totals_ = {};
    perMinute_ = 0;
    problem_.clear();
    nothingNew_ = false;
    away_.clear();
    stopping_ = false;
    recent_.clear();
    newest_.reset();
    held_.reset();
    readings_.clear();
    trend_ = TrendState::Learning;
    baseline_.reset();
    learned_ = 0;
}

void LineLive::tellAll() {
    Q_EMIT stateChanged();
    Q_EMIT partsCame();
    Q_EMIT shownChanged();
    Q_EMIT trendChanged();
}

void LineLive::restore(const std::shared_ptr<const StoredLine>& line) {
    clear();
    if (line) {
        started_ = line->start;
        totals_ = line->start.totals;
        trend_ = line->trend.state();
        baseline_ = line->trend.baseline();
        learned_ = line->trend.learned();
        takeBefore(*line);
    }
    tellAll();
}

void LineLive::takeBefore(const StoredLine& line) {
    recent_.add(line.parts);
    newest_ = line.parts.back();
    readings_.assign(line.readings.begin(), line.readings.end());
    readThumbnails();
}

void LineLive::readThumbnails() {
    for (int row = 0; row < recent_.rowCount(); ++row) {
        const RecentParts::Part part = recent_.at(row);
        runInBackground(
            this, thumbnails_, [file = Path(part->file.toStdString())] { return readThumbnail(file); },
            [this, part](const QImage& thumbnail) {
                // Numbers begin anew with each inspection.
                if (const RecentParts::Part now = recent_.at(recent_.rowOf(part->number));
                    now && now->file == part->file && !thumbnail.isNull())
                    recent_.setThumbnail(part->number, thumbnail);
            });
    }
}

QString LineLive::waitsFor() const {
    const JobView* job = jobs_.find(job_);
    if (job == nullptr || job->state != JobState::Waiting) return {};
    const JobView* first = jobs_.running();
    return first != nullptr ? first->title : QString();
}

void LineLive::onJobChanged(quint64 id) {
    if (!isRunning()) return;
    const bool waits = !waitsFor().isEmpty();
    // While it waits, what it waits for may change with every job.
    if (waits != std::exchange(waiting_, waits) || (waits && id != job_)) Q_EMIT stateChanged();
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
    const JobView* job = jobs_.find(id);
    if (job != nullptr && job->state == JobState::Failed) problem_ = job->message;
    nothingNew_ = job != nullptr && job->state == JobState::Done && started_ && started_->listed > 0 &&
                  totals_.parts == started_->totals.parts;
    job_ = 0;
    stopping_ = false;
    away_.clear();
    Q_EMIT stateChanged();
}

void LineLive::takeNews() {
    const LiveNews news = feed_->take();
    if (news.started) {
        started_ = news.started;
        totals_ = news.totals;
        if (news.before) takeBefore(*news.before);
    }
    const bool away = news.away != std::exchange(away_, news.away);
    perMinute_ = news.perMinute;
    takeTrend(news);
    if (news.started || away) Q_EMIT stateChanged();
    if (news.before) Q_EMIT partsCame();
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
    if (!started_) return;
    inspect_settings::setBaseline(baselineKey(*started_), {});
    if (feed_) feed_->learnAnew();
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
