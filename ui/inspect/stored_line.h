// What a line shows of an inspection that was made before: after a restart, and before it goes on.
//
// Threads: made on any, then never changed.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/workflow/score_trend.h"
#include "ui/inspect/live_part.h"

namespace segad::ui {

/// A reading of the trend with the part it belongs to.
struct NumberedReading {
    qint64 number = 0;  ///< LivePart::number
    std::optional<Verdict> verdict;
    TrendReading reading;
};

/// What the usual of this model is remembered under on this machine. A package has a name of its own; a
/// project's verdicts change with what judges.
QString baselineKey(const InspectionStart& start);

struct StoredLine {
    InspectionStart start;                               ///< as far as it is stored
    std::vector<std::shared_ptr<const LivePart>> parts;  ///< the last ones, the newest last; without pictures
    std::vector<NumberedReading> readings;
    ScoreTrend trend;  ///< after the last part
};

/// The last parts and the trend of an inspection; absent: of the newest that has parts. Null when there is
/// none, when it has no part, and when it can't be read. Blocks.
std::shared_ptr<const StoredLine> readStoredLine(const Path& store,
                                                 std::optional<InspectionId> inspection = {});

}  // namespace segad::ui
