#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/project/project.h"
#include "core/workflow/region_masks.h"

namespace segad::cli {

namespace {
constexpr std::size_t kMasksShown = 30;

struct Options {
    std::string project;
    std::string folder;
    std::vector<std::string> parts;
    bool replace = false;
    bool dryRun = false;
    bool all = false;
};

/// The masks there is something to say about: what went in as it should needs no line.
std::string remarksText(const RegionImportReport& report) {
    std::string text;
    std::size_t shown = 0;
    std::size_t said = 0;
    for (const MaskReport& mask : report.masks) {
        const bool unusual = mask.outcome == MaskOutcome::Kept || mask.outcome == MaskOutcome::Failed ||
                             mask.outcome == MaskOutcome::Unmatched || mask.outcome == MaskOutcome::Removed;
        if (!unusual && mask.remark.empty()) continue;
        if (++said > kMasksShown) continue;
        ++shown;
        text += "  " + std::string(toString(mask.outcome)) + ": " + mask.file +
                (mask.remark.empty() ? "" : " " + mask.remark) + "\n";
    }
    if (said > shown) text += "  and " + std::to_string(said - shown) + " more (all with --json)\n";
    return text;
}

ExitCode importMasks(const Options& options, Console& console, Job& job) {
    const RegionImportReport report = importRegions({.project = options.project,
                                                     .folder = options.folder,
                                                     .replace = options.replace,
                                                     .dryRun = options.dryRun},
                                                    job);
    Json document{{"project", options.project}, {"dry_run", options.dryRun}, {"masks", Json::array()}};
    std::string counts;
    for (const MaskOutcome outcome :
         {MaskOutcome::Stored, MaskOutcome::Unchanged, MaskOutcome::Kept, MaskOutcome::Removed,
          MaskOutcome::Empty, MaskOutcome::Unmatched, MaskOutcome::Failed}) {
        const int count = report.count(outcome);
        document[std::string(toString(outcome))] = count;
        if (count > 0 || outcome == MaskOutcome::Stored)
            counts +=
                (counts.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(toString(outcome));
    }
    for (const MaskReport& mask : report.masks) {
        document["masks"].push_back({{"file", mask.file},
                                     {"part", mask.part.empty() ? Json(nullptr) : Json(mask.part)},
                                     {"outcome", toString(mask.outcome)},
                                     {"remark", mask.remark}});
    }
    console.setDocument(std::move(document));
    std::string text = counted(static_cast<long long>(report.masks.size()), "mask", "masks") + ": " + counts +
                       (options.dryRun ? " (nothing was changed)" : "") + ".\n" + remarksText(report);
    if (report.count(MaskOutcome::Kept) > 0)
        text += "Painted regions were kept; --replace puts the masks in their place.\n";
    console.print(text);
    return exitCodeOf(job);
}

ExitCode exportMasks(const Options& options, Console& console, Job& job) {
    const RegionExportReport report = exportRegions(
        {.project = options.project, .folder = options.folder, .replace = options.replace}, job);
    console.setDocument({{"project", options.project},
                         {"folder", options.folder},
                         {"written", report.written},
                         {"unchanged", report.unchanged}});
    const std::string there =
        counted(report.unchanged, "mask", "masks") + " there already with the same regions.\n";
    console.print(counted(report.written, "mask", "masks") + " written.\n" +
                  (report.unchanged > 0 ? there : std::string()));
    return exitCodeOf(job);
}

ExitCode list(const Options& options, Console& console, Job&) {
    const Project project = Project::open(options.project, true);
    Json document{{"project", options.project}, {"parts", Json::array()}};
    Table table({{"part"},
                 {"label"},
                 {"defect type"},
                 {"regions", Table::Align::Right},
                 {"pixels", Table::Align::Right},
                 {"area", Table::Align::Right},
                 {"from"}});
    for (const RegionRecord& record : project.regions().all()) {
        const PartRecord part = project.parts().find(record.part).value();
        document["parts"].push_back({{"path", part.path},
                                     {"label", toString(part.label)},
                                     {"defect_type", part.defectType},
                                     {"regions", record.count},
                                     {"pixels", record.pixels},
                                     {"area_share", record.areaShare},
                                     {"origin", record.origin},
                                     {"set_at", record.setAt}});
        table.add({part.path, std::string(toString(part.label)), part.defectType,
                   std::to_string(record.count), std::to_string(record.pixels),
                   fixed(100 * record.areaShare, 2) + " %", record.origin});
    }
    console.print(table.empty() ? "No regions are painted.\n" : table.text());
    console.setDocument(std::move(document));
    return ExitCode::Done;
}

ExitCode clear(const Options& options, Console& console, Job& job) {
    const int cleared = clearRegions(options.project, options.parts, job);
    console.setDocument({{"project", options.project}, {"cleared", cleared}});
    console.print("Regions of " + counted(cleared, "part", "parts") + " removed.\n");
    return exitCodeOf(job);
}

using Run = ExitCode (*)(const Options&, Console&, Job&);

void onCall(CLI::App& command, Context& context, const std::shared_ptr<Options>& options, Run run) {
    command.callback([&context, options, run] {
        context.action = [options, run](Console& console, Job& job) { return run(*options, console, job); };
    });
}
}  // namespace

void addRegionsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& group = *app.add_subcommand("regions", "Painted regions: list, import, export, clear");
    group.require_subcommand(1);

    CLI::App& listing = addCommand(group, context, "list", "The parts with regions, and how much is painted",
                                   "segad regions list parts.segad");
    listing.add_option("PROJECT", options->project, "Project file")->required();
    onCall(listing, context, options, list);

    CLI::App& importing = addCommand(group, context, "import", "Takes masks in as the regions of their parts",
                                     "segad regions import parts.segad /data/ground_truth");
    importing.add_option("PROJECT", options->project, "Project file")->required();
    importing.add_option("FOLDER", options->folder, "Folder of masks named as the parts, or as datasets do")
        ->required();
    importing.add_flag("--replace", options->replace, "Also in the place of regions that were painted");
    importing.add_flag("--dry-run", options->dryRun, "Only say what would be imported");
    onCall(importing, context, options, importMasks);

    CLI::App& exporting =
        addCommand(group, context, "export", "Writes the regions of each part as a PNG mask",
                   "segad regions export parts.segad /data/masks");
    exporting.add_option("PROJECT", options->project, "Project file")->required();
    exporting.add_option("FOLDER", options->folder, "Folder for the masks")->required();
    exporting.add_flag("--replace", options->replace, "Also in the place of masks that differ");
    onCall(exporting, context, options, exportMasks);

    CLI::App& clearing = addCommand(group, context, "clear", "Removes regions",
                                    "segad regions clear parts.segad test/bad/007.png");
    clearing.add_option("PROJECT", options->project, "Project file")->required();
    CLI::Option* parts = clearing.add_option("PART", options->parts, "Parts to clear, by path");
    CLI::Option* all = clearing.add_flag("--all", options->all, "Those of all parts");
    all->excludes(parts);
    clearing.callback([&context, options] {
        if (options->parts.empty() && !options->all) throw CLI::RequiredError("PART or --all");
        context.action = [options](Console& console, Job& job) { return clear(*options, console, job); };
    });
}

}  // namespace segad::cli
