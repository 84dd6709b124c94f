#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string folder;
    std::string out;
    std::string report;
    std::string overlays;
    std::string failOn;
};

bool conditionMet(const std::string& failOn, const InspectionRecord& totals) {
    if (failOn == "reject") return totals.reject > 0;
    return failOn == "review" && totals.reject + totals.review > 0;
}

ExitCode run(const Options& options, const CommonOptions& common, Console& console, Job& job) {
    const InspectReport report = inspectFolder({.project = options.project,
                                                .folder = options.folder,
                                                .csv = options.out,
                                                .report = options.report,
                                                .overlays = options.overlays,
                                                .device = common.device},
                                               job);
    for (const std::string& note : report.notes)
        console.note(note);
    Json failed = Json::array();
    for (const InspectedPart& part : report.failed)
        failed.push_back({{"path", part.path}, {"error", part.error}});
    const InspectionRecord& totals = report.totals;
    const double rate = report.seconds > 0 ? totals.parts / report.seconds : 0;
    console.setDocument({{"project", options.project},
                         {"inspection", totals.id},
                         {"parts", totals.parts},
                         {"pass", totals.pass},
                         {"review", totals.review},
                         {"reject", totals.reject},
                         {"failed", failed},
                         {"seconds", report.seconds},
                         {"parts_per_second", rate}});
    console.print(counted(totals.parts, "part", "parts") + " in " + duration(report.seconds) + " (" +
                  fixed(rate, 1) + "/s): " + std::to_string(totals.pass) + " pass, " +
                  std::to_string(totals.review) + " review, " + std::to_string(totals.reject) + " reject, " +
                  std::to_string(totals.failed) + " unreadable.\n");
    if (conditionMet(options.failOn, totals)) return ExitCode::ConditionMet;
    return report.failed.empty() ? exitCodeOf(job) : ExitCode::SomeFailed;
}
}  // namespace

void addInspectCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "inspect", "Verdicts for a folder of new parts",
                   "segad inspect parts.segad /data/new --out results.csv --report report.html");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("FOLDER", options->folder, "Folder of images to judge")->required();
    command.add_option("--out", options->out, "CSV file for the results");
    command.add_option("--report", options->report, "Self-contained HTML file for people");
    command.add_option("--overlays", options->overlays, "Folder for pictures with the deciding heatmap");
    command
        .add_option("--fail-on", options->failOn,
                    "Exit with 4 when a part gets this verdict (or a worse one)")
        ->check(CLI::IsMember({"review", "reject"}));
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            return run(*options, context.common, console, job);
        };
        context.howToResume = [options] {
            return "Verdicts given so far are kept in the project; run the command again for the whole "
                   "folder.";
        };
    });
}

}  // namespace segad::cli
