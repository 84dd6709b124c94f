// How many threads this process computes with: set once, read by every room (LibTorch, OpenCV,
// FAISS and XGBoost are told from here).
#pragma once

#include <cstddef>
#include <functional>

namespace segad {

/// Number of compute threads: what setThreadCount() said, else the processors this process may use.
/// 1 on a thread inside a SingleThreadScope.
int threadCount() noexcept;

/// Fixes the number for the whole process. Call it before the first computation; 0 means automatic.
void setThreadCount(int count) noexcept;

/// While it lives, threadCount() is 1 on the thread that made it: for work that is itself one of several
/// items done side by side.
class SingleThreadScope {
public:
    SingleThreadScope() noexcept;
    ~SingleThreadScope();
    SingleThreadScope(const SingleThreadScope&) = delete;
    SingleThreadScope& operator=(const SingleThreadScope&) = delete;
};

/// Runs body(i) for i in [0, count) on up to threadCount() threads. The first exception (Cancelled
/// included) is rethrown here after all threads have stopped; no new i starts after it.
void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace segad
