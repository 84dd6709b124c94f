#include "core/metric/goal.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/metric/cumulative.h"

namespace segad {

namespace {
/// Costs are compared in these units, so that equal ones are equal whatever order they were summed in.
constexpr double kUnits = 1e12;

std::int64_t inUnits(double cost) {
    return std::llround(std::min(cost, 1e6) * kUnits);
}

/// Where a threshold can lie: below this many of the distinct scores, ascending.
struct Cut {
    double threshold = 0;
    double missed = 0;    ///< share of the bad parts below it
    double rejected = 0;  ///< share of the good parts at or above it
    double below = 0;     ///< share of production below it
    std::uint64_t badBelow = 0;
    std::uint64_t goodAbove = 0;
};

std::vector<Cut> cutsOf(const ScoreSets& scores, double defectRate) {
    CumulativeCounts counts = cumulativeCounts(scores);
    std::ranges::reverse(counts);
    const auto good = static_cast<double>(scores.good.size());
    const auto bad = static_cast<double>(scores.bad.size());
    std::vector<Cut> cuts;
    for (std::size_t i = 0; i <= counts.size(); ++i) {
        const bool last = i == counts.size();
        const std::uint64_t goodAbove = last ? 0 : counts[i].falsePositives;
        const std::uint64_t badBelow = scores.bad.size() - (last ? 0 : counts[i].truePositives);
        Cut cut{.missed = static_cast<double>(badBelow) / bad,
                .rejected = static_cast<double>(goodAbove) / good,
                .badBelow = badBelow,
                .goodAbove = goodAbove};
        cut.below = (1 - defectRate) * (1 - cut.rejected) + defectRate * cut.missed;
        if (i == 0) {
            cut.threshold = counts[0].threshold;
        } else if (last) {
            // A finite one: what is worse than all that was ever seen should not be waved through.
            cut.threshold = std::nextafter(counts[i - 1].threshold, std::numeric_limits<double>::infinity());
        } else {
            const double middle = std::midpoint(counts[i - 1].threshold, counts[i].threshold);
            cut.threshold = middle > counts[i - 1].threshold ? middle : counts[i].threshold;
        }
        cuts.push_back(cut);
    }
    return cuts;
}

/// What a unit of each share counts in one rank of the order.
struct Weights {
    double missed = 0;
    double rejected = 0;
    double reviewed = 0;
};

/// First and second rank.
std::pair<Weights, Weights> weightsOf(const Goal& goal, double defectRate) {
    const Weights errors{.missed = 1, .rejected = 1};
    const Weights reviews{.reviewed = 1};
    if (goal.costs) {
        return {{.missed = defectRate * goal.costs->missed,
                 .rejected = (1 - defectRate) * goal.costs->rejected,
                 .reviewed = goal.costs->reviewed},
                errors};
    }
    const bool bothLimited = goal.maxMissed && goal.maxRejected;
    if (bothLimited || !goal.maxReviewed) return {reviews, errors};
    return {{.missed = goal.maxMissed ? 0.0 : 1.0, .rejected = goal.maxRejected ? 0.0 : 1.0}, reviews};
}

using Rank = std::pair<std::int64_t, std::int64_t>;

Rank operator+(const Rank& a, const Rank& b) {
    return {a.first + b.first, a.second + b.second};
}

/// The rank of a pair of cuts is the sum of what each of them adds.
struct Terms {
    std::vector<Rank> review;
    std::vector<Rank> reject;
};

Terms termsOf(const std::vector<Cut>& cuts, const std::pair<Weights, Weights>& weights) {
    Terms terms;
    for (const Cut& cut : cuts) {
        const Rank passed{inUnits(weights.first.reviewed * cut.below),
                          inUnits(weights.second.reviewed * cut.below)};
        terms.review.emplace_back(inUnits(weights.first.missed * cut.missed) - passed.first,
                                  inUnits(weights.second.missed * cut.missed) - passed.second);
        terms.reject.emplace_back(inUnits(weights.first.rejected * cut.rejected) + passed.first,
                                  inUnits(weights.second.rejected * cut.rejected) + passed.second);
    }
    return terms;
}

/// Cuts by their places: review ≤ most, reject ≥ least, and no more than `reviewed` between them.
struct Bounds {
    std::size_t mostReview = 0;
    std::size_t leastReject = 0;
    double reviewed = 1;
};

/// The best pair (review, reject) within the bounds; absent when too many parts lie between them everywhere.
std::optional<std::pair<std::size_t, std::size_t>> bestPair(const std::vector<Cut>& cuts, const Terms& terms,
                                                            const Bounds& bounds) {
    constexpr double kRounding = 1e-12;
    std::optional<std::pair<std::size_t, std::size_t>> best;
    Rank least;
    // Places of reject that may still be the best of the window, best first.
    std::deque<std::size_t> window;
    std::size_t next = bounds.leastReject;
    for (std::size_t review = 0; review <= bounds.mostReview; ++review) {
        while (next < cuts.size() && cuts[next].below - cuts[review].below <= bounds.reviewed + kRounding) {
            while (!window.empty() && terms.reject[next] < terms.reject[window.back()])
                window.pop_back();
            window.push_back(next++);
        }
        while (!window.empty() && window.front() < review)
            window.pop_front();
        if (window.empty()) continue;
        const Rank rank = terms.review[review] + terms.reject[window.front()];
        // Of equals the lower threshold: a missed part is the worse surprise.
        if (best && !(rank < least)) continue;
        best = {review, window.front()};
        least = rank;
    }
    return best;
}

std::uint64_t allowed(std::optional<double> limit, std::uint64_t total, const Goal& goal) {
    if (!limit) return total;
    if (goal.promise) return mostToPromise(total, *limit, goal.confidence).value_or(0);
    return static_cast<std::uint64_t>(std::floor(*limit * static_cast<double>(total) + 1e-9));
}

void requireShare(std::optional<double> share, const char* subject) {
    if (!share || (*share >= 0 && *share <= 1)) return;
    throw Error(ErrorCode::InvalidArgument, subject, "must be between 0 and 1",
                "Choose a share between 0 and 1.");
}

void requireSense(const Goal& goal) {
    requireShare(goal.maxMissed, "share of missed bad parts");
    requireShare(goal.maxRejected, "share of rejected good parts");
    requireShare(goal.maxReviewed, "share of reviewed parts");
    requireShare(goal.defectRate, "defect rate");
    if (!(goal.confidence > 0 && goal.confidence < 1)) {
        throw Error(ErrorCode::InvalidArgument, "confidence", "must lie between 0 and 1",
                    "Use 0.95 for one promise in twenty that may fail.");
    }
    if (!goal.costs) return;
    for (const double cost : {goal.costs->missed, goal.costs->rejected, goal.costs->reviewed}) {
        if (cost >= 0 && std::isfinite(cost)) continue;
        throw Error(ErrorCode::InvalidArgument, "costs", "must be finite and not negative",
                    "Give what a missed, a wrongly rejected and a reviewed part cost.");
    }
}

double defectRateOf(const ScoreSets& scores, const Goal& goal) {
    const auto bad = static_cast<double>(scores.bad.size());
    return goal.defectRate.value_or(bad / (bad + static_cast<double>(scores.good.size())));
}

VerdictCounts verdictsOf(const std::vector<double>& scores, double review, double reject) {
    VerdictCounts counts;
    for (const double score : scores)
        ++(score >= reject ? counts.reject : score >= review ? counts.review : counts.pass);
    return counts;
}

/// `upper` is the one-sided bound of the share.
void judge(GoalRate& rate, std::optional<double> limit, double upper, double confidence) {
    constexpr double kRounding = 1e-12;
    rate.limit = limit;
    if (!limit) return;
    rate.met = rate.share <= *limit + kRounding;
    rate.promised = upper <= *limit + kRounding;
    rate.needed = trialsToPromise(std::min(rate.share, 1.0), *limit, confidence);
    rate.leastNeeded = trialsToPromise(0, *limit, confidence);
}

GoalRate rateOf(std::uint64_t count, std::uint64_t total, std::optional<double> limit, double confidence) {
    GoalRate rate{.share = static_cast<double>(count) / static_cast<double>(total),
                  .interval = clopperPearson(count, total, confidence).value()};
    judge(rate, limit, upperBound(count, total, confidence), confidence);
    return rate;
}

GoalRate reviewedRate(const GoalThresholds& at, const Goal& goal) {
    const auto weighted = [&](double ofGood, double ofBad) {
        return (1 - at.defectRate) * ofGood + at.defectRate * ofBad;
    };
    const std::uint64_t good = at.good.total();
    const std::uint64_t bad = at.bad.total();
    const Interval ofGood = clopperPearson(at.good.review, good, goal.confidence).value();
    const Interval ofBad = clopperPearson(at.bad.review, bad, goal.confidence).value();
    GoalRate rate{.share = weighted(static_cast<double>(at.good.review) / static_cast<double>(good),
                                    static_cast<double>(at.bad.review) / static_cast<double>(bad)),
                  .interval = {weighted(ofGood.low, ofBad.low), weighted(ofGood.high, ofBad.high)}};
    judge(rate, goal.maxReviewed,
          weighted(upperBound(at.good.review, good, goal.confidence),
                   upperBound(at.bad.review, bad, goal.confidence)),
          goal.confidence);
    return rate;
}
}  // namespace

bool GoalThresholds::promised() const noexcept {
    const auto kept = [](const GoalRate& rate) { return !rate.limit || rate.promised; };
    return kept(missed) && kept(rejected) && kept(reviewed);
}

std::optional<GoalThresholds> judgeThresholds(const ScoreSets& scores, const Goal& goal, double review,
                                              double reject) {
    requireSense(goal);
    scores.requireFinite();
    if (!(review <= reject)) {
        throw Error(ErrorCode::InvalidArgument, "thresholds", "to reject must not be below that to review",
                    "Raise the threshold to reject or lower the one to review.");
    }
    if (!scores.bothPresent()) return std::nullopt;
    GoalThresholds at{.review = review,
                      .reject = reject,
                      .good = verdictsOf(scores.good, review, reject),
                      .bad = verdictsOf(scores.bad, review, reject),
                      .defectRate = defectRateOf(scores, goal)};
    at.missed = rateOf(at.bad.pass, scores.bad.size(), goal.maxMissed, goal.confidence);
    at.rejected = rateOf(at.good.reject, scores.good.size(), goal.maxRejected, goal.confidence);
    at.reviewed = reviewedRate(at, goal);
    if (goal.costs) {
        at.cost = at.defectRate * at.missed.share * goal.costs->missed +
                  (1 - at.defectRate) * at.rejected.share * goal.costs->rejected +
                  at.reviewed.share * goal.costs->reviewed;
    }
    return at;
}

std::optional<GoalThresholds> thresholdsFor(const ScoreSets& scores, const Goal& goal) {
    requireSense(goal);
    scores.requireFinite();
    if (!scores.bothPresent()) return std::nullopt;
    const double defectRate = defectRateOf(scores, goal);
    const std::vector<Cut> cuts = cutsOf(scores, defectRate);
    const std::uint64_t mayMiss = allowed(goal.maxMissed, scores.bad.size(), goal);
    const std::uint64_t mayReject = allowed(goal.maxRejected, scores.good.size(), goal);
    Bounds bounds{.reviewed = goal.maxReviewed.value_or(1)};
    if (goal.maxReviewed && goal.promise) {
        const std::uint64_t good = scores.good.size();
        bounds.reviewed =
            static_cast<double>(allowed(goal.maxReviewed, good, goal)) / static_cast<double>(good);
    }
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (cuts[i].badBelow <= mayMiss) bounds.mostReview = i;
    }
    while (cuts[bounds.leastReject].goodAbove > mayReject)
        ++bounds.leastReject;
    auto pair = bestPair(cuts, termsOf(cuts, weightsOf(goal, defectRate)), bounds);
    // Where too many would be reviewed, the two limits on errors hold and as few as possible are.
    if (!pair) pair = {bounds.mostReview, std::max(bounds.mostReview, bounds.leastReject)};
    return judgeThresholds(scores, goal, cuts[pair->first].threshold, cuts[pair->second].threshold);
}

}  // namespace segad
