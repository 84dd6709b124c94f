#include "core/workflow/watched_folder.h"

#include <algorithm>
#include <cerrno>

#include <sys/stat.h>

#include "core/workflow/natural_order.h"

namespace segad {

namespace {
using std::chrono::duration;
using std::chrono::milliseconds;

constexpr auto kTakeWait = milliseconds(50);
/// An empty file is one that somebody is about to write; it gets so much longer.
constexpr double kEmptyFactor = 10;
/// Looking takes at most a fifth of the time.
constexpr double kPausePerLook = 4;
constexpr double kLongestPause = 10;
/// A file that was given and then deleted is remembered for so long: its result may be on its way to the
/// store, which knows it from then on.
constexpr double kRememberSeconds = 60;
/// Of the problems inside the folder so many are told; they are mostly alike.
constexpr std::size_t kMostProblems = 100;

double secondsBetween(std::chrono::steady_clock::time_point a, std::chrono::steady_clock::time_point b) {
    return duration<double>(b - a).count();
}

bool isComplete(const Listing& listing) {
    return std::ranges::none_of(listing.findings,
                                [](const Finding& each) { return each.kind == FindingKind::Error; });
}
}  // namespace

WatchedFolder::WatchedFolder(Path folder, const WatchOptions& options, const Shard& shard,
                             JudgedBefore judgedBefore, NoPart noPart)
    : folder_(std::move(folder)),
      options_(options),
      shard_(shard),
      judgedBefore_(std::move(judgedBefore)),
      noPart_(std::move(noPart)),
      thread_([this] { run(); }) {}

WatchedFolder::~WatchedFolder() {
    stop();
}

void WatchedFolder::stop() noexcept {
    looking_.cancel();
    {
        const std::scoped_lock lock(mutex_);
        ended_ = true;
    }
    changed_.notify_all();
}

StreamState WatchedFolder::take(PictureFile& picture) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kTakeWait, [&] { return ended_ || (!ready_.empty() && !away_); });
    if (ended_) return StreamState::End;
    if (ready_.empty() || away_) return StreamState::Nothing;
    picture = std::move(ready_.front());
    ready_.pop_front();
    ++beingJudged_;
    return StreamState::Picture;
}

bool WatchedFolder::giveBack(const PictureFile& picture) {
    const std::scoped_lock lock(mutex_);
    countDone();
    const auto found = seen_.find(picture.path);
    if (!isSame(found, picture)) return true;  // a look has seen that there is another one
    PictureFile now = picture;
    statPicture(now);
    // Another picture, or one that is being written, or away: it has to settle from now on. Whether it is
    // gone for good is for a look to say that sees the whole folder.
    found->second = {.bytes = now.bytes,
                     .modifiedNs = now.modifiedNs,
                     .since = Clock::now(),
                     .there = found->second.there,
                     .postponed = found->second.postponed};
    return true;
}

bool WatchedFolder::postpone(const PictureFile& picture) {
    {
        const std::scoped_lock lock(mutex_);
        const auto found = seen_.find(picture.path);
        if (isSame(found, picture) && std::exchange(found->second.postponed, true)) return false;
    }
    return giveBack(picture);
}

void WatchedFolder::done() {
    const std::scoped_lock lock(mutex_);
    countDone();
}

void WatchedFolder::countDone() {
    --beingJudged_;
    lastNews_ = Clock::now();
}

bool WatchedFolder::isSame(SeenFiles::const_iterator found, const PictureFile& picture) const {
    return found != seen_.end() && found->second.bytes == picture.bytes &&
           found->second.modifiedNs == picture.modifiedNs;
}

std::optional<Error> WatchedFolder::whyAway() const {
    const std::scoped_lock lock(mutex_);
    return away_;
}

std::vector<Error> WatchedFolder::messages() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(messages_, {});
}

std::uint64_t WatchedFolder::vanished() const {
    const std::scoped_lock lock(mutex_);
    return vanished_;
}

std::uint64_t WatchedFolder::judgedBefore() const {
    const std::scoped_lock lock(mutex_);
    return passed_;
}

void WatchedFolder::run() {
    double pause = options_.pollSeconds;
    while (true) {
        const Clock::time_point begin = Clock::now();
        bool found = false;
        try {
            found = look();
        } catch (const Cancelled&) {
            return;
        } catch (const Error& error) {
            // A drive that hiccups, or a store that is locked for a moment: nothing is lost by looking again.
            sayAway(error);
        }
        const Clock::time_point end = Clock::now();
        const double usual = std::max(options_.pollSeconds, kPausePerLook * secondsBetween(begin, end));
        pause = found ? usual : std::min(kLongestPause, std::max(usual, pause * 2));
        std::unique_lock lock(mutex_);
        if (isIdle(begin)) ended_ = true;
        changed_.notify_all();
        if (changed_.wait_for(lock, duration<double>(pause), [&] { return ended_; })) return;
    }
}

