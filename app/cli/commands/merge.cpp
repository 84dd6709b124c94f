#include "app/cli/commands/commands.h"
#include "app/cli/commands/inspection_text.h"
#include "core/workflow/inspection_results.h"

namespace segad::cli {

namespace {
struct Options {
    std::string out;
    std::vector<std::string> inputs;
    ResultFiles files;
};

ExitCode run(const Options& options, Console& console, Job& job) {
    const MergeReport merged =
        mergeInspections({.out = options.out, .inputs = {options.inputs.begin(), options.inputs.end()}}, job);
    writeResults({.store = options.out,
                  .csv = options.files.csv,
                  .report = options.files.report,
                  .pdf = options.files.pdf},
                 job);
    for (const std::string& note : merged.notes)
        console.note(note);
    const InspectionRecord& totals = merged.totals;
    console.setDocument({{"results", options.out},
                         {"inspection", totals.id},
                         {"parts", totals.parts},
                         {"pass", totals.pass},
                         {"review", totals.review},
                         {"reject", totals.reject},
                         {"failed_count", totals.failed},
                         {"duplicates", merged.duplicates}});
    console.print(countsText(totals) + "\n");
    return ExitCode::Done;
}
}  // namespace

void addMergeCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "merge", "Joins the results of several inspections into one file",
                   "segad merge all.segad share-*.segad --out all.csv --report all.html");
    command.add_option("OUT", options->out, "The new results file")->required();
    command.add_option("IN", options->inputs, "Results files of the shares")->required();
    addResultFiles(command, options->files);
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
