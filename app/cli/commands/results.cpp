#include "app/cli/commands/commands.h"
#include "app/cli/commands/inspection_text.h"
#include "core/project/project.h"
#include "core/workflow/inspection_results.h"

namespace segad::cli {

namespace {
struct Options {
    std::string store;
    InspectionId inspection = 0;
    ResultFiles files;
};

ExitCode list(const Options& options, Console& console) {
    using Align = Table::Align;
    Table table({{"id", Align::Right},
                 {"begun"},
                 {"folder"},
                 {"parts", Align::Right},
                 {"pass", Align::Right},
                 {"review", Align::Right},
                 {"reject", Align::Right},
                 {"no verdict", Align::Right}});
    Json all = Json::array();
    for (const InspectionRecord& record : Project::open(options.store, true).inspections().all()) {
        table.add({std::to_string(record.id), record.startedAt, record.folder, std::to_string(record.parts),
                   std::to_string(record.pass), std::to_string(record.review), std::to_string(record.reject),
                   std::to_string(record.failed)});
        all.push_back({{"inspection", record.id},
                       {"started_at", record.startedAt},
                       {"folder", record.folder},
                       {"parts", record.parts},
                       {"pass", record.pass},
                       {"review", record.review},
                       {"reject", record.reject},
                       {"failed_count", record.failed}});
    }
    console.print(table.empty() ? "No inspections.\n" : table.text());
    console.setDocument({{"results", options.store}, {"inspections", all}});
    return ExitCode::Done;
}

ExitCode run(const Options& options, Console& console, Job& job) {
    if (options.files.csv.empty() && options.files.report.empty() && options.files.pdf.empty())
        return list(options, console);
    const InspectionRecord totals = writeResults({.store = options.store,
                                                  .inspection = options.inspection,
                                                  .csv = options.files.csv,
                                                  .report = options.files.report,
                                                  .pdf = options.files.pdf},
                                                 job);
    console.setDocument({{"results", options.store}, {"inspection", totals.id}, {"parts", totals.parts}});
    console.print(countsText(totals) + "\n");
    return ExitCode::Done;
}
}  // namespace

void addResultsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "results",
                                   "Lists stored inspections, or writes the table and report of one again",
                                   "segad results parts.segad --report report.html");
    command.add_option("STORE", options->store, "Project or results file")->required();
    command.add_option("--inspection", options->inspection, "Its id (default: the newest)");
    addResultFiles(command, options->files);
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
