#include "core/workflow/threshold_goal.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/workflow/detector_scoring.h"
#include "core/workflow/forest_fitting.h"
#include "core/workflow/number_words.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
RunRecord runToJudge(const Project& project, RunId id) {
    if (id != 0) {
        const std::optional<RunRecord> run = project.runs().find(id);
        if (run && (run->kind == RunKind::Fit || run->kind == RunKind::Train)) return *run;
        throw Error(
            run ? ErrorCode::InvalidArgument : ErrorCode::NotFound, "run " + std::to_string(id),
            run ? "scores no parts" : "is not in the project",
            "Choose a training or a forest that 'segad runs list " + project.file().string() + "' shows.");
    }
    if (std::optional<RunRecord> fit = project.runs().latest(RunKind::Fit)) return *fit;
    const std::vector<RunRecord> trainings = newestTrainings(project);
    if (!trainings.empty()) return *std::ranges::max_element(trainings, {}, &RunRecord::id);
    throw Error(ErrorCode::NotFound, project.file().string(), "has nothing that scores parts",
                "Train a detector first: segad train " + project.file().string() + ".");
}

/// Parts whose scores under the run come from somebody who had not seen them.
std::unordered_set<PartId> honestParts(const Project& project, const RunRecord& run, JudgedParts wanted) {
    const bool forest = run.kind == RunKind::Fit;
    const bool outOfFold = run.params.value(kOutOfFoldParam, false);
    std::unordered_set<PartId> honest;
    if (run.snapshot == 0) return honest;
    for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
        const bool test = pair.role == Role::Test;
        // A detector has not learned from what calibrates it, nor has the one that scored a fold from that.
        const bool learned =
            forest ? (pair.role == Role::Calibrate || pair.role == Role::Fit) && outOfFold
                   : pair.role == Role::Calibrate || (pair.role == Role::Fit && pair.fold.has_value());
        if ((test && wanted != JudgedParts::Learned) || (learned && wanted != JudgedParts::Test))
            honest.insert(pair.part);
    }
    return honest;
}

void requireBoth(const ScoreSets& scores) {
    if (scores.bothPresent()) return;
    throw Error(ErrorCode::InvalidData, "labelled parts",
                "there are " + std::to_string(scores.good.size()) + " good and " +
                    std::to_string(scores.bad.size()) + " bad ones to judge thresholds by",
                "Label some parts good and some bad, and fit the forest again.");
}

Json goalJson(const Goal& goal) {
    const auto number = [](std::optional<double> value) { return value ? Json(*value) : Json(nullptr); };
    Json json{{"max_missed", number(goal.maxMissed)},
              {"max_rejected", number(goal.maxRejected)},
              {"max_reviewed", number(goal.maxReviewed)},
              {"defect_rate", number(goal.defectRate)},
              {"promise", goal.promise},
              {"confidence", goal.confidence}};
    if (goal.costs) {
        json["costs"] = {{"missed", goal.costs->missed},
                         {"rejected", goal.costs->rejected},
                         {"reviewed", goal.costs->reviewed}};
    }
    return json;
}

/// "Goal: at most 1 % of bad parts missed, at most 5 % reviewed, least cost"; "" without one.
std::string goalText(const Goal& goal) {
    std::string text;
    const auto add = [&](const std::string& wish) { text += (text.empty() ? "Goal: " : ", ") + wish; };
    if (goal.maxMissed) add("at most " + percentText(*goal.maxMissed) + " of bad parts missed");
    if (goal.maxRejected) add("at most " + percentText(*goal.maxRejected) + " of good parts rejected");
    if (goal.maxReviewed) add("at most " + percentText(*goal.maxReviewed) + " of all parts reviewed");
    if (goal.costs) add("least cost");
    if (!text.empty() && goal.promise) text += ", with " + percentText(goal.confidence) + " confidence";
    return text;
}

std::string rangeText(const Interval& interval) {
    return percentText(interval.low) + " to " + percentText(interval.high);
}

/// What nobody will ever label is no help to be told.
constexpr std::uint64_t kMostParts = 10'000;

std::string promiseText(const GoalRate& rate, const Goal& goal, const std::string& parts, std::uint64_t now) {
    if (!rate.limit) return "";
    const std::string limit = percentText(*rate.limit);
    if (!rate.met) return "; that is more than " + limit;
    if (rate.promised)
        return "; at most " + limit + " can be promised with " + percentText(goal.confidence) + " confidence";
    const std::string cant = "; at most " + limit + " holds here but can't be promised: ";
    if (rate.needed && *rate.needed > now && *rate.needed <= kMostParts) {
        return cant + "that takes about " + std::to_string(*rate.needed - now) + " more labelled " + parts +
               " like these";
    }
    if (rate.leastNeeded) {
        return cant + "the share seen is too near to it; without a single case that takes " +
               std::to_string(*rate.leastNeeded) + " labelled " + parts;
    }
    return cant + "no number of parts proves that something never happens";
}

std::string reasonText(const Goal& goal, const GoalThresholds& judged, bool byHand) {
    std::string text = byHand ? std::string("Set by hand") : goalText(goal);
    if (text.empty()) text = "Goal: fewest errors";
    text += ". On " + countText(judged.good.total(), "good", "good") + " and " +
            countText(judged.bad.total(), "bad part", "bad parts") + " scored by what had not seen them:";
    for (const std::string& sentence : sentencesOn(judged, goal))
        text += " " + sentence + ".";
    return text;
}

