// A folder that new pictures come into. A thread of its own looks through it again and again, and gives a
// picture once its size and time have not changed for a while. Private to the room.
//
// It looks instead of being told by the system (inotify): that is silent on network drives, loses events when
// it is flooded, and has to be set up anew for every folder that is removed and made again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "core/base/job.h"
#include "core/dataset/listing.h"
#include "core/workflow/inspection.h"
#include "core/workflow/picture_stream.h"

namespace segad {

class WatchedFolder : public PictureStream {
public:
    /// Files below the folder that are no parts.
    using NoPart = std::function<bool(const std::string& path)>;

    WatchedFolder(Path folder, const WatchOptions& options, const Shard& shard, JudgedBefore judgedBefore,
                  NoPart noPart = {});
    ~WatchedFolder() override;

    StreamState take(PictureFile& picture) override;
    bool giveBack(const PictureFile& picture) override;
    bool postpone(const PictureFile& picture) override;
    void done() override;
    bool isAway() const override { return whyAway().has_value(); }
    /// Absent while the folder can be looked through.
    std::optional<Error> whyAway() const;

    /// What should be said since the last call: the folder is away, it is back.
    std::vector<Error> messages();
    /// Files that were deleted before they could be judged.
    std::uint64_t vanished() const;
    std::uint64_t judgedBefore() const;
    /// Stops looking; take() gives End.
    void stop() noexcept;

private:
    using Clock = std::chrono::steady_clock;
    struct Seen {
        std::uint64_t bytes = 0;
        std::int64_t modifiedNs = 0;
        Clock::time_point since;  ///< of this size and time
        Clock::time_point there;  ///< last look that found it
        bool given = false;
        bool postponed = false;  ///< once, in this size and time
    };

    using SeenFiles = std::map<std::string, Seen, std::less<>>;

    void run();
    bool look();
    bool isSame(SeenFiles::const_iterator found, const PictureFile& picture) const;
    void requireDrive(const Listing& listing);
    void note(const PictureFile& picture, Clock::time_point now, std::vector<PictureFile>& ready);
    void forgetTheGone(Clock::time_point now);
    void sayAway(const Error& why);
    void sayProblems(const Listing& listing);
    bool isIdle(Clock::time_point looked) const;
    void countDone();
    double settleSeconds(const Seen& seen) const;

    const Path folder_;
    const WatchOptions options_;
    const Shard shard_;
    const JudgedBefore judgedBefore_;
    const NoPart noPart_;
    std::optional<std::uint64_t> drive_;  ///< that the folder was on when pictures were in it
    Job looking_;                         ///< stops a listing that is under way

    mutable std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    SeenFiles seen_;
    std::deque<PictureFile> ready_;
    std::vector<Error> messages_;
    std::set<std::string> told_;                 ///< problems inside the folder
    Clock::time_point lastNews_ = Clock::now();  ///< something came, or was done with
    std::size_t beingJudged_ = 0;                ///< were taken and are not done with
    std::uint64_t vanished_ = 0;
    std::uint64_t passed_ = 0;
    std::optional<Error> away_;
    bool ended_ = false;
    std::jthread thread_;
};

}  // namespace segad
