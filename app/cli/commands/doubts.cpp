#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/label_doubts.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<std::string> detectors;
    std::string forest = "brf";
    std::size_t top = 20;
    std::uint64_t seed = kDefaultForestSeed;
};

constexpr double kFeaturesShare = 0.7;

Json toJson(const LabelDoubt& doubt) {
    return {{"part", doubt.path},     {"label", std::string(toString(doubt.label))},
            {"doubt", doubt.doubt},   {"score", doubt.margin},
            {"reason", doubt.reason}, {"twin", doubt.twin.empty() ? Json(nullptr) : Json(doubt.twin)}};
}

std::string summary(const LiveForest& live) {
    return counted(static_cast<long long>(live.good()), "good", "good") + " and " +
           counted(static_cast<long long>(live.bad()), "bad part", "bad parts") + ", each scored by " +
           counted(live.repeats, "forest", "forests") + " that had not seen it (" +
           std::to_string(live.folds) + " folds): AUROC " + percent(live.auroc) + " %\n";
}

ExitCode run(const Options& options, Console& console, Job& job) {
    LiveFeatures features;
    {
        Job::Stage stage(job, kFeaturesShare, "Features");
        features = readLiveFeatures(options.project, options.detectors, stage.job());
    }
    Job::Stage stage(job, 1 - kFeaturesShare, "Forests");
    const LiveForest live =
        fitLive(features, features.labels, {.kind = options.forest, .seed = options.seed}, stage.job());
    const std::vector<LabelDoubt> doubts = labelDoubts(features, live, options.top);
    Table table(
        {{"part"}, {"label"}, {"doubt, %", Table::Align::Right}, {"score", Table::Align::Right}, {"why"}});
    Json list = Json::array();
    for (const LabelDoubt& doubt : doubts) {
        table.add({doubt.path, std::string(toString(doubt.label)), percent(doubt.doubt),
                   fixed(doubt.margin, 3), doubt.reason});
        list.push_back(toJson(doubt));
    }
    const auto unjudged = std::ranges::count(live.parts, LiveUse::KnownToDetector, &LiveScore::use);
    if (unjudged > 0) {
        console.note(counted(unjudged, "labelled part is", "labelled parts are") +
                     " not judged: a detector has learned from them.");
    }
    if (!live.missing.empty()) console.note(live.missing + ".");
    if (live.outOfFold) console.print(summary(live));
    console.print(table.empty() ? "No label is in doubt.\n" : table.text());
    console.setDocument({{"project", options.project},
                         {"good", live.good()},
                         {"bad", live.bad()},
                         {"not_judged", unjudged},
                         {"out_of_fold", live.outOfFold},
                         {"auroc", live.auroc ? Json(*live.auroc) : Json(nullptr)},
                         {"doubts", std::move(list)}});
    return exitCodeOf(job);
}
}  // namespace

void addDoubtsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "doubts", "Labelled parts whose score contradicts their label, worst first",
                   "segad doubts parts.segad --top 10");
    command.add_option("PROJECT", options->project, "Project file")->required();
    addDetectorChoice(command, options->detectors);
    addForestChoice(command, options->forest);
    command.add_option("--top", options->top, "How many parts, 0 = all")->capture_default_str();
    command.add_option("--seed", options->seed, "Deals the folds and grows the trees")->capture_default_str();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
