#include "core/workflow/evaluation_figures.h"

#include <algorithm>

#include "core/metric/fpr_at_tpr.h"
#include "core/metric/intervals.h"
#include "core/metric/precision_recall.h"
#include "core/metric/roc.h"
#include "core/workflow/bad_groups.h"
#include "core/workflow/claims.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
/// JSON's null for an undefined figure.
Json orNull(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json breakdown(const TestSet& test, const ScoreOfPart& scores,
               const std::unordered_map<PartId, std::string>& groupOf) {
    Json all = Json::object();
    for (const GroupFigures& group : figuresByGroup(test, scores, groupOf)) {
        all[group.name] = {{"bad", group.bad.size()},
                           {"auroc", orNull(group.auroc)},
                           {"auroc_ci95", group.interval ? Json::array({group.interval->interval.low,
                                                                        group.interval->interval.high})
                                                         : Json(nullptr)},
                           {"fpr_at_95tpr", orNull(group.fprAt95Tpr)}};
    }
    return all;
}

/// Only where the dataset has defects that were kept out of training.
void addSeenUnseen(Json& extra, const TestSet& test, const ScoreOfPart& scores) {
    std::unordered_map<PartId, std::string> groups;
    bool anyUnseen = false;
    for (const PartRecord& part : test.parts) {
        groups[part.id] = part.unseenDefect ? "unseen" : "seen";
        anyUnseen = anyUnseen || part.unseenDefect;
    }
    if (!anyUnseen) return;
    const Json figures = breakdown(test, scores, groups);
    for (const auto& [group, figure] : figures.items())
        extra[group] = figure;
}

void addFigures(EvaluationRecord& record, const ScoreSets& sets) {
    record.good = static_cast<int>(sets.good.size());
    record.bad = static_cast<int>(sets.bad.size());
    record.auroc = auroc(sets);
    if (const std::optional<DeLong> interval = deLong(sets)) {
        record.aurocLow = interval->interval.low;
        record.aurocHigh = interval->interval.high;
        if (interval->atLeast) record.extra["auroc_at_least"] = *interval->atLeast;
    }
    record.averagePrecision = averagePrecision(sets);
    if (const std::optional<F1Max> best = f1Max(sets)) {
        record.f1Max = best->f1;
        record.f1Threshold = best->threshold;
    }
    if (const std::optional<FprAtTpr> fpr = fprAtTprQuantile(sets))
        record.fprAt95Tpr = fpr->falsePositiveRate;
    if (const std::optional<FprAtTpr> fpr = fprAtTprRoc(sets))
        record.extra["fpr_at_95tpr_roc"] = fpr->falsePositiveRate;
    record.extra["aupr_trapezoid"] = orNull(auprTrapezoid(sets));
}
}  // namespace

TestSet TestSet::ofRun(const Project& project, const RunRecord& run) {
    TestSet test;
    for (PartRecord& part : rolesOfRun(project, run).with(Role::Test)) {
        if (part.label != Label::Unlabelled) test.parts.push_back(std::move(part));
    }
    return test;
}

std::size_t TestSet::good() const {
    return static_cast<std::size_t>(std::ranges::count(parts, Label::Good, &PartRecord::label));
}

void addIntervals(Json& extra, const ScoreSets& sets, Job& job) {
    constexpr int kReplicates = 1000;
    const std::vector<std::pair<std::string, ScoreMetric>> metrics{
        {"average_precision", averagePrecision},
        {"f1_max",
         [](const ScoreSets& drawn) {
             const std::optional<F1Max> best = f1Max(drawn);
             return best ? std::optional(best->f1) : std::nullopt;
         }},
        {"fpr_at_95tpr", [](const ScoreSets& drawn) {
             const std::optional<FprAtTpr> fpr = fprAtTprQuantile(drawn);
             return fpr ? std::optional(fpr->falsePositiveRate) : std::nullopt;
         }}};
    for (const auto& [name, metric] : metrics) {
        Job::Stage stage(job, 1.0 / static_cast<double>(metrics.size()), "Intervals");
        if (const auto interval = bootstrap(sets, metric, "boot/" + name, stage.job(), kReplicates))
            extra[name + "_ci95"] = {interval->interval.low, interval->interval.high};
    }
}

ScoreSets scoreSets(const TestSet& test, const ScoreOfPart& scores) {
    ScoreSets sets;
    for (const PartRecord& part : test.parts) {
        if (const auto score = scores.find(part.id); score != scores.end())
            (part.label == Label::Bad ? sets.bad : sets.good).push_back(score->second);
    }
    return sets;
}

JudgedRanking rank(const TestSet& test, const ScoreOfPart& scores,
                   const std::map<std::string, std::unordered_map<PartId, std::string>>& groups) {
    JudgedRanking ranking;
    const ScoreSets sets = scoreSets(test, scores);
    addFigures(ranking.record, sets);
    Json& extra = ranking.record.extra;
    addSeenUnseen(extra, test, scores);
    for (const auto& [name, groupOf] : groups)
        extra["by_" + name] = breakdown(test, scores, groupOf);
    const std::size_t missing = test.parts.size() - sets.good.size() - sets.bad.size();
    if (missing > 0) extra["parts_without_score"] = missing;
    if (const std::vector<std::string> warnings = claimWarnings(sets); !warnings.empty())
        extra["warnings"] = warnings;
    if (const std::optional<RocCurve> curve = rocCurve(sets)) {
        for (const RocPoint& point : curve->points) {
            ranking.roc.push_back({.threshold = point.threshold,
                                   .falsePositiveRate = point.falsePositiveRate,
                                   .truePositiveRate = point.truePositiveRate});
        }
    }
    return ranking;
}

}  // namespace segad
