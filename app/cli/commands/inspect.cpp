#include "app/cli/commands/commands.h"
#include "app/cli/commands/inspection_text.h"
#include "app/cli/text.h"
#include "core/workflow/inspection.h"

namespace segad::cli {

namespace {
struct Options {
    InspectionRequest request;
    std::string model;
    std::string folder;
    std::string results;
    std::string out;
    std::string report;
    std::string pdf;
    std::string overlays;
    bool watch = false;
    WatchOptions watching;
    double untilIdle = 0;
    std::string shard;
    std::string moveTo;
    std::string copyTo;
    std::string failOn;
};

InspectionRequest requestOf(const Options& options, const CommonOptions& common) {
    InspectionRequest request = options.request;
    request.model = options.model;
    request.folder = options.folder;
    request.results = options.results;
    request.csv = options.out;
    request.report = options.report;
    request.pdf = options.pdf;
    request.overlays = options.overlays;
    request.device = common.device;
    if (options.watch) {
        request.watch = options.watching;
        if (options.untilIdle > 0) request.watch->idleSeconds = options.untilIdle;
    }
    if (!options.shard.empty()) request.shard = Shard::parse(options.shard);
    if (!options.moveTo.empty() || !options.copyTo.empty()) {
        request.placing = options.moveTo.empty() ? Placing::Copy : Placing::Move;
        request.placeIn = options.moveTo.empty() ? options.copyTo : options.moveTo;
    }
    if (!options.failOn.empty())
        request.failOn = options.failOn == "reject" ? Verdict::Reject : Verdict::Review;
    return request;
}

Json documentOf(const Options& options, const InspectionOutcome& outcome, double rate) {
    Json failed = Json::array();
    for (const InspectedPart& part : outcome.failed)
        failed.push_back({{"path", part.path},
                          {"why", part.noVerdict ? Json(toString(*part.noVerdict)) : Json()},
                          {"error", part.error}});
    const InspectionRecord& totals = outcome.totals;
    return {{"model", options.model},
            {"results", toUtf8(outcome.store)},
            {"inspection", totals.id},
            {"parts", totals.parts},
            {"pass", totals.pass},
            {"review", totals.review},
            {"reject", totals.reject},
            {"failed", failed},
            {"failed_count", totals.failed},
            {"judged_before", outcome.judgedBefore},
            {"vanished", outcome.vanished},
            {"seconds", outcome.seconds},
            {"parts_per_second", rate},
            {"stage_seconds",
             {{"decode", outcome.stages.decode},
              {"score", outcome.stages.score},
              {"decide", outcome.stages.decide}}}};
}

ExitCode run(const Options& options, const CommonOptions& common, Console& console, Job& job) {
    InspectionRequest request = requestOf(options, common);
    int before = 0;
    request.started = [&](const InspectionStart& start) {
        before = start.totals.parts;
        if (before > 0) console.note("Going on after " + counted(before, "part", "parts"));
        if (start.loadSeconds > 0 && !console.isQuiet())
            console.note(start.judge + " loaded in " + duration(start.loadSeconds));
    };
    const InspectionOutcome outcome = inspect(request, job);
    for (const std::string& note : outcome.notes)
        console.note(note);
    const int judged = outcome.totals.parts - before;
    const double rate = outcome.seconds > 0 ? judged / outcome.seconds : 0;
    console.setDocument(documentOf(options, outcome, rate));
    console.print(countsText(outcome.totals) + " In " + duration(outcome.seconds) + " (" + fixed(rate, 1) +
                  "/s).\n");
    if (outcome.vanished > 0) {
        console.print(counted(static_cast<long long>(outcome.vanished), "file was", "files were") +
                      " deleted before a verdict.\n");
    }
    if (outcome.conditionMet) return ExitCode::ConditionMet;
    return outcome.totals.failed > 0 ? ExitCode::SomeFailed : ExitCode::Done;
}

void addWatchOptions(CLI::App& command, Options& options) {
    const std::string group = "Watching";
    command.add_flag("--watch", options.watch, "Wait for new pictures until Ctrl+C")->group(group);
    command
        .add_option("--settle", options.watching.settleSeconds,
                    "Seconds a file must not have changed before it is judged")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->group(group);
    command.add_option("--poll", options.watching.pollSeconds, "Seconds between two looks at the folder")
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->group(group);
    command
        .add_option("--until-idle", options.untilIdle,
                    "End after so many seconds in which no picture came or was judged")
        ->check(CLI::PositiveNumber)
        ->group(group);
}

void addPlacingOptions(CLI::App& command, Options& options) {
    const std::string group = "Sorting";
    auto* move = command
                     .add_option("--move-to", options.moveTo,
                                 "Move judged pictures into DIR/pass, DIR/review, DIR/reject, DIR/failed")
                     ->group(group);
    command.add_option("--copy-to", options.copyTo, "Copy them there instead")->excludes(move)->group(group);
}
}  // namespace

void addInspectCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "inspect", "Verdicts for a folder of new parts",
                   "segad inspect parts.segad /data/new --out results.csv --report report.html\n"
                   "  segad inspect line.segad-model /data/in --watch --move-to /data/done --continue");
    command.add_option("MODEL", options->model, "Project or package")->required();
    command.add_option("FOLDER", options->folder, "Folder of images to judge, with its subfolders")
        ->required();
    command.add_option("--out", options->out, "CSV file for the results; grows while it is inspected");
    command.add_option("--report", options->report, "Self-contained HTML file for people");
    command.add_option("--pdf", options->pdf, "The same as PDF");
    command.add_option("--overlays", options->overlays, "Folder for pictures with the deciding heatmap");
    command.add_option("--results", options->results,
                       "Results file, made when it isn't there (default: the project; for a package "
                       "FOLDER-results.segad)");
    command.add_flag("--continue", options->request.resume,
                     "Go on with the newest inspection of this folder; none is begun twice");
    command.add_option("--shard", options->shard, "Judge only share I of N of the files, e.g. 2/4");
    command
        .add_option(
            "--patience", options->request.patienceSeconds,
            "Seconds a file is tried again that can't be read for the moment; as long once more at the end")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--fail-on", options->failOn,
                    "Exit with 4 when a part gets this verdict (or a worse one)")
        ->check(CLI::IsMember({"review", "reject"}));
    addWatchOptions(command, *options);
    addPlacingOptions(command, *options);
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            return run(*options, context.common, console, job);
        };
        context.howToResume = [] {
            return "Verdicts given so far are kept; the same command with --continue goes on.";
        };
    });
}

}  // namespace segad::cli
