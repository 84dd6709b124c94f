#include "core/workflow/inspection_session.h"

#include <limits>
#include <utility>

#include "core/base/threads.h"
#include "core/base/work_ahead.h"
#include "core/workflow/listed_pictures.h"
#include "core/workflow/number_words.h"
#include "core/workflow/placed_pictures.h"
#include "core/workflow/watched_folder.h"

namespace segad {

namespace {
constexpr std::size_t kStoredTogether = 64;
constexpr double kSecondsUntilStored = 0.5;
constexpr std::size_t kPlacedTogether = 256;
/// Pictures that are judged while others are stored: nobody waits for a disk that takes a tenth of a second.
constexpr std::size_t kWaitingForTheDisk = 8;

void sayPostponed(const std::string& path, Job& job) {
    job.warn(Error(ErrorCode::Io, path, "can't be read for the moment and is tried once more later",
                   "Nothing needs to be done."));
}

void count(InspectionRecord& totals, const InspectedPart& part) {
    ++totals.parts;
    totals.pass += part.verdict == Verdict::Pass ? 1 : 0;
    totals.review += part.verdict == Verdict::Review ? 1 : 0;
    totals.reject += part.verdict == Verdict::Reject ? 1 : 0;
    totals.failed += part.verdict ? 0 : 1;
}
}  // namespace

InspectionSession::InspectionSession(const InspectionRequest& request, const Inspector& inspector,
                                     InspectionStore& store, InspectionId id)
    : request_(request),
      inspector_(inspector),
      store_(store),
      id_(id),
      folder_(request.folder),
      totals_(store.find(id).value()) {
    if (!request.csv.empty()) table_.emplace(request.csv, store, id);
}

void InspectionSession::placeTheRest() {
    if (request_.placing == Placing::Leave) return;
    std::int64_t after = 0;
    while (true) {
        const std::vector<InspectionResult> results = store_.unplaced(id_, after, kPlacedTogether);
        if (results.empty()) return;
        std::vector<InspectionStore::Place> places;
        for (const InspectionResult& result : results) {
            std::string place = placePicture(result, folder_, request_.placeIn, request_.placing);
            if (!place.empty()) places.push_back({.result = result.id, .place = std::move(place)});
        }
        store_.setPlaced(places);
        after = results.back().id;
    }
}

void InspectionSession::judgeListed(ListedPictures& pictures, Job& job) {
    std::uint64_t before = static_cast<std::uint64_t>(totals_.parts);
    const auto tick = [&] {
        const std::uint64_t judged = static_cast<std::uint64_t>(totals_.parts) - before;
        job.progress(std::min<std::uint64_t>(judged + pictures.judgedBefore(), pictures.size()),
                     pictures.size());
    };
    judgeAll(pictures, job, tick);
    if (pictures.beginAgain()) judgeAll(pictures, job, tick);
    judgedBefore_ = pictures.judgedBefore();
}

void InspectionSession::judgeWatched(WatchedFolder& pictures, Job& job) {
    bool away = false;
    try {
        judgeAll(pictures, job, [&] {
            for (const Error& message : pictures.messages())
                job.warn(message);
            if (const std::optional<Error> why = pictures.whyAway();
                why.has_value() != std::exchange(away, why.has_value()) && request_.away)
                request_.away(why);
            job.progress(static_cast<std::uint64_t>(totals_.parts), 0);
        });
    } catch (const Cancelled&) {
        // Being stopped is how a watch ends.
    }
    vanished_ = pictures.vanished();
    judgedBefore_ = pictures.judgedBefore();
}

void InspectionSession::judgeAll(PictureStream& pictures, Job& job, const std::function<void()>& tick) {
    PictureJudge judge(inspector_, pictures, request_);
    judge_ = &judge;
    wantHigherThan(store_.lowestPicture(id_));
    judge.setLowestPicture(lowestPicture_);
    WorkAhead<JudgedPicture> ahead(
        std::numeric_limits<std::size_t>::max(), [&](std::size_t turn) { return judge.judge(turn); },
        request_.ahead > 0 ? request_.ahead : static_cast<std::size_t>(threadCount()) + kWaitingForTheDisk);
    struct Stop {
        PictureJudge& judge;
        ~Stop() { judge.stop(); }
    } const stop{judge};  // before `ahead` waits for what is under way
    try {
        while (true) {
            tick();
            JudgedPicture judged = ahead.next();
            if (judged.kind == JudgedPicture::Kind::End) break;
            if (judged.hiccup && (judged.postponed || judged.kind == JudgedPicture::Kind::Part))
                job.warn(*judged.hiccup);
            if (judged.postponed) sayPostponed(judged.picture.path, job);
            if (judged.kind == JudgedPicture::Kind::Part) {
                take(std::move(judged));
                pictures.done();
            }
            if (isFlushDue()) flush();
        }
    } catch (const Cancelled&) {
        flush();
        throw;
    }
    flush();
}

void InspectionSession::take(JudgedPicture judged) {
    const InspectedPart& part = judged.result.part;
    count(totals_, part);
    if (!part.verdict && failed_.size() < InspectionOutcome::kMostFailuresTold) failed_.push_back(part);
    known_ += judged.known ? 1 : 0;
    if (!part.remark.empty()) {
        if (remarked_++ == 0) firstRemark_ = "'" + part.path + "' " + part.remark;
    }
    stages_.decode += judged.seconds.decode;
    stages_.score += judged.seconds.score;
    stages_.decide += judged.seconds.decide;
    if (request_.judged) {
        const Judgement& judgement = judged.judgement;
        request_.judged({.result = judged.result,
                         .totals = totals_,
                         .file = judged.picture.file,
                         .rgb = judged.rgb,
                         .map = judgement.map ? &*judgement.map : nullptr,
                         .range = judgement.range,
                         .segments = judgement.segments ? &*judgement.segments : nullptr,
                         .topSegment = judgement.topSegment});
    }
    if (judged.jpegs) {
        worst_.push(judged.result.part.score);
        if (worst_.size() > InspectionStore::kPictures) worst_.pop();
        if (worst_.size() == InspectionStore::kPictures) wantHigherThan(worst_.top());
    }
    waiting_.push_back(std::move(judged.result));
    waitingPictures_.push_back(std::move(judged.jpegs));
}

void InspectionSession::wantHigherThan(std::optional<double> score) {
    if (!score || *score <= lowestPicture_) return;
    lowestPicture_ = *score;
    judge_->setLowestPicture(*score);
}

bool InspectionSession::isFlushDue() const {
    if (waiting_.empty()) return false;
    return waiting_.size() >= kStoredTogether ||
           std::chrono::duration<double>(Clock::now() - lastFlush_).count() >= kSecondsUntilStored;
}

void InspectionSession::flush() {
    lastFlush_ = Clock::now();
    if (waiting_.empty()) return;
    store_.add(id_, waiting_);
    if (table_) table_->append(waiting_);
    keepPictures();
    place();
    waiting_.clear();
    waitingPictures_.clear();
}

void InspectionSession::keepPictures() {
    std::vector<InspectionStore::Kept> kept;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        if (!waitingPictures_[i] || waiting_[i].part.score < lowestPicture_) continue;
        kept.push_back({.result = waiting_[i].id, .picture = std::move(*waitingPictures_[i])});
    }
    if (kept.empty()) return;
    store_.putPictures(id_, kept);
    wantHigherThan(store_.lowestPicture(id_));
}

void InspectionSession::place() {
    if (request_.placing == Placing::Leave) return;
    std::vector<InspectionStore::Place> places;
    for (const InspectionResult& result : waiting_) {
        std::string place = placePicture(result, folder_, request_.placeIn, request_.placing);
        if (!place.empty()) places.push_back({.result = result.id, .place = std::move(place)});
    }
    store_.setPlaced(places);
}

void InspectionSession::report(InspectionOutcome& outcome) const {
    outcome.totals = totals_;
    outcome.failed = failed_;
    outcome.judgedBefore = judgedBefore_;
    outcome.vanished = vanished_;
    outcome.stages = stages_;
    if (remarked_ > 0) {
        outcome.notes.push_back(countText(remarked_, "picture has", "pictures have") +
                                " another size than those the model comes from: " + firstRemark_);
    }
    if (known_ > 0) {
        outcome.notes.push_back(
            countText(known_, "picture was", "pictures were") +
            " learned from: such verdicts come from memory and say nothing about new parts");
    }
}

}  // namespace segad
