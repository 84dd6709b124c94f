#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/detector/catalog.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string detector = "patchcore";
    std::string backbone;
    std::uint64_t seed = 0;
    std::vector<std::string> settings;
    bool noScore = false;
    bool resume = false;
};

TrainRequest requestOf(const Options& options, const CommonOptions& common) {
    TrainRequest request{.project = options.project,
                         .detector = options.detector,
                         .backbone = options.backbone,
                         .seed = options.seed,
                         .device = common.device,
                         .score = !options.noScore,
                         .resume = options.resume};
    const ParamSchema& schema = detectorInfo(options.detector).params;
    for (const std::string& setting : options.settings)
        schema.assign(request.params, setting);
    return request;
}

void showPlan(const TrainPlan& plan, Console& console) {
    std::string text = "Training on " + counted(plan.trainParts, "part", "parts") + ", calibrating on " +
                       std::to_string(plan.calibrateParts);
    if (!plan.backbone.empty()) text += ", backbone " + plan.backbone;
    text += ": about " + duration(plan.trainSeconds) + ", " + byteText(plan.memoryBytes) + " of memory";
    if (plan.scoreParts > 0)
        text += "; then scoring " + counted(plan.scoreParts, "part", "parts") + ": about " +
                duration(plan.scoreSeconds);
    console.print(text + ".\n");
}

ExitCode run(const TrainRequest& request, Console& console, Job& job) {
    showPlan(planTraining(request), console);
    const RunId id = trainDetector(request, job);
    const Project project = Project::open(request.project, true);
    const RunRecord trained = project.runs().find(id).value();
    if (!trained.message.empty()) console.note(trained.message);
    const std::size_t scored = project.runs().scores(id).size();
    Json document = toJson(trained);
    document["parts_scored"] = scored;
    console.setDocument(std::move(document));
    console.print("Trained " + trained.subject + " in " + duration(trained.seconds) + " (run " +
                  std::to_string(id) + "); " + counted(static_cast<long long>(scored), "part", "parts") +
                  " scored.\n");
    return exitCodeOf(job);
}

/// After a cancellation: was the model finished, and how many parts are scored?
std::string howToResume(const Options& options, RunId newestBefore) {
    const Project project = Project::open(options.project, true);
    const std::optional<RunRecord> newest = project.runs().latest(RunKind::Train, options.detector);
    if (!newest || newest->id == newestBefore) {
        return "Nothing was kept: training has to start again with the same command.";
    }
    const std::size_t scored = project.runs().scores(newest->id).size();
    return "The training is kept, and " + std::to_string(scored) + " of " +
           std::to_string(project.parts().count()) + " parts are scored. Go on with 'segad score " +
           options.project + " --detector " + options.detector + " --only-missing'.";
}

RunId newestTraining(const Options& options) {
    const std::optional<RunRecord> newest =
        Project::open(options.project, true).runs().latest(RunKind::Train, options.detector);
    return newest ? newest->id : 0;
}
}  // namespace

void addTrainCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "train", "Trains a detector on good parts, then scores all parts",
                   "segad train parts.segad --detector patchcore --set coreset_ratio=0.1");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--detector", options->detector, "See 'segad detectors'")->capture_default_str();
    command.add_option("--backbone", options->backbone,
                       "Weights to use (default: resnet18 when imported, else the embedded ones)");
    command.add_option("--seed", options->seed, "Of everything random in the training")
        ->capture_default_str();
    command.add_option("--set", options->settings, "A parameter, key=value; may be given several times");
    command.add_flag("--no-score", options->noScore, "Don't score the parts afterwards");
    command.add_flag("--resume", options->resume, "Go on scoring with an equal training that was stopped");
    command.callback([&context, options] {
        const auto before = std::make_shared<RunId>(0);
        context.action = [&context, options, before](Console& console, Job& job) {
            const TrainRequest request = requestOf(*options, context.common);
            *before = newestTraining(*options);
            return run(request, console, job);
        };
        context.howToResume = [options, before] { return howToResume(*options, *before); };
    });
}

}  // namespace segad::cli
