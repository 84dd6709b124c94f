#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/relocation.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string folder;
    SourceId source = 0;
};

Json toJson(const MissingSource& missing) {
    Json likely = Json::array();
    for (const Path& folder : missing.likely)
        likely.push_back(toUtf8(folder));
    return {{"source", missing.source},
            {"folder", toUtf8(missing.folder)},
            {"parts", missing.parts},
            {"likely", likely}};
}

/// Without a folder: what is missing and where it may be.
ExitCode list(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    Json document{{"project", toUtf8(project.file())}, {"missing", Json::array()}};
    std::string text;
    for (const MissingSource& missing : missingSources(project)) {
        document["missing"].push_back(toJson(missing));
        const std::string number = std::to_string(missing.source);
        text += "source " + number + ": " + toUtf8(missing.folder) + " (" +
                counted(static_cast<long long>(missing.parts), "part", "parts") + ") is not there\n";
        for (const Path& folder : missing.likely)
            text += "    perhaps 'segad relocate " + options.project + " " + toUtf8(folder) + " --source " +
                    number + "'\n";
    }
    console.print(text.empty() ? "All images are where they were.\n" : text);
    console.setDocument(std::move(document));
    return ExitCode::Done;
}

/// The one that was named, or the only one that is missing.
SourceId chosenSource(const Options& options) {
    if (options.source != 0) return options.source;
    const Project project = Project::open(options.project, true);
    const std::vector<MissingSource> missing = missingSources(project);
    if (missing.size() == 1) return missing.front().source;
    throw Error(
        ErrorCode::InvalidArgument, "--source",
        missing.empty() ? "is needed: no source is missing" : "is needed: several sources are missing",
        "Say which one with --source; 'segad relocate " + options.project + "' lists them.");
}

ExitCode relocate(const Options& options, Console& console, Job& job) {
    const SourceId source = chosenSource(options);
    relocateSource(options.project, source, options.folder, job);
    console.print("The images of source " + std::to_string(source) + " are in " + options.folder + " now.\n");
    console.setDocument({{"project", options.project}, {"source", source}, {"folder", options.folder}});
    return ExitCode::Done;
}
}  // namespace

void addRelocateCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "relocate",
                   "Tells the project where its images have moved; without a folder, which are missing",
                   "segad relocate parts.segad /data/line-3/images");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("FOLDER", options->folder, "Where the images are now; they are compared first");
    command.add_option("--source", options->source, "Number of the source (default: the missing one)")
        ->check(CLI::PositiveNumber);
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            return options->folder.empty() ? list(*options, console) : relocate(*options, console, job);
        };
    });
}

}  // namespace segad::cli
