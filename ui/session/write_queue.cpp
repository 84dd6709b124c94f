#include "ui/session/write_queue.h"

#include <atomic>
#include <chrono>

#include "core/base/log.h"

namespace segad::ui {

namespace {
/// With the painting that follows it stays below what is felt.
std::atomic<int> patience{30};
}  // namespace

WriteQueue::WriteQueue(QObject* parent) : QObject(parent), worker_([this] { loop(); }) {}

WriteQueue::~WriteQueue() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    worker_.join();
}

void WriteQueue::setProject(Project project) {
    const std::scoped_lock lock(handle_);
    project_ = std::move(project);
}

void WriteQueue::setPatience(int milliseconds) {
    patience = milliseconds;
}

void WriteQueue::write(Work work, Then then, Waits waits) {
    auto task = std::make_shared<Task>(Task{.work = std::move(work), .then = std::move(then)});
    tasks_.push_back(task);
    std::unique_lock lock(mutex_);
    due_.push_back(task);
    wake_.notify_one();
    if (waits == Waits::Briefly)
        finished_.wait_for(lock, std::chrono::milliseconds(patience), [&] { return task->done; });
    const bool done = task->done;
    lock.unlock();
    if (done)
        deliver();
    else
        Q_EMIT late();
}

void WriteQueue::finish() {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [this] { return due_.empty(); });
}

std::optional<std::int64_t> WriteQueue::changeToken() {
    if (!tasks_.empty()) return std::nullopt;
    const std::scoped_lock lock(handle_);
    if (!project_) return std::nullopt;
    return project_->changeToken();
}

void WriteQueue::loop() {
    std::unique_lock lock(mutex_);
    while (true) {
        wake_.wait(lock, [this] { return stopping_ || !due_.empty(); });
        if (due_.empty()) return;
        const std::shared_ptr<Task> task = due_.front();
        lock.unlock();
        run(*task);
        lock.lock();
        task->done = true;
        due_.pop_front();
        finished_.notify_all();
        if (!stopping_) QMetaObject::invokeMethod(this, &WriteQueue::deliver, Qt::QueuedConnection);
    }
}

void WriteQueue::run(Task& task) {
    const std::scoped_lock lock(handle_);
    try {
        if (!project_) throw std::logic_error("nothing is open to write to");
        task.work(*project_);
    } catch (const Error& error) {
        task.error = error;
    } catch (const std::exception& failure) {
        log::error(failure.what());
        task.error = Error(ErrorCode::Internal, "project", failure.what(), "Please report it.");
    }
}

void WriteQueue::deliver() {
    while (!tasks_.empty()) {
        const std::shared_ptr<Task> task = tasks_.front();
        {
            const std::scoped_lock lock(mutex_);
            if (!task->done) return;
        }
        tasks_.pop_front();
        task->then(task->error ? &*task->error : nullptr);
        if (tasks_.empty()) Q_EMIT idle();
    }
}

}  // namespace segad::ui
