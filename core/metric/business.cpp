#include "core/metric/business.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/base/error.h"
#include "core/metric/confusion.h"
#include "core/metric/cumulative.h"

namespace segad {

namespace {
void requireShare(double value, const std::string& subject) {
    if (!(value >= 0 && value <= 1)) {
        throw Error(ErrorCode::InvalidArgument, subject, "must be between 0 and 1",
                    "Choose a share between 0 and 1.");
    }
}
}  // namespace

std::optional<Clearing> clearing(const ScoreSets& scores, double maxMissedShare) {
    requireShare(maxMissedShare, "share of missed bad parts");
    scores.requireFinite();
    if (!scores.bothPresent()) return std::nullopt;
    const auto bad = static_cast<double>(scores.bad.size());
    Clearing result;
    result.maxMissed = static_cast<std::uint64_t>(std::floor(maxMissedShare * bad + 1e-9));
    result.threshold = std::numeric_limits<double>::infinity();
    if (result.maxMissed < scores.bad.size()) {
        std::vector<double> ascending = scores.bad;
        const auto place = ascending.begin() + static_cast<std::ptrdiff_t>(result.maxMissed);
        std::ranges::nth_element(ascending, place);
        result.threshold = *place;
    }
    const Confusion at = confusionAt(scores, result.threshold);
    result.clearedShare = 1 - *at.falsePositiveRate();
    result.missed = at.falseNegatives;
    result.missedShare = static_cast<double>(at.falseNegatives) / bad;
    return result;
}

double recheckLoad(const Clearing& clearing, double defectRate) {
    requireShare(defectRate, "defect rate");
    return 1 - ((1 - defectRate) * clearing.clearedShare + defectRate * clearing.missedShare);
}

std::optional<CheapestThreshold> cheapestThreshold(const ScoreSets& scores, double costMiss,
                                                   double costReject) {
    if (!(costMiss >= 0 && costReject >= 0 && std::isfinite(costMiss) && std::isfinite(costReject))) {
        throw Error(ErrorCode::InvalidArgument, "costs", "must be finite and not negative",
                    "Give what a missed and what a wrongly rejected part cost.");
    }
    const CumulativeCounts counts = cumulativeCounts(scores);
    if (counts.empty()) return std::nullopt;
    const std::uint64_t bad = scores.bad.size();
    CheapestThreshold best{.threshold = std::numeric_limits<double>::infinity(),
                           .cost = costMiss * static_cast<double>(bad),
                           .missed = bad,
                           .rejected = 0};
    for (const CumulativeCount& count : counts) {
        const std::uint64_t missed = bad - count.truePositives;
        const double cost =
            costMiss * static_cast<double>(missed) + costReject * static_cast<double>(count.falsePositives);
        if (cost <= best.cost) best = {count.threshold, cost, missed, count.falsePositives};
    }
    return best;
}

}  // namespace segad
