// Runs workflows one after another on a worker thread and tells the window about them.
//
// Life:    owned by the session; destroying it cancels what runs and waits for it to stop.
// Threads: all public functions and all signals on the GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "core/base/job.h"

namespace segad::ui {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// What the job list shows of one job.
struct JobView {
    quint64 id = 0;
    QString title;
    JobState state = JobState::Waiting;
    JobStatus status;
    bool stopping = false;  ///< it was told to stop and has not got there yet
    double seconds = 0;     ///< that it ran; 0 until it is over
    QString message;        ///< the error when it failed, a remark when it is done or cancelled
    QStringList warnings;

    bool isOver() const { return state != JobState::Waiting && state != JobState::Running; }
};

class JobQueue : public QObject {
    Q_OBJECT

public:
    explicit JobQueue(QObject* parent = nullptr);
    ~JobQueue() override;

    /// The work runs on the worker thread and must copy what it needs. What it returns is the remark
    /// shown when it is done.
    using Work = std::function<QString(Job&)>;
    quint64 enqueue(const QString& title, Work work);

    /// Stops a running job at its next check, or takes a waiting one out of the queue.
    void cancel(quint64 id);

    const std::vector<JobView>& jobs() const { return views_; }
    const JobView* find(quint64 id) const;
    /// The job that runs now.
    const JobView* running() const;
    bool isIdle() const;

Q_SIGNALS:
    void jobChanged(quint64 id);
    void jobFinished(quint64 id);

private:
    struct Task {
        quint64 id = 0;
        Work work;
        std::shared_ptr<Job> job;
    };

    void workLoop();
    void runTask(Task& task);
    void postState(quint64 id, JobState state, const QString& message, double seconds = 0);
    JobView* view(quint64 id);

    std::vector<JobView> views_;
    quint64 lastId_ = 0;

    std::mutex mutex_;  // guards what follows
    std::condition_variable wake_;
    std::deque<Task> waiting_;
    std::shared_ptr<Job> current_;
    quint64 currentId_ = 0;
    bool stopping_ = false;

    std::thread worker_;
};

}  // namespace segad::ui
