#include "core/base/job.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <utility>

namespace segad {

namespace {
using Clock = std::chrono::steady_clock;
constexpr auto kListenerInterval = std::chrono::milliseconds(50);
/// Below this an extrapolation says more about the first file than about the job.
constexpr double kMinFractionForEta = 0.01;
constexpr double kMinSecondsForEta = 0.5;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}
}  // namespace

struct Job::Root {
    std::atomic<bool> cancelled{false};
    Listener onProgress;
    WarningListener onWarning;
    Clock::time_point start = Clock::now();
    Clock::time_point lastCall{};
    std::vector<Error> warnings;
    mutable std::mutex mutex;  // guards status
    JobStatus status;
};

Job::Job() : Job(Listener{}) {}

Job::Job(Listener onProgress, WarningListener onWarning) : root_(std::make_shared<Root>()) {
    root_->onProgress = std::move(onProgress);
    root_->onWarning = std::move(onWarning);
}

Job::Job(Job& parent, double share, std::string name)
    : root_(parent.root_),
      name_(std::move(name)),
      begin_(parent.begin_ + parent.width_ * parent.consumed_),
      width_(parent.width_ * std::clamp(share, 0.0, 1.0 - parent.consumed_)) {}

Job::~Job() = default;

void Job::cancel() noexcept {
    root_->cancelled.store(true, std::memory_order_relaxed);
}

bool Job::cancelled() const noexcept {
    return root_->cancelled.load(std::memory_order_relaxed);
}

void Job::throwIfCancelled() const {
    if (cancelled()) throw Cancelled{};
}

void Job::progress(std::uint64_t done, std::uint64_t total, std::string_view what) {
    throwIfCancelled();
    const double own =
        total == 0 ? 0.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
    report(consumed_ + (1.0 - consumed_) * own, done, total, what);
}

void Job::report(double localFraction, std::uint64_t done, std::uint64_t total, std::string_view what) {
    JobStatus copy;
    const auto now = Clock::now();
    {
        const std::scoped_lock lock(root_->mutex);
        JobStatus& status = root_->status;
        status.fraction = std::max(status.fraction, std::min(1.0, begin_ + width_ * localFraction));
        status.done = done;
        status.total = total;
        if (what.empty()) {
            status.what = name_;
        } else {
            status.what = name_.empty() ? std::string(what) : name_ + " — " + std::string(what);
        }
        status.secondsElapsed = secondsSince(root_->start);
        if (status.fraction >= kMinFractionForEta && status.secondsElapsed >= kMinSecondsForEta) {
            status.secondsRemaining = status.secondsElapsed * (1.0 - status.fraction) / status.fraction;
        }
        if (!root_->onProgress) return;
        const bool last = total != 0 && done == total;
        if (!last && now - root_->lastCall < kListenerInterval) return;
        root_->lastCall = now;
        copy = status;
    }
    root_->onProgress(copy);
}

void Job::warn(const Error& error) {
    root_->warnings.push_back(error);
    if (root_->onWarning) root_->onWarning(error);
}

const std::vector<Error>& Job::warnings() const noexcept {
    return root_->warnings;
}

JobStatus Job::status() const {
    const std::scoped_lock lock(root_->mutex);
    JobStatus copy = root_->status;
    copy.secondsElapsed = secondsSince(root_->start);
    return copy;
}

Job::Stage::Stage(Job& parent, double share, std::string name)
    : job_(new Job(parent, share, std::move(name))),
      parent_(parent),
      share_(share),
      exceptionsAtStart_(std::uncaught_exceptions()) {
    parent.throwIfCancelled();
    job_->report(0, 0, 0, {});
}

Job::Stage::~Stage() {
    if (std::uncaught_exceptions() > exceptionsAtStart_) return;
    parent_.consumed_ = std::min(1.0, parent_.consumed_ + share_);
    const std::scoped_lock lock(job_->root_->mutex);
    JobStatus& status = job_->root_->status;
    status.fraction = std::max(status.fraction, std::min(1.0, job_->begin_ + job_->width_));
}

}  // namespace segad
