#include "core/workflow/ablation_figures.h"

#include "core/metric/fpr_at_tpr.h"
#include "core/metric/precision_recall.h"
#include "core/metric/roc.h"

namespace segad {

RankingFigures figuresOf(const TestSet& test, const ScoreOfPart& scores) {
    RankingFigures figures{.scores = scoreSets(test, scores)};
    const ScoreSets& sets = figures.scores;
    figures.auroc = auroc(sets);
    figures.averagePrecision = averagePrecision(sets);
    if (const std::optional<FprAtTpr> fpr = fprAtTprQuantile(sets))
        figures.fprAt95Tpr = fpr->falsePositiveRate;
    std::map<bool, std::vector<double>> byNovelty;
    std::map<std::string, std::vector<double>> byType;
    for (const PartRecord& part : test.parts) {
        const auto score = scores.find(part.id);
        if (part.label != Label::Bad || score == scores.end()) continue;
        byNovelty[part.unseenDefect].push_back(score->second);
        if (!part.defectType.empty()) byType[part.defectType].push_back(score->second);
    }
    const auto against = [&](std::vector<double>& bad) {
        return auroc({.good = sets.good, .bad = std::move(bad)});
    };
    // Where none is marked as unseen there is nothing to tell apart.
    if (byNovelty.contains(true)) {
        figures.unseen = against(byNovelty[true]);
        figures.seen = against(byNovelty[false]);
    }
    for (auto& [type, bad] : byType) {
        if (const std::optional<double> area = against(bad)) figures.byType[type] = *area;
    }
    return figures;
}

}  // namespace segad
