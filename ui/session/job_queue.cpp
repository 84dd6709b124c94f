#include "ui/session/job_queue.h"

#include <QMetaObject>
#include <algorithm>
#include <new>

#include "core/base/log.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

void JobQueue::stop(Running& running) {
    running.job.cancel();
    running.gate.open();
}

/// A job that runs beside the queue, as a child of it. Deleting it waits for its end.
class JobQueue::Beside : public QObject {
public:
    Beside(JobQueue& queue, std::shared_ptr<Running> job) : QObject(&queue), running(std::move(job)) {}
    ~Beside() override { thread.join(); }

    const std::shared_ptr<Running> running;
    std::thread thread;
};

JobQueue::JobQueue(QObject* parent) : QObject(parent), worker_([this] { workLoop(); }) {}

JobQueue::~JobQueue() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        waiting_.clear();
        if (current_) stop(*current_);
    }
    wake_.notify_all();
    for (const Beside* beside : besides())
        stop(*beside->running);
    worker_.join();
    qDeleteAll(besides());
}

quint64 JobQueue::enqueue(const QString& title, Work work, bool pausable) {
    const quint64 id = ++lastId_;
    views_.push_back({.id = id, .title = title, .pausable = pausable});
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back({id, std::move(work)});
    }
    wake_.notify_all();
    Q_EMIT jobChanged(id);
    return id;
}

quint64 JobQueue::runBeside(const QString& title, const Work& work) {
    const quint64 id = ++lastId_;
    views_.insert(
        std::ranges::find(views_, JobState::Waiting, &JobView::state),
        JobView{.id = id, .title = title, .state = JobState::Running, .pausable = false, .beside = true});
    auto* beside = new Beside(*this, std::make_shared<Running>(*this, id));
    beside->thread =
        std::thread([this, running = beside->running, task = Task{.id = id, .work = work}]() mutable {
            runTask(task, *running);
        });
    Q_EMIT jobChanged(id);
    return id;
}

std::vector<JobQueue::Beside*> JobQueue::besides() const {
    std::vector<Beside*> found;
    for (QObject* child : children()) {
        if (auto* beside = dynamic_cast<Beside*>(child)) found.push_back(beside);
    }
    return found;
}

void JobQueue::endBeside(quint64 id) {
    for (Beside* beside : besides()) {
        if (beside->running->id == id) delete beside;
    }
}

// Listeners post to the queue's thread; the queue outlives its worker, so the reference is safe there.
JobQueue::Running::Running(JobQueue& queue, quint64 number)
    : id(number),
      job(
          [this, &queue](const JobStatus& status) {
              const double stood = gate.secondsStood();  // as of this status, which comes before the stand
              gate.pass([this, &queue](bool stands) {
                  queue.post(id, [stands](JobView& shown) { shown.standing = stands; });
              });
              queue.post(id, [shownStatus = withoutPauses(status, stood)](JobView& shown) {
                  shown.status = shownStatus;
              });
          },
          [this, &queue](const Error& warning) {
              queue.post(id, [line = errorText(warning)](JobView& shown) { shown.warnings.push_back(line); });
          }) {}

void JobQueue::post(quint64 id, const std::function<void(JobView&)>& change) {
    QMetaObject::invokeMethod(
        this,
        [this, id, change] {
            JobView* shown = view(id);
            if (shown == nullptr) return;
            change(*shown);
            Q_EMIT jobChanged(id);
        },
        Qt::QueuedConnection);
}

void JobQueue::setPaused(quint64 id, bool paused) {
    {
        const std::scoped_lock lock(mutex_);
        if (!current_ || current_->id != id) return;
        if (paused)
            current_->gate.close();
        else
            current_->gate.open();
    }
    if (JobView* shown = view(id); shown != nullptr && !shown->isOver()) {
        shown->paused = paused;
        Q_EMIT jobChanged(id);
    }
}

void JobQueue::pause(quint64 id) {
    // What is told to stop must get to its next check.
    if (const JobView* job = find(id); job != nullptr && job->pausable && !job->stopping) setPaused(id, true);
}

void JobQueue::resume(quint64 id) {
    setPaused(id, false);
}

bool JobQueue::canMove(quint64 id, int places) const {
    const auto found = std::ranges::find(views_, id, &JobView::id);
    if (found == views_.end() || found->state != JobState::Waiting || places == 0) return false;
    const auto target = found - views_.begin() + places;
    return target >= 0 && target < std::ssize(views_) &&
           views_[static_cast<std::size_t>(target)].state == JobState::Waiting;
}

