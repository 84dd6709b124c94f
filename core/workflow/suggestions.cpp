#include "core/workflow/suggestions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_set>

#include "core/forest/feature_names.h"
#include "core/metric/goal.h"
#include "core/workflow/disagreement.h"
#include "core/workflow/part_distances.h"

namespace segad {

namespace {
/// A part much nearer than this to one that was chosen teaches nothing new beside it; of the unlabelled
/// parts' usual distance to their nearest neighbour, on which it scales.
constexpr double kNear = 1;

struct Rows {
    std::vector<std::size_t> candidates;
    std::vector<std::size_t> labelled;
};

Rows sorted(const LiveFeatures& features, std::span<const Label> labels) {
    Rows rows;
    std::unordered_set<std::size_t> taken;
    for (std::size_t row = 0; row < labels.size(); ++row) {
        if (labels[row] == Label::Unlabelled) continue;
        rows.labelled.push_back(row);
        taken.insert(features.parts[row].picture);
    }
    for (std::size_t row = 0; row < labels.size(); ++row) {
        const LivePart& part = features.parts[row];
        if (labels[row] != Label::Unlabelled || part.generated) continue;
        if (taken.insert(part.picture).second) rows.candidates.push_back(row);
    }
    return rows;
}

/// 0…1 by order; equal numbers have equal ranks.
std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<double> ascending = values;
    std::ranges::sort(ascending);
    std::vector<double> ranks;
    ranks.reserve(values.size());
    for (const double value : values)
        ranks.push_back(rankAmong(ascending, value) / 100);
    return ranks;
}

/// The mean rank of the detectors' image scores.
std::vector<double> byImageScores(const LiveFeatures& features, const std::vector<std::size_t>& candidates) {
    std::vector<double> mean(candidates.size());
    for (std::size_t column = 0; column < features.table.columns().size(); ++column) {
        const auto name = parseFeatureName(features.table.columns()[column]);
        if (!name || name->statistic != Statistic::ImageScore) continue;
        std::vector<double> scores;
        scores.reserve(candidates.size());
        for (const std::size_t row : candidates)
            scores.push_back(features.table.row(row)[column]);
        const std::vector<double> ranks = ranksOf(scores);
        for (std::size_t i = 0; i < mean.size(); ++i)
            mean[i] += ranks[i];
    }
    return mean;
}

std::pair<double, double> thresholdsOf(const LiveForest& live, const SuggestOptions& options) {
    if (options.thresholds) return *options.thresholds;
    if (const std::optional<GoalThresholds> best = thresholdsFor(live.counted, {}))
        return {best->review, best->reject};
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    return {unknown, unknown};
}

struct Ranks {
    std::vector<double> disagreement;
    std::vector<double> closeness;
    std::vector<double> suspicion;
    std::vector<double> novelty;
};

Ranks ranksOf(const LiveFeatures& features, const LiveForest& live, const Rows& rows,
              const PartDistances& distances, const SuggestOptions& options) {
    const std::size_t count = rows.candidates.size();
    Ranks ranks{.disagreement = std::vector<double>(count), .closeness = std::vector<double>(count)};
    ranks.novelty = rows.labelled.empty() ? std::vector<double>(count)
                                          : ranksOf(distances.toNearest(rows.candidates, rows.labelled));
    if (live.parts.empty()) {
        ranks.suspicion = ranksOf(byImageScores(features, rows.candidates));
        return ranks;
    }
    const auto [review, reject] = thresholdsOf(live, options);
    std::vector<double> apart;
    std::vector<double> near;
    std::vector<double> margins;
    for (const std::size_t row : rows.candidates) {
        const double margin = live.parts[row].margin;
        apart.push_back(live.parts[row].deviation);
        near.push_back(-std::min(std::abs(margin - review), std::abs(margin - reject)));
        margins.push_back(margin);
    }
    ranks.disagreement = ranksOf(apart);
    if (!std::isnan(review)) ranks.closeness = ranksOf(near);
    ranks.suspicion = ranksOf(margins);
    return ranks;
}

/// The term that lifts the part furthest above what it would have by chance.
std::string reasonOf(const Suggestion& suggestion) {
    struct Term {
        double rank;
        const char* words;
    };
    const std::array<Term, 4> terms{{
        {suggestion.closeness, "its score lies close to a threshold"},
        {suggestion.disagreement, "the forests disagree about it"},
        {suggestion.suspicion, suggestion.margin ? "it scores higher than most unlabelled parts"
                                                 : "the detectors find it more unusual than most"},
        {suggestion.novelty, "it is unlike every labelled part"},
    }};
    return std::ranges::max_element(terms, {}, &Term::rank)->words;
}

std::vector<Suggestion> described(const LiveFeatures& features, const LiveForest& live, const Rows& rows,
                                  const Ranks& ranks, const SuggestWeights& weights) {
    const bool forest = !live.parts.empty();
    const double total =
        weights.suspicion + weights.novelty + (forest ? weights.disagreement + weights.closeness : 0);
    std::vector<Suggestion> all;
    for (std::size_t i = 0; i < rows.candidates.size(); ++i) {
        const std::size_t row = rows.candidates[i];
        Suggestion one{.part = features.table.partIds()[row],
                       .path = features.parts[row].path,
                       .disagreement = ranks.disagreement[i],
                       .closeness = ranks.closeness[i],
                       .suspicion = ranks.suspicion[i],
                       .novelty = ranks.novelty[i]};
        if (forest) one.margin = live.parts[row].margin;
        one.usefulness = (weights.disagreement * one.disagreement + weights.closeness * one.closeness +
                          weights.suspicion * one.suspicion + weights.novelty * one.novelty) /
                         total;
        one.reason = reasonOf(one);
        all.push_back(std::move(one));
    }
    return all;
}

/// One after another, each discounted by its nearness to those before; indices into `all`.
std::vector<std::size_t> chosen(const std::vector<Suggestion>& all, const Rows& rows,
                                const PartDistances& distances, const SuggestOptions& options, Job& job) {
    std::vector<double> worth;
    worth.reserve(all.size());
    for (const Suggestion& one : all)
        worth.push_back(one.usefulness);
    std::vector<std::size_t> batch;
    std::vector<bool> gone(all.size());
    const double reach = kNear * options.weights.diversity;
    while (batch.size() < std::min(options.count, all.size())) {
        job.progress(batch.size(), options.count);
        std::size_t best = all.size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!gone[i] && (best == all.size() || worth[i] > worth[best])) best = i;
        }
        gone[best] = true;
        batch.push_back(best);
        if (reach == 0) continue;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const double apart = distances.distance(rows.candidates[i], rows.candidates[best]) / reach;
            worth[i] *= 1 - std::exp(-apart * apart);
        }
    }
    return batch;
}

