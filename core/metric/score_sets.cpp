#include "core/metric/score_sets.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "core/base/error.h"

namespace segad {

ScoreSets ScoreSets::from(std::span<const double> scores, std::span<const std::uint8_t> isBad) {
    if (scores.size() != isBad.size()) {
        throw Error(ErrorCode::InvalidArgument, "labels", "their number differs from that of the scores",
                    "Give one label per score.");
    }
    ScoreSets sets;
    for (std::size_t i = 0; i < scores.size(); ++i)
        (isBad[i] != 0 ? sets.bad : sets.good).push_back(scores[i]);
    return sets;
}

void ScoreSets::requireFinite() const {
    for (const std::vector<double>& scores : {std::cref(good), std::cref(bad)}) {
        if (std::ranges::all_of(scores, [](double score) { return std::isfinite(score); })) continue;
        throw Error(ErrorCode::InvalidData, "scores", "one of them is not a finite number",
                    "Score the parts again; a detector gave an unusable result.");
    }
}

}  // namespace segad
