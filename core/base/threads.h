// How many threads this process computes with: set once, read by every room (LibTorch, OpenCV
// and XGBoost are told from here).
#pragma once

#include <cstddef>
#include <functional>

namespace segad {

/// Number of compute threads: what setThreadCount() said, else the processors this process may use.
/// Fewer on a thread inside a ThreadLimitScope.
int threadCount() noexcept;

/// Fixes the number for the whole process. Call it before the first computation; 0 means automatic.
void setThreadCount(int count) noexcept;

/// While it lives, threadCount() on the thread that made it is at most `limit`: for work that is itself one
/// of several items done side by side.
class ThreadLimitScope {
public:
    explicit ThreadLimitScope(int limit) noexcept;
    ~ThreadLimitScope();
    ThreadLimitScope(const ThreadLimitScope&) = delete;
    ThreadLimitScope& operator=(const ThreadLimitScope&) = delete;

private:
    int before_;
};

class SingleThreadScope : public ThreadLimitScope {
public:
    SingleThreadScope() noexcept : ThreadLimitScope(1) {}
};

/// Runs body(i) for i in [0, count) on up to threadCount() threads. The first exception (Cancelled
/// included) is rethrown here after all threads have stopped; no new i starts after it.
void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace segad
