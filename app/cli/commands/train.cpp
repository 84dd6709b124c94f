#include <optional>

#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/project/project.h"
#include "core/workflow/disk_need.h"
#include "core/workflow/train_presets.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string detector = "patchcore";
    std::string preset;
    std::string backbone;
    std::uint64_t seed = 0;
    std::vector<std::string> settings;
    int bad = 0;
    std::uint64_t badSeed = kDefaultForestSeed;
    std::optional<std::string> list;
    bool noCrossFit = false;
    bool deterministic = false;
    bool noScore = false;
    bool resume = false;
    bool onlyPlan = false;
};

/// One for each detector to train.
std::vector<TrainRequest> requestsOf(const Options& options, const CommonOptions& common) {
    TrainRequest request{.project = options.project,
                         .detector = options.detector,
                         .backbone = options.backbone,
                         .seed = options.seed,
                         .device = common.device,
                         .score = !options.noScore,
                         .resume = options.resume,
                         .deterministic = options.deterministic,
                         .badForFit = options.bad,
                         .badSeed = options.badSeed,
                         .publishedSubset = options.list,
                         .crossFit = !options.noCrossFit};
    if (!options.preset.empty()) return presetRequests(trainPreset(options.preset), request);
    const ParamSchema& schema = detectorInfo(options.detector).params;
    for (const std::string& setting : options.settings)
        schema.assign(request.params, setting);
    return {request};
}

std::vector<TrainPlan> plansOf(const Options& options, const std::vector<TrainRequest>& requests) {
    if (options.preset.empty()) return {planTraining(requests.front())};
    const PresetPlan plan = planPreset(trainPreset(options.preset), requests.front());
    if (plan.problem) throw Error(*plan.problem);
    return plan.plans;
}

std::string planText(const TrainRequest& request, const TrainPlan& plan) {
    std::string text = "Training " + request.detector + " on " + counted(plan.trainParts, "part", "parts");
    if (plan.badParts > 0) text += " and " + counted(plan.badParts, "bad one", "bad ones");
    text += ", calibrating on " + std::to_string(plan.calibrateParts);
    if (!plan.backbone.empty()) text += ", backbone " + plan.backbone;
    text += ": about " + duration(plan.trainSeconds);
    if (plan.folds > 0) {
        text += " (" + duration(plan.crossFitSeconds) + " of it for " + std::to_string(plan.folds) +
                " folds, so that a forest can learn from the bad parts)";
    }
    text += ", " + byteText(plan.memoryBytes) + " of memory, " +
            byteText(plan.modelBytes + mapBytesOf(request, plan.scoreParts)) + " on disk";
    if (plan.scoreParts > 0)
        text += "; then scoring " + counted(plan.scoreParts, "part", "parts") + ": about " +
                duration(plan.scoreSeconds);
    return text + ".\n";
}

Json planJson(const TrainRequest& request, const TrainPlan& plan) {
    return {{"detector", request.detector},
            {"backbone", plan.backbone.empty() ? Json(nullptr) : Json(plan.backbone)},
            {"remark", plan.remark},
            {"train_parts", plan.trainParts},
            {"bad_parts", plan.badParts},
            {"calibrate_parts", plan.calibrateParts},
            {"score_parts", plan.scoreParts},
            {"folds", plan.folds},
            {"train_seconds", plan.trainSeconds},
            {"cross_fit_seconds", plan.crossFitSeconds},
            {"score_seconds", plan.scoreSeconds},
            {"memory_bytes", plan.memoryBytes},
            {"scratch_bytes", plan.scratchBytes},
            {"model_bytes", plan.modelBytes},
            {"map_bytes", mapBytesOf(request, plan.scoreParts)},
            {"resumable_run", plan.resumable == 0 ? Json(nullptr) : Json(plan.resumable)}};
}

void showPlan(const TrainRequest& request, const TrainPlan& plan, Console& console) {
    console.print(planText(request, plan));
    if (plan.resumable == 0) return;
    const std::string run = "run " + std::to_string(plan.resumable);
    console.note(request.resume ? "Going on with " + run + "."
                                : "An equal training was stopped (" + run + "); --resume goes on with it.");
}

/// What there is to say about a finished training.
Json reported(const TrainRequest& request, RunId id, Console& console) {
    const Project project = Project::open(request.project, true);
    const RunRecord trained = project.runs().find(id).value();
    if (!trained.message.empty()) console.note(trained.message);
    const std::size_t scored = project.runs().scores(id).size();
    const LossCurve curve = project.runs().lossCurve(id);
    Json document = toJson(trained);
    document["parts_scored"] = scored;
    document["steps"] = curve.steps;
    document["loss"] = curve.points.empty() ? Json(nullptr) : Json(curve.finalLoss());
    std::string text = "Trained " + trained.subject + " in " + duration(trained.seconds) + " (run " +
                       std::to_string(id) + ")";
    if (!curve.points.empty())
        text += ", " + counted(curve.steps, "step", "steps") + ", loss " + fixed(curve.finalLoss(), 4);
    console.print(text + "; " + counted(static_cast<long long>(scored), "part", "parts") + " scored.\n");
    return document;
}

