// A Job is how a long operation reports progress and learns that it should stop.
//
// The work takes a Job& and knows nothing of threads: it calls progress() and throwIfCancelled()
// often enough (at least every 100 ms or every part). Stages nest: a stage maps its own 0…total onto
// its share of the stage above it, so that one bar and one remaining time cover the whole.
//
//   void importFolder(const Path& dir, Job& job) {
//       { Job::Stage listing(job, 0.1, "Listing files"); … listing.job().progress(i, n); }
//       { Job::Stage hashing(job, 0.9, "Reading images"); … }
//   }
//
// Threads: progress(), throwIfCancelled() and warn() from the thread that does the work; cancel()
// and status() from any thread. The listener runs on the working thread, at most every 50 ms.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace segad {

/// What a listener sees. All fields describe the whole job; `what` names the innermost stage.
struct JobStatus {
    double fraction = 0;      ///< 0…1 of the whole job, never falls
    std::string what;         ///< e.g. "Scoring — part 31 of 200"
    std::uint64_t done = 0;   ///< units done in the innermost stage
    std::uint64_t total = 0;  ///< units in the innermost stage, 0 when unknown
    double secondsElapsed = 0;
    std::optional<double> secondsRemaining;  ///< absent until there is something to estimate from
};

class Job {
public:
    using Listener = std::function<void(const JobStatus&)>;
    using WarningListener = std::function<void(const Error&)>;

    /// A job nobody watches; it can still be cancelled.
    Job();
    explicit Job(Listener onProgress, WarningListener onWarning = {});
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    /// Asks the work to stop. Safe from any thread and from a signal handler.
    void cancel() noexcept;
    bool cancelled() const noexcept;

    /// Throws Cancelled once cancel() was called.
    void throwIfCancelled() const;

    /// `done` of `total` units of this stage are finished. Also throws Cancelled like the above.
    void progress(std::uint64_t done, std::uint64_t total, std::string_view what = {});

    /// Something failed for one subject (a part, a file) and the rest goes on. Kept in warnings().
    void warn(const Error& error);
    const std::vector<Error>& warnings() const noexcept;

    JobStatus status() const;

    /// A part of the work above it. `share` is its part (0…1) of that work; shares of siblings
    /// should add up to 1. Ending the stage normally completes its share.
    class Stage {
    public:
        Stage(Job& parent, double share, std::string name);
        ~Stage();
        Stage(const Stage&) = delete;
        Stage& operator=(const Stage&) = delete;
        Job& job() noexcept { return *job_; }

    private:
        std::unique_ptr<Job> job_;
        Job& parent_;
        double share_;
        int exceptionsAtStart_;
    };

private:
    struct Root;
    Job(Job& parent, double share, std::string name);
    void report(double localFraction, std::uint64_t done, std::uint64_t total, std::string_view what);

    std::shared_ptr<Root> root_;
    std::string name_;
    double begin_ = 0;     ///< where this stage starts in the whole, 0…1
    double width_ = 1;     ///< how much of the whole it is
    double consumed_ = 0;  ///< local fraction finished by earlier child stages
};

}  // namespace segad
