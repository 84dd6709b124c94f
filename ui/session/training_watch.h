// The trainings of this session as the window sees them: what each job was asked for and the loss curve it
// has drawn so far. It belongs to the queue, not to the page that shows it, which may be made anew meanwhile.
//
// Life:    made by of(); goes with its queue.
// Threads: everything on the GUI thread.
#pragma once

#include <QObject>
#include <functional>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/workflow/workflows.h"
#include "ui/session/job_queue.h"

namespace segad::ui {

/// One training in the queue, running, or over.
struct WatchedTraining {
    TrainRequest request;
    double secondsExpected = 0;  ///< as estimated before it began; 0 when nobody knew
    std::vector<LossPoint> points;
    RunId run = 0;  ///< once it is done

    /// Of the newest steps of this session; absent until there are two points.
    std::optional<double> secondsPerStep() const;
};

class TrainingWatch : public QObject {
    Q_OBJECT

public:
    using Work = std::function<RunId(const TrainRequest&, Job&)>;

    /// The one of this queue.
    static TrainingWatch& of(JobQueue& jobs);

    /// Puts a training into the queue; its job. `before` is the curve of the sessions it goes on from.
    quint64 start(const TrainRequest& request, const QString& title, double secondsExpected = 0,
                  std::vector<LossPoint> before = {}, const Work& work = trainDetector);

    /// nullptr for a job that is no training.
    const WatchedTraining* find(quint64 job) const;

Q_SIGNALS:
    void pointAdded(quint64 job);

private:
    explicit TrainingWatch(JobQueue& jobs);

    JobQueue& jobs_;
    std::unordered_map<quint64, WatchedTraining> trainings_;  ///< by job
};

}  // namespace segad::ui
