#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string folder;
    std::uint64_t seed = 333;
    bool small = false;
};

ExitCode run(const Options& options, const CommonOptions& common, Console& console, Job& job) {
    const DemoReport report = runDemo(
        {.folder = options.folder, .seed = options.seed, .small = options.small, .device = common.device},
        job);
    for (const std::string& note : report.notes)
        console.note(note);
    console.setDocument({{"project", toUtf8(report.project)},
                         {"report", toUtf8(report.htmlReport)},
                         {"evaluations", toJson(report.evaluations)}});
    console.print("Per cent:\n" + evaluationTable(report.evaluations) +
                  "\nReport:  " + toUtf8(report.htmlReport) + "\nProject: " + toUtf8(report.project) + "\n");
    return exitCodeOf(job);
}
}  // namespace

void addDemoCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "demo", "Draws a dataset and puts the whole job through it",
                                   "segad demo /tmp/demo");
    command.add_option("FOLDER", options->folder, "Where the demo goes")->required();
    command.add_option("--seed", options->seed, "Of the drawing and the forest")->capture_default_str();
    command.add_flag("--small", options->small, "A tenth of the parts, for a first look");
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            return run(*options, context.common, console, job);
        };
        context.howToResume = [options] {
            return "Run 'segad demo " + options->folder +
                   "' again; the pictures that are drawn are used again.";
        };
    });
}

}  // namespace segad::cli
