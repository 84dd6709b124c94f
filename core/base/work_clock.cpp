#include "core/base/work_clock.h"

namespace segad {

namespace {
thread_local double leftOut = 0;
}  // namespace

WorkClock::WorkClock() : leftOutBefore_(leftOut) {}

double WorkClock::seconds() const {
    const std::chrono::duration<double> all = std::chrono::steady_clock::now() - begin_;
    return all.count() - (leftOut - leftOutBefore_);
}

void WorkClock::leaveOut(double seconds) noexcept {
    leftOut += seconds;
}

}  // namespace segad
