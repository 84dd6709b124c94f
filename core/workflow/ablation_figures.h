// Figures of one ranking, gathered over seeds. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/metric/score_sets.h"
#include "core/workflow/ablation.h"
#include "core/workflow/evaluation_figures.h"

namespace segad {

/// Of one seed.
struct RankingFigures {
    ScoreSets scores;
    std::optional<double> auroc;
    std::optional<double> averagePrecision;
    std::optional<double> fprAt95Tpr;
    std::optional<double> seen;
    std::optional<double> unseen;
    std::map<std::string, double> byType;
};

RankingFigures figuresOf(const TestSet& test, const ScoreOfPart& scores);

/// Mean and deviation over the seeds for which `pick` gives a figure.
template <class Pick>
SeedFigure overSeeds(const std::vector<RankingFigures>& seeds, const Pick& pick) {
    std::vector<double> values;
    for (const RankingFigures& figures : seeds) {
        if (const std::optional<double> value = pick(figures)) values.push_back(*value);
    }
    return seedStats(values);
}

}  // namespace segad
