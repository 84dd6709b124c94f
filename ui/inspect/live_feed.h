// Where the thread that inspects leaves what it has judged, and the window fetches it: as often as the window
// likes, and never more than it can show. Counts and the trend see every part; of the parts themselves only
// the last ones are kept, so that memory does not grow however far the window is behind.
//
// Threads: begin() and add() on the thread that inspects, take() on the GUI thread.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "ui/inspect/part_rate.h"
#include "ui/inspect/stored_line.h"

namespace segad::ui {

/// What has come since the last time.
struct LiveNews {
    std::optional<InspectionStart> started;
    std::shared_ptr<const StoredLine> before;  ///< with `started`: of an inspection that goes on
    InspectionRecord totals;
    std::vector<std::shared_ptr<const LivePart>> parts;  ///< the newest last; older ones may be left out
    std::vector<NumberedReading> readings;               ///< likewise
    TrendState trend = TrendState::Learning;
    std::optional<TrendBaseline> baseline;
    int learned = 0;
    double perMinute = 0;
    QString away;  ///< why the watched folder can't be reached; empty otherwise
};

class LiveFeed {
public:
    /// Parts that wait for the window at most.
    static constexpr std::size_t kMostParts = 60;
    static constexpr std::size_t kMostReadings = 400;

    /// Reads what was judged before, when the inspection goes on.
    void begin(const InspectionStart& start);
    void add(const InspectionView& view);
    void setAway(const std::optional<Error>& why);

    LiveNews take();
    /// The next parts show what is usual.
    void learnAnew();

private:
    std::mutex mutex_;  // guards everything
    LiveNews news_;
    std::deque<std::shared_ptr<const LivePart>> parts_;
    std::deque<NumberedReading> readings_;
    std::optional<ScoreTrend> trend_;
    PartRate rate_;
    qint64 count_ = 0;
};

}  // namespace segad::ui
