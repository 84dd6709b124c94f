// One sitting of an inspection: takes what the judge hands out, in order, and brings it where it belongs.
// Private to the room.
//
// The order is: tell the caller, store, table, pictures, place. A crash between two of them loses nothing:
// the store says what is judged, and what comes after it is made up for when the inspection is continued.
#pragma once

#include <chrono>
#include <functional>
#include <limits>
#include <optional>
#include <queue>
#include <vector>

#include "core/workflow/inspection.h"
#include "core/workflow/inspector.h"
#include "core/workflow/picture_judging.h"
#include "core/workflow/results_table.h"

namespace segad {

class ListedPictures;
class WatchedFolder;

class InspectionSession {
public:
    /// `id` is an inspection of the store, new or to be continued.
    InspectionSession(const InspectionRequest& request, const Inspector& inspector, InspectionStore& store,
                      InspectionId id);

    /// Brings pictures to their places that were judged before a crash but not placed.
    void placeTheRest();
    /// Returns when all are judged. Throws Cancelled; what was judged before is stored then, too.
    void judgeListed(ListedPictures& pictures, Job& job);
    /// Returns when the folder has been idle for long enough, or the job is cancelled.
    void judgeWatched(WatchedFolder& pictures, Job& job);

    const InspectionRecord& totals() const noexcept { return totals_; }
    /// Fills in what the session has seen.
    void report(InspectionOutcome& outcome) const;

private:
    using Clock = std::chrono::steady_clock;

    /// Until the stream ends; `tick` is called between two pictures.
    void judgeAll(PictureStream& pictures, Job& job, const std::function<void()>& tick);
    void take(JudgedPicture judged);
    void flush();
    bool isFlushDue() const;
    void keepPictures();
    void wantHigherThan(std::optional<double> score);
    void place();

    const InspectionRequest& request_;
    const Inspector& inspector_;
    InspectionStore& store_;
    const InspectionId id_;
    const Path folder_;
    InspectionRecord totals_;
    std::optional<ResultsTable> table_;
    PictureJudge* judge_ = nullptr;

    std::vector<InspectionResult> waiting_;  // to be stored
    std::vector<std::optional<InspectionPicture>> waitingPictures_;
    /// Scores of the worst parts that were drawn, stored or not: only worse ones still have to be.
    std::priority_queue<double, std::vector<double>, std::greater<>> worst_;
    double lowestPicture_ = -std::numeric_limits<double>::infinity();
    Clock::time_point lastFlush_ = Clock::now();

    std::vector<InspectedPart> failed_;
    std::uint64_t known_ = 0;
    std::uint64_t remarked_ = 0;
    std::string firstRemark_;  ///< with the path of its part
    std::uint64_t vanished_ = 0;
    std::uint64_t judgedBefore_ = 0;
    StageSeconds stages_;
};

}  // namespace segad
