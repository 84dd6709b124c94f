// The parts behind a curve: which ones a threshold gets wrong.
#pragma once

#include <span>
#include <vector>

#include "core/project/project.h"

namespace segad {

/// A labelled part in a ranking.
struct RankedPart {
    PartId part = 0;
    Label label = Label::Unlabelled;
    double score = 0;
};

/// Those that a stored evaluation has ranked, with the labels and scores of today; parts that have gone are
/// left out. Throws Error{NotFound} when there is no such evaluation.
std::vector<RankedPart> rankedParts(const Project& project, EvaluationId evaluation);

/// What happens when everything at or above a threshold is called bad.
struct RankingErrors {
    std::vector<PartId> missed;    ///< bad parts below
    std::vector<PartId> rejected;  ///< good parts at or above
};

RankingErrors errorsAt(std::span<const RankedPart> parts, double threshold);

}  // namespace segad
