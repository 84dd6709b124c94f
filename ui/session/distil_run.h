// The making of a compact backbone as the window sees it: its job in the queue and its loss curve. It
// belongs to the queue, not to the page that shows it, which may be closed and opened again meanwhile.
//
// Life:    made by of(); goes with its queue.
// Threads: everything on the GUI thread.
#pragma once

#include <QObject>
#include <functional>
#include <optional>
#include <vector>

#include "core/workflow/workflows.h"
#include "ui/session/job_queue.h"

namespace segad::ui {

class DistilRun : public QObject {
    Q_OBJECT

public:
    using Work = std::function<DistilReport(const DistilRequest&, Job&)>;

    /// The one of this queue.
    static DistilRun& of(JobQueue& jobs);

    /// Puts it into the queue; does nothing while one is under way. `before` is the curve of the sessions
    /// that a resumed distillation goes on from.
    void start(const DistilRequest& request, std::vector<LossPoint> before = {}, const Work& work = distil);
    void stop();

    /// Waiting or running.
    bool isUnderWay() const;
    /// From the steps of this session alone: those that it went on from took it no time. Absent until there
    /// are some.
    std::optional<double> secondsRemaining() const;
    /// nullptr before the first start.
    const JobView* job() const { return jobs_.find(job_); }
    /// What was asked for last.
    const DistilRequest& request() const { return request_; }
    const std::vector<LossPoint>& points() const { return points_; }

Q_SIGNALS:
    /// Progress, state or curve.
    void changed();
    void finished();

private:
    explicit DistilRun(JobQueue& jobs);
    void onJobChanged();

    JobQueue& jobs_;
    quint64 job_ = 0;
    DistilRequest request_;
    std::optional<JobStatus> firstSteps_;  ///< when the first step of this session was reported
    std::vector<LossPoint> points_;
};

}  // namespace segad::ui
