// Why, in words: "wire: RD4AD's peak is higher than in 99.8 % of good parts".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/job.h"
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

}  // namespace segad
