// A gate in the way of a job's work: while it is closed, the work stands still. Whoever runs a job puts it
// into the job's listener, which is called on the working thread with each report; so neither Job nor the
// work knows of pauses.
//
//   auto job = std::make_shared<Job>([&](const JobStatus& status) {
//       const double stood = gate.secondsStood();
//       gate.pass();
//       show(withoutPauses(status, stood));
//   });
//
// Work that holds something others need while it reports (the write lock of a project) must not be paused:
// its runner does not close the gate.
//
// Threads: all functions from any thread; pass() from the thread that works.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

#include "core/base/job.h"

namespace segad {

class PauseGate {
public:
    void close();
    /// Lets the work go on; also how a job is cancelled that stands still: cancel it, then open.
    void open();
    bool closed() const;

    /// Returns at once while the gate is open, else when it is opened. `tell` is called before and after
    /// standing still, with whether it does.
    void pass(const std::function<void(bool standing)>& tell = {});

    /// How long the work has stood still so far, all pauses together.
    double secondsStood() const;

private:
    using Clock = std::chrono::steady_clock;

    mutable std::mutex mutex_;
    std::condition_variable opened_;
    bool closed_ = false;
    bool standing_ = false;
    Clock::time_point since_{};
    Clock::duration stood_{};
};

/// The status of a job that has stood still for so long: neither the time elapsed nor what remains counts it.
JobStatus withoutPauses(JobStatus status, double secondsStood);

}  // namespace segad
