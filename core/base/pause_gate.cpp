#include "core/base/pause_gate.h"

#include <algorithm>

#include "core/base/work_clock.h"

namespace segad {

void PauseGate::close() {
    const std::scoped_lock lock(mutex_);
    closed_ = true;
}

void PauseGate::open() {
    {
        const std::scoped_lock lock(mutex_);
        closed_ = false;
    }
    opened_.notify_all();
}

bool PauseGate::closed() const {
    const std::scoped_lock lock(mutex_);
    return closed_;
}

void PauseGate::pass(const std::function<void(bool standing)>& tell) {
    {
        const std::scoped_lock lock(mutex_);
        if (!closed_) return;
        standing_ = true;
        since_ = Clock::now();
    }
    if (tell) tell(true);
    {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, [this] { return !closed_; });
        standing_ = false;
        const Clock::duration stood = Clock::now() - since_;
        stood_ += stood;
        WorkClock::leaveOut(std::chrono::duration<double>(stood).count());
    }
    if (tell) tell(false);
}

double PauseGate::secondsStood() const {
    const std::scoped_lock lock(mutex_);
    const Clock::duration now = standing_ ? Clock::now() - since_ : Clock::duration{};
    return std::chrono::duration<double>(stood_ + now).count();
}

JobStatus withoutPauses(JobStatus status, double secondsStood) {
    const double all = status.secondsElapsed;
    status.secondsElapsed = std::max(0.0, all - secondsStood);
    // The estimate is proportional to the time it has taken so far.
    if (status.secondsRemaining && all > 0) *status.secondsRemaining *= status.secondsElapsed / all;
    return status;
}

}  // namespace segad
