#include "core/workflow/cross_validation.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <unordered_set>

#include "core/base/threads.h"
#include "core/workflow/folds.h"

namespace segad {

namespace {
/// One forest of one fold, and what it may be asked about.
struct Member {
    std::vector<std::size_t> learned;  ///< indices into FitRows
    std::vector<std::size_t> asked;    ///< rows of the table
    std::vector<double> margins;       ///< of `asked`
};

Member memberOf(std::size_t fold, const std::vector<std::size_t>& foldOf,
                std::span<const std::size_t> fitGroups, std::span<const std::size_t> groupOf) {
    Member member;
    std::unordered_set<std::size_t> known;
    for (std::size_t i = 0; i < foldOf.size(); ++i) {
        if (foldOf[i] == fold) continue;
        member.learned.push_back(i);
        known.insert(fitGroups[i]);
    }
    // Not what the fold says but what was learned decides, so that no mistake in dealing can leak.
    for (std::size_t row = 0; row < groupOf.size(); ++row) {
        if (!known.contains(groupOf[row])) member.asked.push_back(row);
    }
    return member;
}

void learnAndScore(Member& member, const FeatureTable& table, const FitRows& fit,
                   const ForestOptions& options) {
    std::vector<std::size_t> rows;
    std::vector<std::uint8_t> labels;
    for (const std::size_t i : member.learned) {
        rows.push_back(fit.rows[i]);
        labels.push_back(fit.isBad[i]);
    }
    Job unseen;
    const Forest forest = Forest::fit(table.subset(rows), labels, options, unseen);
    if (!member.asked.empty()) member.margins = forest.score(table.subset(member.asked));
}

OutOfFold joined(const std::vector<Member>& members, std::size_t rows) {
    OutOfFold result{.margins = std::vector<double>(rows),
                     .deviations = std::vector<double>(rows),
                     .forests = std::vector<int>(rows)};
    const auto each = [&](const auto& add) {
        for (const Member& member : members) {
            for (std::size_t i = 0; i < member.asked.size(); ++i)
                add(member.asked[i], member.margins[i]);
        }
    };
    each([&](std::size_t row, double margin) {
        result.margins[row] += margin;
        ++result.forests[row];
    });
    for (std::size_t row = 0; row < rows; ++row) {
        if (result.forests[row] == 0) throw std::logic_error("a row that no forest may be asked about");
        result.margins[row] /= result.forests[row];
    }
    each([&](std::size_t row, double margin) {
        const double apart = margin - result.margins[row];
        result.deviations[row] += apart * apart;
    });
    for (std::size_t row = 0; row < rows; ++row)
        result.deviations[row] = std::sqrt(result.deviations[row] / result.forests[row]);
    return result;
}
}  // namespace

ForestOptions lighter(const ForestOptions& options, int trees) {
    ForestOptions light = options;
    light.params = findForestKind(options.kind).params.complete(options.params);
    const int perRound = std::max(1, trees / light.params.at("rounds").get<int>());
    light.params["parallel_trees"] = std::min(light.params.at("parallel_trees").get<int>(), perRound);
    return light;
}

ForestOptions quick(const ForestOptions& options) {
    ForestOptions own = options;
    if (!own.params.contains("tree_method")) own.params["tree_method"] = "exact";
    return own;
}

std::optional<OutOfFold> outOfFold(const FeatureTable& table, const FitRows& fit,
                                   std::span<const std::size_t> groupOf, const ForestOptions& options,
                                   const FoldPlan& plan, const Job& job) {
    if (groupOf.size() != table.rows()) {
        throw Error(ErrorCode::InvalidArgument, "groups",
                    "their number differs from that of the feature rows", "Give one group per row.");
    }
    std::vector<std::size_t> fitGroups;
    for (const std::size_t row : fit.rows)
        fitGroups.push_back(groupOf[row]);
    const GroupedRows grouped{.isBad = fit.isBad, .groupOf = fitGroups};
    const std::size_t folds = foldsFor(grouped);
    if (folds == 0) return std::nullopt;

    const auto repeats = static_cast<std::size_t>(std::max(1, plan.repeats));
    std::vector<Member> members;
    std::vector<std::uint64_t> seeds;
    for (std::size_t repeat = 0; repeat < repeats; ++repeat) {
        const std::vector<std::size_t> foldOf =
            dealGroups(grouped, folds, options.seed, "folds/" + std::to_string(repeat));
        for (std::size_t fold = 0; fold < folds; ++fold) {
            members.push_back(memberOf(fold, foldOf, fitGroups, groupOf));
            seeds.push_back(options.seed + repeat);
        }
    }
    const ForestOptions light = lighter(options, plan.trees);
    parallelFor(members.size(), [&](std::size_t i) {
        job.throwIfCancelled();
        ForestOptions own = light;
        own.seed = seeds[i];
        learnAndScore(members[i], table, fit, own);
    });
    OutOfFold result = joined(members, table.rows());
    result.folds = folds;
    result.repeats = static_cast<int>(repeats);
    return result;
}

}  // namespace segad
