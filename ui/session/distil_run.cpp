#include "ui/session/distil_run.h"

#include <QLocale>

#include "ui/widgets/labels.h"

namespace segad::ui {

DistilRun& DistilRun::of(JobQueue& jobs) {
    if (auto* known = jobs.findChild<DistilRun*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new DistilRun(jobs);
}

DistilRun::DistilRun(JobQueue& jobs) : QObject(&jobs), jobs_(jobs) {
    connect(&jobs_, &JobQueue::jobChanged, this, [this](quint64 id) {
        if (id == job_) onJobChanged();
    });
    connect(&jobs_, &JobQueue::jobFinished, this, [this](quint64 id) {
        if (id == job_) Q_EMIT finished();
    });
}

bool DistilRun::isUnderWay() const {
    const JobView* view = job();
    return view != nullptr && !view->isOver();
}

void DistilRun::onJobChanged() {
    const JobStatus& status = job()->status;
    if (!firstSteps_ && status.total == static_cast<std::uint64_t>(request_.steps)) firstSteps_ = status;
    Q_EMIT changed();
}

std::optional<double> DistilRun::secondsRemaining() const {
    if (!isUnderWay() || !firstSteps_) return std::nullopt;
    const JobStatus& now = job()->status;
    if (now.total != firstSteps_->total || now.done <= firstSteps_->done) return std::nullopt;
    return (now.secondsElapsed - firstSteps_->secondsElapsed) /
           static_cast<double>(now.done - firstSteps_->done) * static_cast<double>(now.total - now.done);
}

void DistilRun::start(const DistilRequest& request, std::vector<LossPoint> before, const Work& work) {
    if (isUnderWay()) return;
    request_ = request;
    points_ = std::move(before);
    firstSteps_.reset();
    DistilRequest watched = request;
    // Called on the worker; the queue joins it before it deletes this, its child.
    watched.onPoint = [this](const LossPoint& point) {
        QMetaObject::invokeMethod(
            this,
            [this, point] {
                points_.push_back(point);
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    };
    job_ = jobs_.enqueue(
        tr("Make backbone %1").arg(QString::fromStdString(request.importAs)), [watched, work](Job& job) {
            const DistilReport report = work(watched, job);
            const auto& points = report.result.curve.points;
            QString text = tr("Imported as %1 after %2 steps")
                               .arg(QString::fromStdString(report.importedAs),
                                    QLocale().toString(qlonglong(report.result.curve.steps)));
            if (!points.empty() && points.back().validation)
                text += tr("; %1 % of pictures held out unexplained").arg(percent(points.back().validation));
            return text;
        });
    Q_EMIT changed();
}

void DistilRun::stop() {
    jobs_.cancel(job_);
}

}  // namespace segad::ui
