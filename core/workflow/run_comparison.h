// Which of two runs ranks the parts better that neither has learned from.
#pragma once

#include <optional>

#include "core/metric/intervals.h"
#include "core/metric/roc.h"
#include "core/project/project.h"

namespace segad {

/// One run's ranking of the common parts.
struct Ranking {
    std::optional<RocCurve> roc;  ///< both absent without good and bad parts
    std::optional<double> auroc;
};

struct RankingComparison {
    int good = 0;  ///< labelled parts that are test parts of both runs and scored by both
    int bad = 0;
    Ranking first;
    Ranking second;
    std::optional<AurocComparison> difference;  ///< paired (DeLong); absent with fewer than two of a kind
};

/// Which numbers of a run rank the parts.
struct RankedScores {
    RunId run = 0;
    bool mapMaxima = false;  ///< of its maps, instead of its image scores
};

/// By the labels and scores that are there now. Throws Error{NotFound} for a run that is not in the project.
RankingComparison compareRankings(const Project& project, RankedScores first, RankedScores second);

}  // namespace segad
