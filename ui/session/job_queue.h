// Runs workflows one after another on a worker thread and tells the window about them. What runs can be
// paused; what waits can be moved before or behind others that wait. What goes on until it is stopped runs
// beside the queue.
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

#include "core/base/pause_gate.h"

namespace segad::ui {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

/// What the job list shows of one job.
struct JobView {
    quint64 id = 0;
    QString title;
    JobState state = JobState::Waiting;
    JobStatus status;
    bool stopping = false;  ///< it was told to stop and has not got there yet
    bool pausable = true;
    bool paused = false;    ///< it was told to pause and has not gone on yet
    bool standing = false;  ///< paused, and the work has come to a stand
    bool beside = false;    ///< it has a thread of its own, and nothing waits for it
    double seconds = 0;     ///< that it ran, without pauses; 0 until it is over
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
    /// `pausable`: false for work that holds the project's write lock while it reports, or labels could not
    /// be saved during the pause.
    quint64 enqueue(const QString& title, Work work, bool pausable = true);
    /// Runs at once on a thread of its own, and can't be paused: for work that goes on until it is stopped,
    /// such as watching a folder. The jobs of the queue run meanwhile.
    quint64 runBeside(const QString& title, const Work& work);

    /// Runs before each job, on its thread.
    void setPreparation(std::function<void()> prepare) { prepare_ = std::move(prepare); }

    /// Stops a running job at its next check, or takes a waiting one out of the queue.
    void cancel(quint64 id);

    /// A running job stands still at its next report. Nothing else of the queue runs meanwhile.
    void pause(quint64 id);
    void resume(quint64 id);

    /// Moves a waiting job `places` towards the end of the queue, or towards its head when negative.
    void move(quint64 id, int places);
    bool canMove(quint64 id, int places) const;

    /// Those that are over, then the running one, then those that wait in the order they will run.
    const std::vector<JobView>& jobs() const { return views_; }
    const JobView* find(quint64 id) const;
    /// The job of the queue that runs now; null also while one runs beside it only.
    const JobView* running() const;
    /// Nothing runs or waits, beside the queue neither.
    bool isIdle() const;

Q_SIGNALS:
    void jobChanged(quint64 id);
    void jobFinished(quint64 id);
    /// Waiting jobs have changed places.
    void orderChanged();

private:
    struct Task {
        quint64 id = 0;
        Work work;
    };

    void workLoop();
    /// A job with the gate in its way.
    struct Running {
        explicit Running(JobQueue& queue, quint64 id);
        const quint64 id;
        PauseGate gate;
        Job job;
    };
    class Beside;
    std::vector<Beside*> besides() const;
    static void stop(Running& running);
    void runTask(Task& task, Running& running);
    void endBeside(quint64 id);
    void setPaused(quint64 id, bool paused);
    void post(quint64 id, const std::function<void(JobView&)>& change);
    void postState(quint64 id, JobState state, const QString& message, double seconds = 0);
    JobView* view(quint64 id);

    std::vector<JobView> views_;
    quint64 lastId_ = 0;

    std::mutex mutex_;  // guards what follows
    std::condition_variable wake_;
    std::deque<Task> waiting_;
    std::shared_ptr<Running> current_;
    bool stopping_ = false;

    std::function<void()> prepare_;  ///< set before the first job
    std::thread worker_;
};

}  // namespace segad::ui
