#include "core/workflow/judged_scorers.h"

#include <algorithm>

#include "core/workflow/detector_scoring.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
bool usesRun(const RunRecord& fit, RunId run) {
    return std::ranges::count(fit.inputs, run) > 0;
}

JudgedScorer judgedOn(const Project& project, const RunRecord& run, const RunRecord& owner,
                      std::vector<RunRecord> detectors) {
    JudgedScorer scorer{.run = run, .detectors = std::move(detectors)};
    const RoleTable roles = rolesOfRun(project, owner);
    for (std::size_t i = 0; i < roles.parts.size(); ++i) {
        const PartRecord& part = roles.parts[i];
        if (roles.roles[i] == Role::Test && part.label != Label::Unlabelled)
            scorer.test.parts.push_back(part);
        if (roles.roles[i] == Role::Fit && part.label == Label::Bad && !part.defectType.empty())
            scorer.learnedTypes.insert(part.defectType);
    }
    return scorer;
}
}  // namespace

std::vector<JudgedScorer> scorersToJudge(const Project& project) {
    const std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit);
    std::vector<JudgedScorer> judged;
    for (const RunRecord& run : newestTrainings(project)) {
        if (project.runs().scores(run.id).empty()) continue;
        const RunRecord& owner = fit && usesRun(*fit, run.id) ? *fit : run;
        judged.push_back(judgedOn(project, run, owner, {run}));
    }
    if (fit) judged.push_back(judgedOn(project, *fit, *fit, inputsOfFit(project, *fit).detectors));
    if (judged.empty()) {
        throw Error(
            ErrorCode::NotFound, project.file().string(), "has no scores to judge",
            "Train a detector first: segad train " + project.file().string() + " --detector patchcore.");
    }
    return judged;
}

std::string nameOf(const JudgedScorer& scorer) {
    if (scorer.run.kind == RunKind::Train) return scorer.run.subject;
    return forestName(scorer.run.subject, scorer.detectors);
}

TestSet testSetOf(const Project& project, const EvaluationRecord& evaluation) {
    std::optional<RunRecord> owner;  // the newest forest of that time when it uses the run, else the run
    for (const RunRecord& run : project.runs().all()) {
        const bool before = run.id < evaluation.run && run.outcome == RunOutcome::Done;
        if (run.id == evaluation.scoredBy && !owner) owner = run;
        if (run.kind == RunKind::Fit && before) owner = run;
    }
    if (!owner) return {};
    if (owner->id != evaluation.scoredBy && !usesRun(*owner, evaluation.scoredBy))
        owner = project.runs().find(evaluation.scoredBy);
    return owner ? TestSet::ofRun(project, *owner) : TestSet{};
}

ScoreOfPart scoresOf(const Project& project, RunId run, bool byMapMaximum) {
    ScoreOfPart scores;
    for (const ScoreRecord& score : project.runs().scores(run)) {
        if (!byMapMaximum) {
            scores[score.part] = score.imageScore;
        } else if (score.mapMax) {
            scores[score.part] = *score.mapMax;
        }
    }
    return scores;
}

}  // namespace segad
