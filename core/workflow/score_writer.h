// Stores the results of scoring behind the back of the thread that scores. Private to the room.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

#include "core/detector/detector.h"
#include "core/project/project.h"

namespace segad {

/// Life:    create -> put, put, … -> finish. Destroyed without finish() (cancelled, failed) it still
///          stores what was put, so that a stopped scoring leaves a prefix to go on from.
/// Threads: put() and finish() from one thread; the writing happens on one of its own with a handle of
///          its own. At most kQueue results wait; put() blocks when they do.
class ScoreWriter {
public:
    /// Results of the d-th detector are stored under runs[d], but for parts of kept[d]: these stay as they
    /// are.
    ScoreWriter(Path project, std::vector<RunId> runs, std::vector<std::unordered_set<PartId>> kept);
    ~ScoreWriter();
    ScoreWriter(const ScoreWriter&) = delete;
    ScoreWriter& operator=(const ScoreWriter&) = delete;

    /// One part with one result per detector; `seconds` is the time all of them took together.
    /// Throws what the writing threw (Error{DiskFull}, …) as soon as that is known.
    void put(PartId part, std::vector<Scored> perDetector, double seconds);

    /// Returns when everything is stored; throws as put().
    void finish();

private:
    static constexpr std::size_t kQueue = 64;
    static constexpr std::size_t kBatch = 32;

    struct Item {
        PartId part = 0;
        std::vector<Scored> perDetector;
        double seconds = 0;
    };

    void loop();
    void store(Project& project, const std::vector<Item>& batch) const;

    Path file_;
    std::vector<RunId> runs_;
    std::vector<std::unordered_set<PartId>> kept_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable wake_;
    std::deque<Item> waiting_;
    bool closed_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace segad