void JobQueue::move(quint64 id, int places) {
    if (!canMove(id, places)) return;
    const auto shift = [&](auto& list, auto key) {
        const auto from = std::ranges::find(list, id, key);
        const auto to = from + places;
        if (places > 0)
            std::rotate(from, from + 1, to + 1);
        else
            std::rotate(to, from, from + 1);
    };
    {
        const std::scoped_lock lock(mutex_);
        const auto task = std::ranges::find(waiting_, id, &Task::id);
        // The worker may have taken one since the views were brought up to date.
        const auto place = task - waiting_.begin() + places;
        if (task == waiting_.end() || place < 0 || place >= std::ssize(waiting_)) return;
        shift(waiting_, &Task::id);
    }
    shift(views_, &JobView::id);
    Q_EMIT orderChanged();
}

void JobQueue::cancel(quint64 id) {
    bool wasWaiting = false;
    bool runs = false;
    {
        const std::scoped_lock lock(mutex_);
        const auto task = std::ranges::find(waiting_, id, &Task::id);
        wasWaiting = task != waiting_.end();
        if (wasWaiting) waiting_.erase(task);
        runs = current_ && current_->id == id;
        if (runs) stop(*current_);
    }
    for (const Beside* beside : besides()) {
        if (beside->running->id != id) continue;
        stop(*beside->running);
        runs = true;
    }
    if (wasWaiting) postState(id, JobState::Cancelled, {});
    if (JobView* shown = runs ? view(id) : nullptr; shown != nullptr && !shown->isOver()) {
        shown->stopping = true;
        shown->paused = false;
        Q_EMIT jobChanged(id);
    }
}

const JobView* JobQueue::find(quint64 id) const {
    const auto found = std::ranges::find(views_, id, &JobView::id);
    return found == views_.end() ? nullptr : &*found;
}

JobView* JobQueue::view(quint64 id) {
    return const_cast<JobView*>(std::as_const(*this).find(id));
}

const JobView* JobQueue::running() const {
    const auto found = std::ranges::find_if(
        views_, [](const JobView& job) { return job.state == JobState::Running && !job.beside; });
    return found == views_.end() ? nullptr : &*found;
}

bool JobQueue::isIdle() const {
    return std::ranges::all_of(views_, &JobView::isOver);
}

void JobQueue::postState(quint64 id, JobState state, const QString& message, double seconds) {
    QMetaObject::invokeMethod(
        this,
        [this, id, state, message, seconds] {
            JobView* shown = view(id);
            if (shown == nullptr) return;
            shown->state = state;
            shown->message = message;
            shown->seconds = seconds;
            if (state == JobState::Done) shown->status.fraction = 1;
            const bool over = shown->isOver();
            if (over) {
                shown->paused = shown->standing = false;
                std::stable_partition(views_.begin(), views_.end(),
                                      [](const JobView& job) { return job.isOver(); });
            }
            if (over) endBeside(id);
            Q_EMIT jobChanged(id);
            if (over) Q_EMIT jobFinished(id);
        },
        Qt::QueuedConnection);
}

void JobQueue::workLoop() {
    while (true) {
        Task task;
        std::shared_ptr<Running> running;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
            // Only now: its clock runs from here.
            running = current_ = std::make_shared<Running>(*this, task.id);
        }
        runTask(task, *running);
        const std::scoped_lock lock(mutex_);
        current_.reset();
    }
}

void JobQueue::runTask(Task& task, Running& running) {
    postState(task.id, JobState::Running, {});
    const auto finish = [&](JobState state, const QString& message) {
        const double all = running.job.status().secondsElapsed;
        postState(task.id, state, message, all - running.gate.secondsStood());
    };
    try {
        if (prepare_) prepare_();
        const QString remark = task.work(running.job);
        finish(JobState::Done, remark);
    } catch (const Cancelled&) {
        finish(JobState::Cancelled, tr("What was finished is kept, nothing is half done."));
    } catch (const Error& error) {
        finish(JobState::Failed, errorText(error));
    } catch (const std::bad_alloc&) {
        finish(JobState::Failed,
               tr("Not enough memory. Close other programs, or choose smaller parameters."));
    } catch (const std::exception& failure) {
        // A bug, not a user's error: say so, keep the details for the report.
        log::error(failure.what());
        finish(JobState::Failed,
               tr("Internal error: %1. Please report it.").arg(QString::fromUtf8(failure.what())));
    }
}

}  // namespace segad::ui
