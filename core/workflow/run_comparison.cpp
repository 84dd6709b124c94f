#include "core/workflow/run_comparison.h"

#include <unordered_map>

namespace segad {

namespace {
/// Scores of the run's test parts.
std::unordered_map<PartId, double> testScores(const Project& project, RankedScores ranked) {
    const RunId id = ranked.run;
    const std::optional<RunRecord> run = project.runs().find(id);
    if (!run) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(id), "is not in the project",
                    "List the runs there are: segad runs list " + toUtf8(project.file()) + ".");
    }
    std::unordered_map<PartId, double> scores;
    if (run->snapshot == 0) return scores;
    for (const ScoreRecord& score : project.runs().scores(id)) {
        if (!ranked.mapMaxima || score.mapMax)
            scores.emplace(score.part, ranked.mapMaxima ? *score.mapMax : score.imageScore);
    }
    std::unordered_map<PartId, double> ofTestParts;
    for (const RolePair& pair : project.runs().snapshot(run->snapshot)) {
        const auto score = scores.find(pair.part);
        if (pair.role == Role::Test && score != scores.end()) ofTestParts.insert(*score);
    }
    return ofTestParts;
}

Ranking rankingOf(const ScoreSets& scores) {
    return {.roc = rocCurve(scores), .auroc = auroc(scores)};
}
}  // namespace

RankingComparison compareRankings(const Project& project, RankedScores first, RankedScores second) {
    const auto ofFirst = testScores(project, first);
    const auto ofSecond = testScores(project, second);
    ScoreSets a;
    ScoreSets b;
    for (const PartRecord& part : project.parts().all()) {
        const auto one = ofFirst.find(part.id);
        const auto other = ofSecond.find(part.id);
        if (one == ofFirst.end() || other == ofSecond.end() || part.label == Label::Unlabelled) continue;
        const bool bad = part.label == Label::Bad;
        (bad ? a.bad : a.good).push_back(one->second);
        (bad ? b.bad : b.good).push_back(other->second);
    }
    return {.good = static_cast<int>(a.good.size()),
            .bad = static_cast<int>(a.bad.size()),
            .first = rankingOf(a),
            .second = rankingOf(b),
            .difference = compareAuroc(a, b)};
}

}  // namespace segad
