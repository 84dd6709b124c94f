#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/label_merge.h"
#include "core/workflow/ruled_parts.h"

namespace segad::cli {

namespace {
constexpr std::size_t kRowsShown = 30;

struct Options {
    std::string project;
    std::string csv;
    std::string inspected;
    std::string conflicts = "keep";
    bool restore = false;
    bool dryRun = false;
};

Json toJson(const LabelState& state) {
    return {{"label", toString(state.label)}, {"defect_type", state.defectType}, {"note", state.note}};
}

/// "bad (dent), note 'deep'".
std::string words(const LabelState& state) {
    std::string text(toString(state.label));
    if (!state.defectType.empty()) text += " (" + state.defectType + ")";
    if (!state.note.empty()) text += ", note '" + clipped(state.note, 40) + "'";
    return text;
}

std::string changesText(const LabelMergeReport& report, MergeConflicts conflicts) {
    std::string text;
    std::size_t shown = 0;
    for (const LabelMergeRow& row : report.plan.rows) {
        const LabelState wanted = resolved(row, conflicts);
        if (wanted == row.project) continue;
        if (++shown > kRowsShown) continue;
        text += "  " + row.path + ": " + words(row.project) + " -> " + words(wanted) + "\n";
    }
    if (shown > kRowsShown)
        text += "  and " + std::to_string(shown - kRowsShown) + " more (all with --json)\n";
    return text;
}

Json documentOf(const Options& options, const LabelMergeReport& report, MergeConflicts conflicts) {
    Json rows = Json::array();
    for (const LabelMergeRow& row : report.plan.rows) {
        rows.push_back({{"part", row.path},
                        {"line", row.line},
                        {"conflict", row.conflict},
                        {"project", toJson(row.project)},
                        {"table", toJson(row.table)},
                        {"base", row.base ? toJson(*row.base) : Json(nullptr)},
                        {"result", toJson(resolved(row, conflicts))}});
    }
    return {{"project", options.project},
            {"dry_run", options.dryRun},
            {"rows", report.plan.read},
            {"labelled", report.changed},
            {"conflicts", report.plan.conflicts()},
            {"ignored_columns", report.plan.ignoredColumns},
            {"changes", rows}};
}

ExitCode takeInspected(const Options& options, Console& console, Job& job) {
    const RuledPartsReport report =
        takeRuledParts({.project = options.project, .results = options.inspected}, job);
    for (const Error& error : report.missing)
        job.warn(error);
    console.setDocument({{"project", options.project},
                         {"inspected", options.inspected},
                         {"added", report.added},
                         {"labelled", report.labelled},
                         {"known", report.known},
                         {"missing", report.missing.size()}});
    console.print(counted(report.added, "part", "parts") + " added, " + std::to_string(report.labelled) +
                  " labelled, " + std::to_string(report.known) + " known, " +
                  std::to_string(report.missing.size()) + " missing.\n");
    return exitCodeOf(job);
}

ExitCode run(const Options& options, Console& console, Job& job) {
    if (!options.inspected.empty()) return takeInspected(options, console, job);
    const MergeConflicts conflicts =
        options.conflicts == "take" ? MergeConflicts::TakeTable : MergeConflicts::KeepProject;
    const LabelMergeReport report = mergeLabels({.project = options.project,
                                                 .table = options.csv,
                                                 .conflicts = conflicts,
                                                 .restore = options.restore,
                                                 .dryRun = options.dryRun},
                                                job);
    console.setDocument(documentOf(options, report, conflicts));
    std::string text =
        counted(static_cast<long long>(report.plan.read), "part", "parts") + " in the table, " +
        std::to_string(report.changed) + (options.dryRun ? " would be changed" : " changed") + ", " +
        counted(static_cast<long long>(report.plan.conflicts()), "conflict", "conflicts") + ".\n";
    if (options.dryRun) text += changesText(report, conflicts);
    for (const std::string& column : report.plan.ignoredColumns)
        text += "  the column '" + column + "' means nothing here and was passed over\n";
    console.print(text);
    return exitCodeOf(job);
}
}  // namespace

void addLabelCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "label",
                   "Labels parts from a table with the columns path, label[, defect_type, note, revision]",
                   "segad label parts.segad --csv labels.csv --dry-run");
    command.add_option("PROJECT", options->project, "Project file")->required();
    CLI::Option_group& from = *command.add_option_group("From", "Where the labels come from");
    from.add_option("--csv", options->csv, "Table of labels: good, bad or unlabelled");
    from.add_option("--inspected", options->inspected,
                    "Project or results file of a line: parts of which people have said what they are become "
                    "parts, with that label");
    from.require_option(1);
    command
        .add_option("--conflicts", options->conflicts,
                    "keep or take: whose side counts where the project has changed, too, since the table was "
                    "exported")
        ->check(CLI::IsMember({"keep", "take"}))
        ->capture_default_str();
    command.add_flag("--restore", options->restore,
                     "Make the labels as they are in the table, whatever was said since");
    command.add_flag("--dry-run", options->dryRun, "Only say what would be changed");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
