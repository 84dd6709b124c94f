// What could go: detectors and segments that a forest could do without, at what loss, and how much faster
// inspection gets.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/metric/intervals.h"
#include "core/workflow/ablation.h"

namespace segad {

struct Droppable {
    std::string name;  ///< a detector, or a segment
    bool isDetector = false;
    double loss = 0;                   ///< of AUROC; negative when it is better without
    std::optional<Interval> interval;  ///< 95 %, paired (DeLong), median over the seeds
    double pValue = 1;                 ///< of the same test, likewise
    double secondsSaved = 0;           ///< a part, as measured when the parts were scored
    double shareSaved = 0;             ///< of the time that all detectors take
    std::string sentence;
};

/// The rows of an ablation that leave out one detector or segment from its first forest, the smallest loss
/// first.
std::vector<Droppable> droppable(const AblationReport& report);

struct DropReport {
    RunId run = 0;  ///< that keeps it
    std::string madeAt;
    int seeds = 0;
    int good = 0;  ///< test parts of the first seed
    int bad = 0;
    double secondsPerPart = 0;      ///< of all detectors together
    std::vector<Droppable> things;  ///< the smallest loss first; none with one detector and one segment
};

/// Forests like the newest one, each without one detector or one segment of it, over so many seeds (1 to 10),
/// judged on parts that they have not learned from; kept as an Evaluate run. Throws Error{NotFound} without a
/// forest, and what ablate() throws.
DropReport findDroppable(const Path& project, int seeds, Job& job);

/// What was found last for the forest `fit`, or one with the same kind, detectors and parameters. Absent when
/// nobody has looked.
std::optional<DropReport> lastDropReport(const Project& project, const RunRecord& fit);

}  // namespace segad