void requireWeights(const SuggestWeights& weights) {
    const std::array terms{weights.disagreement, weights.closeness, weights.suspicion, weights.novelty};
    const bool valid = std::ranges::all_of(terms, [](double w) { return w >= 0 && std::isfinite(w); }) &&
                       weights.diversity >= 0 && weights.suspicion + weights.novelty > 0;
    if (valid) return;
    throw Error(ErrorCode::InvalidArgument, "weights",
                "must not be negative, and suspicion or novelty must count", "Use the defaults.");
}
}  // namespace

std::vector<Suggestion> suggestParts(const LiveFeatures& features, std::span<const Label> labels,
                                     const LiveForest& live, const SuggestOptions& options, Job& job) {
    requireWeights(options.weights);
    if (labels.size() != features.table.rows() ||
        (!live.parts.empty() && live.parts.size() != labels.size())) {
        throw Error(ErrorCode::InvalidArgument, "labels", "are not those of the feature rows",
                    "Fit the live forest with these features and labels.");
    }
    const Rows rows = sorted(features, labels);
    if (rows.candidates.empty()) return {};
    const PartDistances distances(features.table);
    job.throwIfCancelled();
    const Ranks ranks = ranksOf(features, live, rows, distances, options);
    const std::vector<Suggestion> all = described(features, live, rows, ranks, options.weights);
    std::vector<Suggestion> batch;
    for (const std::size_t i : chosen(all, rows, distances, options, job))
        batch.push_back(all[i]);
    return batch;
}

}  // namespace segad
