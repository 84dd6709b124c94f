#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/commands/import_report.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/dataset/scan.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
constexpr std::size_t kFindingsShown = 30;

struct Options {
    std::string project;
    std::string folder;
    std::string layout = "auto";
    std::string className;
    std::vector<std::string> maps;
    std::string segments;
    bool dryRun = false;
};

/// "patchcore=/data/maps".
MapFolder mapFolder(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0 || equals + 1 == text.size()) {
        throw Error(ErrorCode::InvalidArgument, "--maps " + text, "is not of the form DETECTOR=FOLDER",
                    "Example: --maps rd4ad=/data/anomaly_maps/rd4ad.");
    }
    return {.detector = text.substr(0, equals), .folder = text.substr(equals + 1)};
}

ExitCode run(const Options& options, Console& console, Job& job) {
    ImportRequest request{.project = options.project,
                          .folder = options.folder,
                          .layout = options.layout,
                          .className = options.className,
                          .dryRun = options.dryRun,
                          .segments = options.segments};
    for (const std::string& text : options.maps)
        request.maps.push_back(mapFolder(text));
    return showImport(options.project, importFolder(request, job), console, job);
}

std::string findingsText(const std::vector<Finding>& findings) {
    std::string text;
    std::size_t shown = 0;
    for (const FindingKind kind : {FindingKind::Error, FindingKind::Warning, FindingKind::Info}) {
        for (const Finding& finding : findings) {
            if (finding.kind != kind || shown == kFindingsShown) continue;
            ++shown;
            text += kind == FindingKind::Error ? "  left out: "
                                               : (kind == FindingKind::Warning ? "  warning: " : "  ");
            text += finding.path.empty() ? finding.message : finding.path + ": " + finding.message;
            if (!text.ends_with('.')) text += '.';
            if (!finding.remedy.empty()) text += " " + finding.remedy;
            text += "\n";
        }
    }
    if (findings.size() > shown) {
        text += "  and " + std::to_string(findings.size() - shown) + " more (all with --json)\n";
    }
    return text;
}
}  // namespace

void addLayoutOptions(CLI::App& command, std::string& layout, std::string& className) {
    command.add_option("--layout", layout, "How the folder is arranged")
        ->check(CLI::IsMember(datasetLayouts()))
        ->capture_default_str();
    command.add_option("--class", className, "Which class of a dataset that has several");
}

ExitCode showImport(const std::string& project, const ImportReport& report, Console& console,
                    const Job& job) {
    Json document{{"project", project},
                  {"layout", report.layout},
                  {"added", report.added},
                  {"updated", report.updated},
                  {"unchanged", report.unchanged},
                  {"rejected", report.rejected},
                  {"segment_maps", report.segmentMaps},
                  {"anomaly_maps", report.anomalyMaps},
                  {"published_subsets", report.publishedSubsets},
                  {"findings", Json::array()}};
    for (const Finding& finding : report.findings)
        document["findings"].push_back(toJson(finding));
    console.setDocument(std::move(document));
    std::string text = "Layout " + report.layout + ": " + counted(report.added, "part", "parts") +
                       " added, " + std::to_string(report.updated) + " updated, " +
                       std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.rejected) +
                       " left out.\n";
    if (report.segmentMaps > 0)
        text += counted(report.segmentMaps, "segment map", "segment maps") + " read.\n";
    if (report.anomalyMaps > 0)
        text += counted(report.anomalyMaps, "anomaly map", "anomaly maps") + " read.\n";
    if (report.publishedSubsets > 0)
        text += counted(report.publishedSubsets, "published list", "published lists") +
                " of parts to fit with.\n";
    console.print(text + findingsText(report.findings));
    return report.rejected > 0 ? ExitCode::SomeFailed : exitCodeOf(job);
}

void addImportCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "import", "Adds the parts of a folder, or takes in its changes",
                   "segad import parts.segad /data/parts --layout mvtec");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("FOLDER", options->folder, "Folder of images")->required();
    addLayoutOptions(command, options->layout, options->className);
    command.add_option("--maps", options->maps, "DETECTOR=FOLDER of anomaly maps made elsewhere (.npy)");
    command.add_option("--segments", options->segments, "Folder of segment maps (.npy or indexed .png)");
    command.add_flag("--dry-run", options->dryRun, "Only say what would be imported");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
