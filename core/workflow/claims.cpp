#include "core/workflow/claims.h"

#include <algorithm>

#include "core/metric/binomial.h"
#include "core/metric/intervals.h"
#include "core/workflow/number_words.h"

namespace segad {

namespace {
/// One bad part must be less than the 5 % that FPR@95TPR gives away.
constexpr std::size_t kBadForFpr = 20;
constexpr double kWide = 0.05;
}  // namespace

std::vector<std::string> claimWarnings(const ScoreSets& scores) {
    std::vector<std::string> warnings;
    const std::string bad = countText(scores.bad.size(), "bad test part", "bad test parts");
    const std::string good = countText(scores.good.size(), "good one", "good ones");
    const std::optional<DeLong> area = deLong(scores);
    if (!area) {
        warnings.push_back("With " + bad + " and " + good +
                           " there is no interval: the AUROC is an anecdote");
        return warnings;
    }
    const double half = (area->interval.high - area->interval.low) / 2;
    if (area->atLeast) {
        warnings.push_back("Every bad part outranks every good one, but " + bad +
                           " support no more than an AUROC of at least " + percentText(*area->atLeast));
    } else if (half > kWide) {
        warnings.push_back("With " + bad + " the AUROC is known to ± " + percentText(half) +
                           " only: models that differ by less can't be told apart");
    }
    if (scores.bad.size() < kBadForFpr) {
        warnings.push_back(
            "With " + bad +
            " FPR@95TPR says how the worst of them is ranked; that none is missed means at most " +
            percentText(upperBound(0, scores.bad.size())) + " are, with 95 % confidence");
    }
    return warnings;
}

}  // namespace segad
