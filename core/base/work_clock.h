// How long work takes, without the pauses in which it stood still.
//
// Work that measures its own time knows nothing of the gate in its way (pause_gate.h); the gate tells the
// clocks of its thread.
//
// Threads: made and asked on the thread that works.
#pragma once

#include <chrono>

namespace segad {

class WorkClock {
public:
    WorkClock();

    /// Since the clock was made.
    double seconds() const;

    /// The calling thread has stood still for so long: no clock of this thread counts it.
    static void leaveOut(double seconds) noexcept;

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    double leftOutBefore_;
};

}  // namespace segad
