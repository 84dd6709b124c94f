#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string detector;
    bool onlyMissing = false;
};
}  // namespace

void addScoreCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "score", "Makes anomaly maps and scores with trained detectors",
                   "segad score parts.segad --only-missing");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--detector", options->detector, "Only this one (default: every trained detector)");
    command.add_flag("--only-missing", options->onlyMissing, "Only parts that have no scores yet");
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            const int scored = scoreParts({.project = options->project,
                                           .detector = options->detector,
                                           .onlyMissing = options->onlyMissing,
                                           .device = context.common.device},
                                          job);
            console.print(counted(scored, "part", "parts") + " scored.\n");
            console.setDocument({{"project", options->project}, {"scored", scored}});
            return exitCodeOf(job);
        };
        context.howToResume = [options] {
            return "What was scored is kept; go on with 'segad score " + options->project +
                   " --only-missing'.";
        };
    });
}

}  // namespace segad::cli
