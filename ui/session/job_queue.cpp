#include "ui/session/job_queue.h"

#include <QElapsedTimer>
#include <QMetaObject>
#include <algorithm>
#include <new>

#include "core/base/log.h"

namespace segad::ui {

namespace {
QString text(const Error& error) {
    return QString::fromUtf8(error.what());
}
}  // namespace

JobQueue::JobQueue(QObject* parent) : QObject(parent), worker_([this] { workLoop(); }) {}

JobQueue::~JobQueue() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        waiting_.clear();
        if (current_) current_->cancel();
    }
    wake_.notify_all();
    worker_.join();
}

quint64 JobQueue::enqueue(const QString& title, Work work) {
    const quint64 id = ++lastId_;
    views_.push_back({.id = id, .title = title});
    // Listeners post to this object's thread; the queue outlives its worker, so `this` is safe there.
    auto job = std::make_shared<Job>(
        [this, id](const JobStatus& status) {
            QMetaObject::invokeMethod(
                this,
                [this, id, status] {
                    if (JobView* shown = view(id)) {
                        shown->status = status;
                        Q_EMIT jobChanged(id);
                    }
                },
                Qt::QueuedConnection);
        },
        [this, id](const Error& warning) {
            QMetaObject::invokeMethod(
                this,
                [this, id, line = text(warning)] {
                    if (JobView* shown = view(id)) shown->warnings.push_back(line);
                },
                Qt::QueuedConnection);
        });
    {
        const std::scoped_lock lock(mutex_);
        waiting_.push_back({id, std::move(work), std::move(job)});
    }
    wake_.notify_all();
    Q_EMIT jobChanged(id);
    return id;
}

void JobQueue::cancel(quint64 id) {
    bool wasWaiting = false;
    bool runs = false;
    {
        const std::scoped_lock lock(mutex_);
        const auto task = std::ranges::find(waiting_, id, &Task::id);
        wasWaiting = task != waiting_.end();
        if (wasWaiting) waiting_.erase(task);
        runs = current_ && currentId_ == id;
        if (runs) current_->cancel();
    }
    if (wasWaiting) postState(id, JobState::Cancelled, {});
    if (JobView* shown = runs ? view(id) : nullptr; shown != nullptr && !shown->isOver()) {
        shown->stopping = true;
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
    const auto found = std::ranges::find(views_, JobState::Running, &JobView::state);
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
            Q_EMIT jobChanged(id);
            if (over) Q_EMIT jobFinished(id);
        },
        Qt::QueuedConnection);
}

void JobQueue::workLoop() {
    while (true) {
        Task task;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            task = std::move(waiting_.front());
            waiting_.pop_front();
            current_ = task.job;
            currentId_ = task.id;
        }
        runTask(task);
        const std::scoped_lock lock(mutex_);
        current_.reset();
        currentId_ = 0;
    }
}

void JobQueue::runTask(Task& task) {
    postState(task.id, JobState::Running, {});
    QElapsedTimer clock;
    clock.start();
    const auto finish = [&](JobState state, const QString& message) {
        postState(task.id, state, message, static_cast<double>(clock.elapsed()) / 1000);
    };
    try {
        const QString remark = task.work(*task.job);
        finish(JobState::Done, remark);
    } catch (const Cancelled&) {
        finish(JobState::Cancelled, tr("What was finished is kept, nothing is half done."));
    } catch (const Error& error) {
        finish(JobState::Failed, text(error));
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
