#include "core/base/threads.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <sched.h>

namespace segad {

namespace {
std::atomic<int> configuredThreads{0};
thread_local int threadLimit = 0;  ///< 0: none

int usableProcessors() noexcept {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof(set), &set) == 0) return std::max(1, CPU_COUNT(&set));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}
}  // namespace

int threadCount() noexcept {
    if (threadLimit == 1) return 1;
    const int configured = configuredThreads.load();
    const int count = configured > 0 ? configured : usableProcessors();
    return threadLimit > 0 ? std::min(threadLimit, count) : count;
}

void setThreadCount(int count) noexcept {
    configuredThreads.store(std::max(0, count));
}

ThreadLimitScope::ThreadLimitScope(int limit) noexcept : before_(threadLimit) {
    threadLimit = before_ > 0 ? std::min(before_, std::max(1, limit)) : std::max(1, limit);
}

ThreadLimitScope::~ThreadLimitScope() {
    threadLimit = before_;
}

void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body) {
    const std::size_t workers = std::min(count, static_cast<std::size_t>(threadCount()));
    if (workers <= 1) {
        for (std::size_t i = 0; i < count; ++i)
            body(i);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                body(i);
            } catch (...) {
                const std::scoped_lock lock(failureMutex);
                if (!failure) failure = std::current_exception();
                next = count;
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        for (std::size_t t = 1; t < workers; ++t)
            threads.emplace_back(work);
        work();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace segad
