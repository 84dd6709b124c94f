#include "ui/session/training_watch.h"

#include <algorithm>
#include <memory>

namespace segad::ui {

namespace {
/// The pace of late, not that of the first steps, which open files and fill caches.
constexpr std::size_t kPointsForPace = 8;
}  // namespace

std::optional<double> WatchedTraining::secondsPerStep() const {
    if (points.size() < 2) return std::nullopt;
    const LossPoint& last = points.back();
    const LossPoint& first = points[points.size() - std::min(points.size(), kPointsForPace)];
    if (last.step <= first.step) return std::nullopt;
    return (last.learningSeconds - first.learningSeconds) / static_cast<double>(last.step - first.step);
}

TrainingWatch& TrainingWatch::of(JobQueue& jobs) {
    if (auto* known = jobs.findChild<TrainingWatch*>({}, Qt::FindDirectChildrenOnly)) return *known;
    return *new TrainingWatch(jobs);
}

TrainingWatch::TrainingWatch(JobQueue& jobs) : QObject(&jobs), jobs_(jobs) {}

quint64 TrainingWatch::start(const TrainRequest& request, const QString& title, double secondsExpected,
                             std::vector<LossPoint> before, const Work& work) {
    TrainRequest watched = request;
    const auto job = std::make_shared<quint64>(0);
    // Called on the worker; the queue joins it before it deletes this, its child.
    watched.onPoint = [this, job](const LossPoint& point) {
        QMetaObject::invokeMethod(
            this,
            [this, job, point] {
                trainings_[*job].points.push_back(point);
                Q_EMIT pointAdded(*job);
            },
            Qt::QueuedConnection);
    };
    *job = jobs_.enqueue(title, [this, job, watched, work](Job& running) {
        const RunId run = work(watched, running);
        QMetaObject::invokeMethod(
            this, [this, job, run] { trainings_[*job].run = run; }, Qt::QueuedConnection);
        return QString();
    });
    trainings_[*job] = {.request = request, .secondsExpected = secondsExpected, .points = std::move(before)};
    return *job;
}

const WatchedTraining* TrainingWatch::find(quint64 job) const {
    const auto found = trainings_.find(job);
    return found == trainings_.end() ? nullptr : &found->second;
}

}  // namespace segad::ui