ThresholdReport reportOn(RunScores judgedRun, const Goal& goal, const GoalThresholds& judged) {
    ThresholdReport report{
        .run = std::move(judgedRun.run), .judged = judged, .notes = std::move(judgedRun.notes)};
    if (!goal.defectRate) {
        report.notes.push_back("Shares of production are weighted as if " + percentText(judged.defectRate) +
                               " of it were bad, as among these parts; say how many really are");
    }
    return report;
}
}  // namespace

RunScores judgedScores(const Project& project, RunId id, JudgedParts parts) {
    RunScores judged{.run = runToJudge(project, id)};
    const std::unordered_set<PartId> honest = honestParts(project, judged.run, parts);
    std::unordered_set<std::string> pictures;
    std::unordered_map<PartId, double> scores;
    for (const ScoreRecord& score : project.runs().scores(judged.run.id))
        scores[score.part] = score.imageScore;
    for (const PartRecord& part : project.parts().all({.generated = false})) {
        const auto score = scores.find(part.id);
        if (score == scores.end() || !honest.contains(part.id) || part.label == Label::Unlabelled) continue;
        if (!part.sha256.empty() && !pictures.insert(part.sha256).second) continue;
        (part.label == Label::Bad ? judged.scores.bad : judged.scores.good).push_back(score->second);
        judged.parts.push_back({.part = part.id, .label = part.label, .score = score->second});
    }
    if (judged.run.kind == RunKind::Fit && parts != JudgedParts::Test &&
        !judged.run.params.value(kOutOfFoldParam, false)) {
        judged.notes.emplace_back(
            "The parts this forest has learned from are left out, since it has no out-of-fold scores of "
            "them; "
            "fit it again");
    }
    if (parts != JudgedParts::Learned) {
        judged.notes.emplace_back(
            "Test parts are among those the thresholds were chosen on: how well the "
            "thresholds do on them is no independent claim");
    }
    return judged;
}

std::vector<std::string> sentencesOn(const GoalThresholds& judged, const Goal& goal) {
    const bool all = !goal.maxMissed && !goal.maxRejected && !goal.maxReviewed;
    std::vector<std::string> sentences;
    if (all || goal.maxMissed) {
        sentences.push_back(std::to_string(judged.bad.pass) + " of " +
                            countText(judged.bad.total(), "bad part", "bad parts") + " missed (" +
                            rangeText(judged.missed.interval) + ")" +
                            promiseText(judged.missed, goal, "bad parts", judged.bad.total()));
    }
    if (all || goal.maxRejected) {
        sentences.push_back(std::to_string(judged.good.reject) + " of " +
                            countText(judged.good.total(), "good part", "good parts") + " rejected (" +
                            rangeText(judged.rejected.interval) + ")" +
                            promiseText(judged.rejected, goal, "good parts", judged.good.total()));
    }
    if (all || goal.maxReviewed) {
        sentences.push_back(percentText(judged.reviewed.share) + " of production reviewed (" +
                            rangeText(judged.reviewed.interval) + ")" +
                            promiseText(judged.reviewed, goal, "good parts", judged.good.total()));
    }
    return sentences;
}

ThresholdReport setThresholds(const ThresholdRequest& request, Job& job) {
    Project project = Project::open(request.project, !request.store);
    RunScores scored = judgedScores(project, request.run, request.parts);
    requireBoth(scored.scores);
    job.throwIfCancelled();
    const GoalThresholds judged =
        (request.byHand
             ? judgeThresholds(scored.scores, request.goal, request.byHand->first, request.byHand->second)
             : thresholdsFor(scored.scores, request.goal))
            .value();
    ThresholdReport report = reportOn(std::move(scored), request.goal, judged);
    report.thresholds = {.run = report.run.id,
                         .review = judged.review,
                         .reject = judged.reject,
                         .reason = reasonText(request.goal, judged, request.byHand.has_value()),
                         .setBy = request.setBy};
    if (!request.store) return report;
    Transaction transaction = project.transaction();
    project.runs().putThresholds(report.thresholds);
    if (!request.byHand) {
        project.audit().add("threshold goal", "run " + std::to_string(report.run.id), goalJson(request.goal));
    }
    transaction.commit();
    report.thresholds = project.runs().thresholds(report.run.id).value_or(report.thresholds);
    return report;
}

ThresholdReport currentThresholds(const ThresholdRequest& request, Job& job) {
    const Project project = Project::open(request.project, true);
    RunScores scored = judgedScores(project, request.run, request.parts);
    requireBoth(scored.scores);
    job.throwIfCancelled();
    const std::optional<ThresholdRecord> thresholds = project.runs().thresholds(scored.run.id);
    if (!thresholds) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(scored.run.id), "has no thresholds",
                    "Set some: segad thresholds " + request.project.string() + " --max-missed 1%.");
    }
    const GoalThresholds judged =
        judgeThresholds(scored.scores, request.goal, thresholds->review, thresholds->reject).value();
    ThresholdReport report = reportOn(std::move(scored), request.goal, judged);
    report.thresholds = *thresholds;
    return report;
}

}  // namespace segad
