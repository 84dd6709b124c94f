// Why, in words: "wire: RD4AD's peak is higher than in 99.8 % of good parts"; and what a forest leans on over
// all parts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/workflow/ablation.h"
#include "core/workflow/part_explanation.h"

namespace segad {

/// The numbers of good parts that no detector has learned from, which a part is compared with. A session may
/// keep them as long as the forest and the labels stay.
struct GoodFeatures {
    RunId fit = 0;
    std::vector<FeatureColumn> columns;
    std::vector<std::vector<double>> values;  ///< of each column, ascending, missing ones left out
    std::size_t parts = 0;
};

/// Of the forest `fit`; 0 = the newest. Throws Error{NotFound} when there is none.
GoodFeatures goodFeatures(const Path& project, RunId fit, Job& job);

/// One segment under one detector, by the number that did most there.
struct PartReason {
    int segment = kWholePart;
    std::string segmentName;
    std::string detector;
    Statistic statistic = Statistic::ImageScore;
    double value = 0;    ///< what segment and detector together add to the margin
    double feature = 0;  ///< the number itself; NaN when it is missing
    double goodBelow =
        0;  ///< share of good parts with a smaller one, equal ones counting half; 0.5 when missing
    std::string sentence;
};

/// The cells that did most to the margin, in either direction, at most `most`; none when there are no good
/// parts.
std::vector<PartReason> reasonsFor(const PartExplanation& explanation, const GoodFeatures& good,
                                   std::size_t most = 3);

/// How much segments and detectors move the margins of parts that the forest has not learned from.
struct ForestUse {
    struct Share {
        std::string name;      ///< of a segment, a detector, or both: "wire under patchcore"
        double moved = 0;      ///< mean size of what it adds, in margin
        double separates = 0;  ///< mean on bad parts − mean on good ones; NaN without one of them
    };
    RunRecord fit;
    std::size_t parts = 0;
    std::vector<Share> cells;  ///< the largest first, as are the others
    std::vector<Share> segments;
    std::vector<Share> detectors;
};

/// Of the newest forest on its test parts. Throws Error{NotFound} without a forest or without scored test
/// parts.
ForestUse forestUse(const Path& project, Job& job);

/// What could go.
struct Droppable {
    std::string name;  ///< a detector, or a segment
    bool isDetector = false;
    double loss = 0;          ///< of AUROC; negative when it is better without
    double pValue = 1;        ///< of a paired test, median over the seeds
    double secondsSaved = 0;  ///< a part
    double shareSaved = 0;    ///< of the time that all detectors take
    std::string sentence;
};

/// The rows of an ablation that leave out one detector or segment from its first forest, the smallest loss
/// first.
std::vector<Droppable> droppable(const AblationReport& report);

}  // namespace segad
