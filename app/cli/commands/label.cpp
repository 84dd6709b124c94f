#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string csv;
};
}  // namespace

void addLabelCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(
        app, context, "label", "Labels parts from a table with the columns path, label[, defect_type, note]",
        "segad label parts.segad --csv labels.csv");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("--csv", options->csv, "Table of labels: good, bad or unlabelled")->required();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            const int labelled = labelFromCsv(options->project, options->csv, job);
            console.print(counted(labelled, "part", "parts") + " labelled.\n");
            console.setDocument({{"project", options->project}, {"labelled", labelled}});
            return exitCodeOf(job);
        };
    });
}

}  // namespace segad::cli
