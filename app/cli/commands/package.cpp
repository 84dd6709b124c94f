#include "app/cli/commands/commands.h"
#include "app/cli/package_text.h"
#include "app/cli/text.h"
#include "core/workflow/inspector.h"
#include "core/workflow/package_comparison.h"
#include "core/workflow/packaging.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string out;
    RunId run = 0;
    int references = PackageRequest().references;
    bool replace = false;
    std::string check;
    std::string precision;
    std::string against;
};

ExitCode make(const Options& options, const CommonOptions& common, Console& console, Job& job) {
    PackageRequest request{.project = options.project,
                           .out = options.out,
                           .references = options.references,
                           .replace = options.replace,
                           .device = common.device};
    if (options.run != 0) request.run = options.run;
    const PackageReport report = makePackage(request, job);
    for (const std::string& note : report.notes)
        console.note(note + ".");
    console.print(packageText(report.info) + referencesText(report.check) + "Made in " +
                  duration(report.seconds) + ".\n");
    Json document = report.info.document;
    document["check"] = toJson(report.check);
    document["seconds"] = report.seconds;
    console.setDocument(std::move(document));
    return exitCodeOf(job);
}

/// What is in the package, and what came of opening it here.
void open(const Options& options, const std::string& device, Console& console, Json& document, Job& job) {
    std::optional<Precision> precision;
    if (!options.precision.empty()) precision = precisionNamed(options.precision);
    const std::unique_ptr<Inspector> inspector = openInspector(options.check, device, job, precision);
    const InspectionModel& model = inspector->model();
    for (const std::string& note : model.notes)
        console.note(note + ".");
    console.print(referencesText(model.references.value()) + "Loaded in " + duration(model.loadSeconds) +
                  ", warmed up in " + duration(model.warmUpSeconds) + ".\n");
    document["check"] = toJson(model.references.value());
    document["load_seconds"] = model.loadSeconds;
    document["warm_up_seconds"] = model.warmUpSeconds;
}

ExitCode check(const Options& options, const CommonOptions& common, Console& console, Job& job) {
    constexpr double kReadShare = 0.1;
    const double openShare = options.against.empty() ? 1 - kReadShare : kReadShare;
    PackageInfo info;
    {
        Job::Stage reading(job, kReadShare, "Reading the package");
        info = packageInfo(options.check, reading.job());
    }
    console.print(packageText(info));
    {
        Job::Stage opening(job, openShare, "Opening the package");
        open(options, common.device, console, info.document, opening.job());
    }
    if (!options.against.empty()) {
        Job::Stage comparing(job, 1 - kReadShare - openShare, "Comparing");
        const PackageComparison comparison =
            comparePackage(options.check, options.against, common.device, comparing.job());
        console.print(comparisonText(comparison));
        info.document["comparison"] = toJson(comparison);
    }
    console.setDocument(std::move(info.document));
    return exitCodeOf(job);
}
}  // namespace

void addPackageCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "package",
                   "Makes one file with everything a line PC needs to inspect, or checks such a file here",
                   "segad package parts.segad line3.segad-model\n  segad package --check line3.segad-model");
    CLI::Option* checked = command.add_option(
        "--check", options->check, "A package: is it whole, and does it score here as where it was made?");
    CLI::Option* project = command.add_option("PROJECT", options->project, "Project file");
    CLI::Option* out = command.add_option("OUT", options->out, "The package to write (.segad-model)");
    command.add_option("--run", options->run,
                       "The forest or training that judges (default: as 'inspect' does)");
    command
        .add_option("--references", options->references,
                    "How many parts go along to be scored again whenever the package is opened")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command.add_flag("--force", options->replace, "Replace a package of that name");
    command
        .add_option("--precision", options->precision,
                    "With --check: of the backbones, and how much the scores differ then")
        ->check(CLI::IsMember({"float32", "bfloat16"}))
        ->needs(checked);
    command
        .add_option("--against", options->against,
                    "With --check: a project; judge all its parts by both and say how much they differ")
        ->needs(checked);
    checked->excludes(project)->excludes(out);
    command.callback([&context, options] {
        if (options->check.empty() && options->out.empty())
            throw CLI::RequiredError("PROJECT and OUT, or --check FILE,");
        context.action = [&context, options](Console& console, Job& job) {
            return options->check.empty() ? make(*options, context.common, console, job)
                                          : check(*options, context.common, console, job);
        };
    });
}

}  // namespace segad::cli