bool WatchedFolder::look() {
    Listing listing = listFolder(folder_, looking_);
    requireDrive(listing);
    const Clock::time_point now = Clock::now();
    {
        const std::scoped_lock lock(mutex_);
        if (std::exchange(away_, {})) {
            lastNews_ = now;  // what would have come meanwhile comes from now on
            messages_.emplace_back(ErrorCode::Io, folder_.string(), "is there again",
                                   "Nothing needs to be done.");
        }
    }
    std::vector<PictureFile> ready;
    for (std::string& path : listing.pictures) {
        looking_.throwIfCancelled();
        if (!shard_.has(path) || (noPart_ && noPart_(path))) continue;
        PictureFile picture{.path = std::move(path)};
        picture.file = listing.file(picture.path);
        if (statPicture(picture)) note(picture, now, ready);
    }
    // The oldest first, as they were made.
    std::ranges::stable_sort(ready, [](const PictureFile& a, const PictureFile& b) {
        return a.modifiedNs != b.modifiedNs ? a.modifiedNs < b.modifiedNs : naturalLess(a.path, b.path);
    });
    for (PictureFile& picture : ready) {
        const bool known = judgedBefore_ && judgedBefore_(picture);
        const std::scoped_lock lock(mutex_);
        seen_[picture.path].given = true;
        passed_ += known ? 1 : 0;
        if (!known) {
            ready_.push_back(std::move(picture));
            lastNews_ = now;
            changed_.notify_all();
        }
    }
    sayProblems(listing);
    if (isComplete(listing)) forgetTheGone(now);
    return true;
}

/// A folder that a drive was mounted on is there without it, too, and empty. Nothing was deleted then.
void WatchedFolder::requireDrive(const Listing& listing) {
    struct stat info {};
    if (::stat(folder_.c_str(), &info) != 0) throw errorFromErrno(errno, folder_.string(), "read the folder");
    const auto drive = static_cast<std::uint64_t>(info.st_dev);
    if (!listing.pictures.empty()) drive_ = drive;
    if (drive_.value_or(drive) == drive) return;
    throw Error(ErrorCode::NotFound, folder_.string(), "is empty: its drive is not mounted",
                "Mount the drive again.");
}

void WatchedFolder::note(const PictureFile& picture, Clock::time_point now, std::vector<PictureFile>& ready) {
    const std::scoped_lock lock(mutex_);
    auto [entry, isNew] = seen_.try_emplace(picture.path);
    Seen& seen = entry->second;
    if (isNew || seen.bytes != picture.bytes || seen.modifiedNs != picture.modifiedNs) {
        seen = {.bytes = picture.bytes, .modifiedNs = picture.modifiedNs, .since = now, .there = now};
        lastNews_ = now;
    }
    seen.there = now;
    if (!seen.given && secondsBetween(seen.since, now) >= settleSeconds(seen)) ready.push_back(picture);
}

double WatchedFolder::settleSeconds(const Seen& seen) const {
    return seen.bytes > 0 ? options_.settleSeconds : options_.settleSeconds * kEmptyFactor;
}

void WatchedFolder::forgetTheGone(Clock::time_point now) {
    const std::scoped_lock lock(mutex_);
    std::erase_if(seen_, [&](const auto& entry) {
        const Seen& seen = entry.second;
        if (seen.there == now) return false;
        if (seen.given) return secondsBetween(seen.there, now) > kRememberSeconds;
        ++vanished_;
        return true;
    });
}

void WatchedFolder::sayAway(const Error& why) {
    const std::scoped_lock lock(mutex_);
    const bool known = away_.has_value();
    away_.emplace(why.code(), why.subject(), why.message() + "; waiting for it", why.remedy());
    if (!known) messages_.push_back(*away_);
}

void WatchedFolder::sayProblems(const Listing& listing) {
    const std::scoped_lock lock(mutex_);
    if (isComplete(listing)) told_.clear();
    for (const Finding& finding : listing.findings) {
        if (finding.kind != FindingKind::Error || told_.size() >= kMostProblems) continue;
        if (told_.insert(finding.path).second)
            messages_.emplace_back(ErrorCode::Io, finding.path, finding.message, finding.remedy);
    }
}

/// `looked`: when the last look began; what came since then, it may have missed.
bool WatchedFolder::isIdle(Clock::time_point looked) const {
    if (!options_.idleSeconds || !ready_.empty() || beingJudged_ > 0 || away_) return false;
    const bool settling = std::ranges::any_of(seen_, [](const auto& entry) { return !entry.second.given; });
    return !settling && secondsBetween(lastNews_, looked) >= *options_.idleSeconds;
}

}  // namespace segad
