#include "core/project/copy.h"

#include "app/cli/commands/commands.h"

namespace segad::cli {

void addCopyCommand(CLI::App& app, Context& context) {
    struct Options {
        std::string project;
        std::string out;
    };
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "copy",
                                   "Copies a project with its maps and models; images stay where they are",
                                   "segad copy /media/archive/parts.segad parts.segad");
    command.add_option("PROJECT", options->project, "Project file; it may be read-only")->required();
    command.add_option("OUT", options->out, "The new project file")->required();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            copyProject(options->project, options->out, job);
            console.print("Copied to " + options->out + ".\n");
            console.setDocument({{"project", options->project}, {"copy", options->out}});
            return ExitCode::Done;
        };
    });
}

}  // namespace segad::cli
