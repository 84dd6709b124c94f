// What suggestions are worth on this project: a person who labels what is suggested against one who labels at
// random, played with the labels there are.
#pragma once

#include <cstddef>
#include <vector>

#include "core/metric/seed_stats.h"
#include "core/workflow/suggestions.h"

namespace segad {

struct SuggestionTrialOptions {
    int seeds = 10;          ///< repetitions, 1 to 10: the paper's seeds in their order
    std::size_t start = 10;  ///< good parts that are labelled before the first suggestion
    std::size_t batch = 5;   ///< labels between two suggestions
    std::size_t steps = 8;
    SuggestWeights weights;
    ForestOptions forest;
};

struct SuggestionTrialPoint {
    struct Arm {
        SeedStats auroc;     ///< on the held-out parts
        SeedStats badFound;  ///< bad parts among the labelled ones
    };
    std::size_t labels = 0;
    Arm suggested;
    Arm atRandom;
};

struct SuggestionTrial {
    std::size_t pool = 0;  ///< parts to choose from
    std::size_t good = 0;  ///< held out, the others
    std::size_t bad = 0;
    std::vector<SuggestionTrialPoint> points;  ///< the first before any suggestion
};

/// For each seed half of the counted parts of each label are held out to judge by; the forest learns from
/// what is labelled of the other half. As long as no bad part is labelled there is no forest, and the mean
/// rank of the detectors' image scores is judged. Throws Error{InvalidData} when there are fewer than ten
/// good and four bad parts that no detector has learned from.
SuggestionTrial trySuggestions(const LiveFeatures& features, const SuggestionTrialOptions& options, Job& job);

}  // namespace segad
