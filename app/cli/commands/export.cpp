#include <map>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string table;
    std::string out;
    std::string maps;
};

const std::map<std::string, ExportTable>& tables() {
    static const std::map<std::string, ExportTable> all{{"features", ExportTable::Features},
                                                        {"scores", ExportTable::Scores},
                                                        {"roc", ExportTable::Roc},
                                                        {"labels", ExportTable::Labels},
                                                        {"loss", ExportTable::Loss}};
    return all;
}

ExitCode run(const Options& options, Console& console, Job& job) {
    ExportRequest request{.project = options.project, .file = options.out, .maps = options.maps};
    if (!options.table.empty()) request.table = tables().at(options.table);
    const int written = exportData(request, job);
    console.setDocument({{"project", options.project},
                         {"file", options.out.empty() ? Json(nullptr) : Json(options.out)},
                         {"maps", options.maps.empty() ? Json(nullptr) : Json(options.maps)},
                         {"written", written}});
    const bool both = request.table && !request.maps.empty();
    console.print(std::to_string(written) + (both ? " rows and maps" : (request.table ? " rows" : " maps")) +
                  " written.\n");
    return exitCodeOf(job);
}
}  // namespace

void addExportCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "export", "Writes tables and maps for other programs",
                                   "segad export parts.segad --table features --out features.csv");
    command.add_option("PROJECT", options->project, "Project file")->required();
    CLI::Option* table =
        command.add_option("--table", options->table, "features, scores, roc, labels or loss");
    table->check(CLI::IsMember({"features", "scores", "roc", "labels", "loss"}));
    CLI::Option* out = command.add_option("--out", options->out, "CSV file for the table");
    table->needs(out);
    out->needs(table);
    command.add_option("--maps", options->maps, "Folder for the anomaly maps as .npy");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
