#include <algorithm>

#include "core/image/image.h"
#include "core/metric/confusion.h"
#include "core/workflow/bad_groups.h"
#include "core/workflow/judged_scorers.h"
#include "core/workflow/part_features.h"
#include "core/workflow/pixel_evaluation.h"
#include "core/workflow/run_recording.h"
#include "core/workflow/seed_repeats.h"
#include "core/workflow/thresholds.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
constexpr double kFigureShare = 0.2;  // of a scorer's; pixels take the rest when they are wanted

using Groups = std::map<std::string, std::unordered_map<PartId, std::string>>;

Groups groupsFor(const Project& project, const std::vector<std::string>& by, const JudgedScorer& judged) {
    Groups groups;
    for (const std::string& name : by)
        groups[name] = groupsOf(project, groupByFromString(name), judged.test, judged.learnedTypes);
    return groups;
}

/// Time of all that a verdict on one part takes: its detectors, and the forest when there is one.
double secondsPerPart(const Project& project, const JudgedScorer& judged) {
    std::vector<RunId> runs{judged.run.id};
    if (judged.run.kind == RunKind::Fit) {
        for (const RunRecord& detector : judged.detectors)
            runs.push_back(detector.id);
    }
    double seconds = 0;
    for (const RunId run : runs) {
        const std::vector<ScoreRecord> scores = project.runs().scores(run);
        double sum = 0;
        for (const ScoreRecord& score : scores)
            sum += score.seconds;
        if (!scores.empty()) seconds += sum / static_cast<double>(scores.size());
    }
    return seconds;
}

void addConfusion(const Project& project, const JudgedScorer& judged, const ScoreOfPart& scores,
                  Json& extra) {
    const std::optional<ThresholdRecord> thresholds = project.runs().thresholds(judged.run.id);
    if (!thresholds) return;
    const ScoreSets sets = scoreSets(judged.test, scores);
    for (const auto& [name, value] :
         {std::pair{"review", thresholds->review}, {"reject", thresholds->reject}}) {
        const Confusion confusion = confusionAt(sets, value);
        extra["at_" + std::string(name)] = {{"threshold", value},
                                            {"true_negatives", confusion.trueNegatives},
                                            {"false_positives", confusion.falsePositives},
                                            {"false_negatives", confusion.falseNegatives},
                                            {"true_positives", confusion.truePositives}};
    }
}

JudgedRanking judge(const Project& project, const JudgedScorer& judged, const Groups& groups,
                    bool byMapMaximum, Job& job) {
    const ScoreOfPart scores = scoresOf(project, judged.run.id, byMapMaximum);
    JudgedRanking ranking = rank(judged.test, scores, groups);
    EvaluationRecord& record = ranking.record;
    record.scoredBy = judged.run.id;
    record.name = nameOf(judged) + (byMapMaximum ? " (map maximum)" : "");
    for (const RunRecord& detector : judged.detectors)
        record.detectors.push_back(detector.subject);
    if (judged.run.kind == RunKind::Fit) record.forest = judged.run.subject;
    record.seed = judged.run.seed;
    record.secondsPerPart = secondsPerPart(project, judged);
    record.extra["score"] =
        byMapMaximum ? kScoredByMapMaximum : (record.forest.empty() ? "image_score" : "margin");
    if (!byMapMaximum) addConfusion(project, judged, scores, record.extra);
    addIntervals(record.extra, scoreSets(judged.test, scores), job);
    return ranking;
}

/// The detector's own score and, where it makes maps whose maximum is another number, that too.
bool hasOwnImageScore(const Project& project, const RunRecord& run) {
    return std::ranges::any_of(project.runs().scores(run.id), [](const ScoreRecord& score) {
        return score.mapMax && *score.mapMax != score.imageScore;
    });
}

std::vector<JudgedRanking> judgeAll(const Project& project, const EvaluateRequest& request,
                                    const std::vector<JudgedScorer>& scorers, Job& job) {
    std::vector<JudgedRanking> rankings;
    for (const JudgedScorer& judged : scorers) {
        Job::Stage stage(job, 1.0 / static_cast<double>(scorers.size()), "Judging " + nameOf(judged));
        const Groups groups = groupsFor(project, request.by, judged);
        const std::size_t first = rankings.size();
        {
            Job::Stage figures(stage.job(), kFigureShare, "Judging " + nameOf(judged));
            rankings.push_back(judge(project, judged, groups, false, figures.job()));
        }
        if (judged.run.kind != RunKind::Train) continue;
        if (hasOwnImageScore(project, judged.run)) {
            Job::Stage figures(stage.job(), kFigureShare, "Judging " + nameOf(judged));
            rankings.push_back(judge(project, judged, groups, true, figures.job()));
        }
        if (!request.pixel) continue;
        const PixelResult pixels = pixelFigures(project, judged.run, judged.test.parts, stage.job());
        for (std::size_t i = first; i < rankings.size(); ++i)
            addPixelFigures(rankings[i].record, pixels);
    }
    return rankings;
}
}  // namespace

EvaluateReport evaluateProject(const EvaluateRequest& request, Job& job) {
    for (const std::string& by : request.by)
        groupByFromString(by);  // before anything is begun
    Project project = Project::open(request.project);
    const std::vector<JudgedScorer> scorers = scorersToJudge(project);
    const double repeatShare = request.paperSeeds ? 0.7 : 0;
    RunRecord run =
        newRun(RunKind::Evaluate, "",
               {{"pixel", request.pixel}, {"by", request.by}, {"paper_seeds", request.paperSeeds}});
    EvaluateReport report;
    std::vector<JudgedRanking> rankings;
    recordRun(
        project, run,
        [&](RunRecord&) {
            {
                Job::Stage stage(job, 1 - repeatShare, "");
                rankings = judgeAll(project, request, scorers, stage.job());
            }
            if (!request.paperSeeds) return;
            Job::Stage stage(job, repeatShare, "Repeating with the paper's seeds");
            report.seeds = repeatWithPaperSeeds(project, stage.job());
        },
        [&](RunRecord& finished) {
            for (JudgedRanking& ranking : rankings) {
                ranking.record.run = finished.id;
                const auto repeated = report.seeds.find(ranking.record.name);
                if (repeated != report.seeds.end()) ranking.record.extra["seeds"] = *repeated;
                ranking.record.id = project.evaluations().put(ranking.record, ranking.roc);
            }
        });
    for (const JudgedRanking& ranking : rankings)
        report.evaluations.push_back(project.evaluations().find(ranking.record.id).value_or(ranking.record));
    return report;
}

}  // namespace segad