ExitCode run(const Options& options, const std::vector<TrainRequest>& requests, Console& console, Job& job) {
    const std::vector<TrainPlan> plans = plansOf(options, requests);
    Json planned = Json::array();
    double seconds = 0;
    for (std::size_t i = 0; i < requests.size(); ++i) {
        showPlan(requests[i], plans[i], console);
        planned.push_back(planJson(requests[i], plans[i]));
        seconds += plans[i].trainSeconds + plans[i].scoreSeconds;
    }
    if (options.onlyPlan) {
        console.setDocument({{"plans", planned}});
        return ExitCode::Done;
    }
    Json trainings = Json::array();
    for (std::size_t i = 0; i < requests.size(); ++i) {
        const double own = plans[i].trainSeconds + plans[i].scoreSeconds;
        const double even = 1.0 / static_cast<double>(requests.size());
        Job::Stage stage(job, seconds > 0 ? own / seconds : even, "");
        const RunId id = trainDetector(requests[i], stage.job());
        trainings.push_back(reported(requests[i], id, console));
    }
    // One detector's document is that of its run.
    Json document = options.preset.empty()
                        ? trainings.front()
                        : Json{{"preset", options.preset}, {"trainings", std::move(trainings)}};
    console.setDocument(std::move(document));
    return exitCodeOf(job);
}

/// After a cancellation: was a model finished, are steps kept, and how many parts are scored?
std::string howToResume(const std::vector<TrainRequest>& requests, RunId newestBefore) {
    const Project project = Project::open(requests.front().project, true);
    const std::string file = requests.front().project.string();
    for (const TrainRequest& request : requests) {
        if (planTraining(request).resumable != 0)
            return "What was learned so far is kept; go on with the same command and --resume.";
        const std::optional<RunRecord> newest = project.runs().latest(RunKind::Train, request.detector);
        if (!newest || newest->id <= newestBefore) continue;
        const std::size_t scored = project.runs().scores(newest->id).size();
        const std::size_t parts = project.parts().count();
        if (scored == parts) continue;
        const bool another = requests.size() > 1;
        return "The training is kept, and " + std::to_string(scored) + " of " + std::to_string(parts) +
               " parts are scored. Go on with 'segad score " + file + " --detector " + request.detector +
               " --only-missing'" + (another ? ", or with the same command and --resume." : ".");
    }
    return "Nothing was kept: training has to start again with the same command.";
}

/// Opens for writing, so that an older project is brought up to date before planning reads it.
RunId newestRun(const std::string& file) {
    const std::vector<RunRecord> runs = Project::open(file).runs().all();
    return runs.empty() ? 0 : runs.back().id;
}

void addOptions(CLI::App& command, Options& options) {
    command.add_option("PROJECT", options.project, "Project file")->required();
    CLI::Option* detector =
        command.add_option("--detector", options.detector, "See 'segad detectors'")->capture_default_str();
    CLI::Option* preset = command.add_option(
        "--preset", options.preset, "Train the detectors of quick, balanced or paper, with defaults");
    CLI::Option* backbone =
        command.add_option("--backbone", options.backbone,
                           "Weights to use (default: resnet18 when imported, else the embedded ones)");
    command.add_option("--seed", options.seed, "Of everything random in the training")->capture_default_str();
    CLI::Option* set =
        command.add_option("--set", options.settings, "A parameter, key=value; may be given several times");
    preset->excludes(detector, backbone, set);
    CLI::Option* bad = command.add_option(
        "--bad", options.bad,
        "Bad parts to learn from, for detectors that do (default: what the dataset has for it, else 10)");
    command
        .add_option(
            "--list", options.list,
            "Learn from exactly the bad parts of a list that the dataset publishes; 'info' names them")
        ->excludes(bad);
    command.add_option("--bad-seed", options.badSeed, "Draws the bad parts, as the seed of 'fit' does")
        ->capture_default_str();
    command.add_flag("--no-cross-fit", options.noCrossFit,
                     "Don't train on folds of the bad parts; no forest can learn from the scores then");
    command.add_flag("--deterministic", options.deterministic,
                     "Only algorithms that give the same bits each time");
    command.add_flag("--no-score", options.noScore, "Don't score the parts afterwards");
    command.add_flag("--resume", options.resume, "Go on with an equal training that was stopped");
    command.add_flag("--plan", options.onlyPlan, "Only say what it would use and cost");
}
}  // namespace

void addTrainCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "train", "Trains a detector, or those of a preset, then scores all parts",
                   "segad train parts.segad --detector patchcore --set coreset_ratio=0.1");
    addOptions(command, *options);
    command.callback([&context, options] {
        const auto requests = std::make_shared<std::vector<TrainRequest>>();
        const auto before = std::make_shared<RunId>(0);
        context.action = [&context, options, requests, before](Console& console, Job& job) {
            *requests = requestsOf(*options, context.common);
            *before = newestRun(options->project);
            return run(*options, *requests, console, job);
        };
        context.howToResume = [requests, before] { return howToResume(*requests, *before); };
    });
}

}  // namespace segad::cli
