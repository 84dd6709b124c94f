// Does the items of a series on several threads ahead of whoever consumes the results in order: decoding
// and computing one part while the one before it is being stored.
//
// Each item runs on one thread alone (SingleThreadScope): with as many items under way as there are
// processors, threads inside an item would only wait for each other.
//
// Threads: next() from one thread; `work` is called from several and outlives nothing it captures.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/threads.h"

namespace segad {

template <class Result>
class WorkAhead {
public:
    /// `work(i)` for i in [0, count). At most `ahead` results are under way or waiting (0: one more than
    /// there are threads).
    WorkAhead(std::size_t count, std::function<Result(std::size_t)> work, std::size_t ahead = 0)
        : count_(count), work_(std::move(work)) {
        const auto threads = std::min(count, static_cast<std::size_t>(threadCount()));
        slots_.resize(ahead > 0 ? ahead : threads + 1);
        for (std::size_t t = 0; t < threads; ++t)
            threads_.emplace_back([this] { run(); });
    }

    /// Waits for items that are under way; the others are never begun.
    ~WorkAhead() {
        {
            const std::scoped_lock lock(mutex_);
            stopping_ = true;
        }
        room_.notify_all();
        threads_.clear();
    }
    WorkAhead(const WorkAhead&) = delete;
    WorkAhead& operator=(const WorkAhead&) = delete;

    bool hasNext() const noexcept { return handedOut_ < count_; }
    /// Number of the item next() will give.
    std::size_t nextIndex() const noexcept { return handedOut_; }

    /// The next result in order. Rethrows what `work` threw for it; the items after it can still be had.
    Result next() {
        if (!hasNext()) throw std::logic_error("no item is left");
        Slot taken;
        {
            std::unique_lock lock(mutex_);
            Slot& slot = slots_[handedOut_ % slots_.size()];
            ready_.wait(lock, [&] { return slot.result.has_value() || slot.failure; });
            taken = std::exchange(slot, {});
            ++handedOut_;
        }
        room_.notify_all();
        if (taken.failure) std::rethrow_exception(taken.failure);
        return std::move(*taken.result);
    }

private:
    struct Slot {
        std::optional<Result> result;
        std::exception_ptr failure;
    };

    void run() {
        const SingleThreadScope alone;
        std::unique_lock lock(mutex_);
        while (true) {
            room_.wait(lock,
                       [&] { return stopping_ || begun_ == count_ || begun_ < handedOut_ + slots_.size(); });
            if (stopping_ || begun_ == count_) return;
            const std::size_t item = begun_++;
            lock.unlock();
            Slot done;
            try {
                done.result.emplace(work_(item));
            } catch (...) {
                done.failure = std::current_exception();
            }
            lock.lock();
            slots_[item % slots_.size()] = std::move(done);
            ready_.notify_all();
        }
    }

    const std::size_t count_;
    const std::function<Result(std::size_t)> work_;
    std::mutex mutex_;
    std::condition_variable room_;   ///< a slot was emptied, or the end
    std::condition_variable ready_;  ///< a slot was filled
    std::vector<Slot> slots_;        ///< item n is in slot n mod size
    std::size_t begun_ = 0;
    std::size_t handedOut_ = 0;
    bool stopping_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace segad
