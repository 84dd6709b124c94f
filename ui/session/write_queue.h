// Writes to the project file, one after another on a thread of their own, so that a locked project or a large
// step never holds up the window. What is quick, as a label is, is waited for: it is on disk before the click
// is answered.
//
// Life:    setProject() once, then write(). Destroying it finishes what is due; nobody is told any more.
// Threads: GUI thread, except finish(). The work runs on the queue's thread, on a handle of its own.
#pragma once

#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "core/project/project.h"

namespace segad::ui {

class WriteQueue : public QObject {
    Q_OBJECT

public:
    explicit WriteQueue(QObject* parent = nullptr);
    ~WriteQueue() override;

    /// The handle to write with; it is used by nobody else from now on.
    void setProject(Project project);

    /// Must copy what it needs; what it throws is what `Then` is told.
    using Work = std::function<void(Project&)>;
    /// On the GUI thread, in the order of the writes: null when all is on disk.
    using Then = std::function<void(const Error*)>;
    enum class Waits { Briefly, No };
    /// `Briefly`: when the file answers at once, `then` has been called when this returns. `No` is for what
    /// is known to take longer.
    void write(Work work, Then then, Waits waits = Waits::Briefly);

    /// Nothing is due and everybody has been told.
    bool isIdle() const { return tasks_.empty(); }
    /// Until all that was asked for is on disk, or was refused. Any thread.
    void finish();
    /// Of the handle that writes, so that it changes by others' work only; absent while something is written.
    std::optional<std::int64_t> changeToken();

    /// For how long write() waits; 30 ms at first. Tests are patient.
    static void setPatience(int milliseconds);

Q_SIGNALS:
    /// Something takes longer than one waits.
    void late();
    /// Nothing is due any more.
    void idle();

private:
    struct Task {
        Work work;
        Then then;
        std::optional<Error> error;
        bool done = false;  ///< guarded by mutex_
    };
    void loop();
    void run(Task& task);
    void deliver();

    std::deque<std::shared_ptr<Task>> tasks_;  ///< GUI thread: not yet told of
    std::mutex handle_;                        ///< guards the project
    std::optional<Project> project_;
    std::mutex mutex_;  ///< guards what follows
    std::condition_variable wake_;
    std::condition_variable finished_;
    std::deque<std::shared_ptr<Task>> due_;  ///< the one that is being written stays until it is done
    bool stopping_ = false;
    std::thread worker_;
};

}  // namespace segad::ui
