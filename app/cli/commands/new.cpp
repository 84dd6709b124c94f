#include "app/cli/commands/commands.h"
#include "app/cli/commands/import_report.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string images;
    std::string layout = "auto";
    std::string className;
};

ExitCode run(const Options& options, Console& console, Job& job) {
    createProject(options.project);
    console.print("Created " + options.project + ".\n");
    if (options.images.empty()) {
        console.setDocument({{"project", options.project}});
        return ExitCode::Done;
    }
    const ImportReport report = importFolder({.project = options.project,
                                              .folder = options.images,
                                              .layout = options.layout,
                                              .className = options.className},
                                             job);
    return showImport(options.project, report, console, job);
}
}  // namespace

void addNewCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "new", "Creates a project; imports a folder of images at once",
                   "segad new parts.segad --images /data/parts");
    command.add_option("PROJECT", options->project, "File to create, usually *.segad")->required();
    command.add_option("--images", options->images, "Folder to import");
    addLayoutOptions(command, options->layout, options->className);
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
        context.howToResume = [options] {
            return "The project is there and empty; go on with 'segad import " + options->project + " " +
                   options->images + "'.";
        };
    });
}

}  // namespace segad::cli
