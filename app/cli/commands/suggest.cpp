#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/suggestion_trial.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<std::string> detectors;
    std::size_t count = 10;
    std::vector<double> weights;
    bool measure = false;
    SuggestionTrialOptions trial;
};

constexpr double kFeaturesShare = 0.5;

SuggestWeights weightsOf(const Options& options) {
    if (options.weights.empty()) return {};
    return {.disagreement = options.weights[0],
            .closeness = options.weights[1],
            .suspicion = options.weights[2],
            .novelty = options.weights[3],
            .diversity = options.weights[4]};
}

ExitCode suggest(const Options& options, const LiveFeatures& features, Console& console, Job& job) {
    const LiveForest live = fitLive(features, features.labels, {}, job);
    const std::vector<Suggestion> batch = suggestParts(
        features, features.labels, live, {.count = options.count, .weights = weightsOf(options)}, job);
    using Align = Table::Align;
    Table table({{"part"}, {"useful, %", Align::Right}, {"score", Align::Right}, {"why"}});
    Json list = Json::array();
    for (const Suggestion& one : batch) {
        table.add({one.path, percent(one.usefulness), one.margin ? fixed(*one.margin, 3) : "", one.reason});
        list.push_back({{"part", one.path},
                        {"usefulness", one.usefulness},
                        {"disagreement", one.disagreement},
                        {"closeness", one.closeness},
                        {"suspicion", one.suspicion},
                        {"novelty", one.novelty},
                        {"score", one.margin ? Json(*one.margin) : Json(nullptr)},
                        {"reason", one.reason}});
    }
    if (!live.missing.empty()) console.note(live.missing + ".");
    console.print(table.empty() ? "Every scored part is labelled.\n" : table.text());
    console.setDocument({{"project", options.project}, {"suggestions", std::move(list)}});
    return exitCodeOf(job);
}

Json toJson(const SeedStats& stats) {
    return {{"mean", stats.mean}, {"deviation", stats.deviation ? Json(*stats.deviation) : Json(nullptr)}};
}

std::string withDeviation(const SeedStats& stats) {
    return percent(stats.mean) + (stats.deviation ? " ± " + percent(*stats.deviation) : "");
}

ExitCode measure(const Options& options, const LiveFeatures& features, Console& console, Job& job) {
    SuggestionTrialOptions wanted = options.trial;
    wanted.weights = weightsOf(options);
    const SuggestionTrial trial = trySuggestions(features, wanted, job);
    using Align = Table::Align;
    Table table({{"labels", Align::Right},
                 {"suggested: AUROC", Align::Right},
                 {"bad found", Align::Right},
                 {"at random: AUROC", Align::Right},
                 {"bad found", Align::Right}});
    Json points = Json::array();
    for (const SuggestionTrialPoint& point : trial.points) {
        table.add({std::to_string(point.labels), withDeviation(point.suggested.auroc),
                   fixed(point.suggested.badFound.mean, 1), withDeviation(point.atRandom.auroc),
                   fixed(point.atRandom.badFound.mean, 1)});
        const auto arm = [](const SuggestionTrialPoint::Arm& own) {
            return Json{{"auroc", toJson(own.auroc)}, {"bad_found", toJson(own.badFound)}};
        };
        points.push_back(
            {{"labels", point.labels}, {"suggested", arm(point.suggested)}, {"random", arm(point.atRandom)}});
    }
    console.print("AUROC in per cent on " + std::to_string(trial.good) + " good and " +
                  std::to_string(trial.bad) + " bad parts held out, labels from a pool of " +
                  std::to_string(trial.pool) + ", " + counted(wanted.seeds, "seed", "seeds") + ":\n" +
                  table.text());
    console.setDocument({{"project", options.project},
                         {"pool", trial.pool},
                         {"good", trial.good},
                         {"bad", trial.bad},
                         {"points", std::move(points)}});
    return exitCodeOf(job);
}

ExitCode run(const Options& options, Console& console, Job& job) {
    LiveFeatures features;
    {
        Job::Stage stage(job, kFeaturesShare, "Features");
        features = readLiveFeatures(options.project, options.detectors, stage.job());
    }
    Job::Stage stage(job, 1 - kFeaturesShare, options.measure ? "Playing" : "Forests");
    return options.measure ? measure(options, features, console, stage.job())
                           : suggest(options, features, console, stage.job());
}
}  // namespace

void addSuggestCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "suggest", "Which parts to label next, and why these",
                                   "segad suggest parts.segad --count 20");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--count", options->count, "How many parts")->capture_default_str();
    addDetectorChoice(command, options->detectors);
    command
        .add_option("--weights", options->weights,
                    "What counts: DISAGREEMENT,CLOSENESS,SUSPICION,NOVELTY,DIVERSITY")
        ->delimiter(',')
        ->expected(5);
    CLI::Option* measure = command.add_flag(
        "--measure", options->measure,
        "Play with the labels there are what suggestions are worth against labelling at random");
    command.add_option("--seeds", options->trial.seeds, "Repetitions, 1 to 10")
        ->capture_default_str()
        ->needs(measure);
    command.add_option("--start", options->trial.start, "Good parts labelled at the start")
        ->capture_default_str()
        ->needs(measure);
    command.add_option("--batch", options->trial.batch, "Labels between two suggestions")
        ->capture_default_str()
        ->needs(measure);
    command.add_option("--steps", options->trial.steps, "How many batches")
        ->capture_default_str()
        ->needs(measure);
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
