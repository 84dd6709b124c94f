#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/audit_trail.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<std::string> actions;
    std::size_t count = AuditQuery().count;
    std::string csv;
};

Json toJson(const AuditRecord& entry) {
    return {{"id", entry.id},         {"at", entry.at},           {"who", entry.who},
            {"action", entry.action}, {"subject", entry.subject}, {"detail", entry.detail}};
}

ExitCode run(const Options& options, Console& console) {
    const std::vector<AuditRecord> entries =
        auditTrail({.project = options.project, .actions = options.actions, .count = options.count});
    Table table({{"at"}, {"who"}, {"host"}, {"action"}, {"subject"}, {"detail"}});
    Json list = Json::array();
    for (const AuditRecord& entry : entries) {
        table.add({entry.at, entry.who, entry.detail.value("host", ""), entry.action,
                   clipped(entry.subject, 40), clipped(auditDetail(entry), 100)});
        list.push_back(toJson(entry));
    }
    if (options.csv.empty()) {
        console.print(table.empty() ? "Nothing was recorded.\n" : table.text());
    } else {
        writeAuditCsv(entries, options.csv);
        console.print("Wrote " + counted(static_cast<long long>(entries.size()), "entry", "entries") +
                      " to " + options.csv + ".\n");
    }
    console.setDocument({{"project", options.project}, {"entries", std::move(list)}});
    return ExitCode::Done;
}
}  // namespace

void addAuditCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "audit", "Who did what when, newest first",
                                   "segad audit parts.segad --action threshold,inspect,package");
    command.add_option("PROJECT", options->project, "Project file; only read")->required();
    command.add_option("--action", options->actions, "Only these: label, threshold, inspect, package, …")
        ->delimiter(',');
    command.add_option("--count", options->count, "At most so many entries")->capture_default_str();
    command.add_option("--csv", options->csv, "Write a table with all details to this file");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job&) { return run(*options, console); };
    });
}

}  // namespace segad::cli
