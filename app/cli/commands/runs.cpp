#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/project/project.h"
#include "core/workflow/run_comparison.h"
#include "core/workflow/run_removal.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<RunId> runs;
};

ExitCode list(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    Json document{{"project", toUtf8(project.file())}, {"runs", Json::array()}};
    Table table({{"run", Table::Align::Right},
                 {"kind"},
                 {"of"},
                 {"outcome"},
                 {"time", Table::Align::Right},
                 {"builds on"},
                 {"started"},
                 {"remark"}});
    for (const RunRecord& run : project.runs().all()) {
        std::string inputs;
        for (const RunId input : run.inputs)
            inputs += (inputs.empty() ? "" : " ") + std::to_string(input);
        document["runs"].push_back(toJson(run));
        table.add({std::to_string(run.id), std::string(toString(run.kind)), run.subject,
                   std::string(toString(run.outcome)), duration(run.seconds), inputs,
                   run.startedAt.substr(0, 16), clipped(run.message, 40)});
    }
    console.print(table.empty() ? "There are no runs yet.\n" : table.text());
    console.setDocument(std::move(document));
    return ExitCode::Done;
}

ExitCode remove(const Options& options, Console& console) {
    removeRuns(options.project, options.runs);
    console.print(counted(static_cast<long long>(options.runs.size()), "run", "runs") + " removed.\n");
    console.setDocument({{"project", options.project}, {"removed", options.runs}});
    return ExitCode::Done;
}

Json toJson(RunId run, const Ranking& ranking) {
    return {{"run", run}, {"auroc", ranking.auroc ? Json(*ranking.auroc) : Json(nullptr)}};
}

ExitCode compare(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    const RunId first = options.runs.at(0);
    const RunId second = options.runs.at(1);
    const RankingComparison found = compareRankings(project, first, second);
    Table table({{"run", Table::Align::Right}, {"AUROC", Table::Align::Right}});
    table.add({std::to_string(first), percent(found.first.auroc)});
    table.add({std::to_string(second), percent(found.second.auroc)});
    std::string text = table.text() + "On " + counted(found.good, "good part", "good parts") + " and " +
                       counted(found.bad, "bad part", "bad parts") + " that neither has learned from.\n";
    Json difference;
    if (found.difference) {
        const AurocComparison& paired = *found.difference;
        text += "Difference " + fixed(100 * paired.difference, 1) + " points, 95 % interval " +
                fixed(100 * paired.interval.low, 1) + " to " + fixed(100 * paired.interval.high, 1);
        if (paired.pValue) text += ", p = " + fixed(*paired.pValue, 3) + " (DeLong)";
        text += ".\n";
        difference = {{"auroc", paired.difference},
                      {"ci95", {paired.interval.low, paired.interval.high}},
                      {"p", paired.pValue ? Json(*paired.pValue) : Json(nullptr)}};
    }
    console.print(text);
    console.setDocument({{"first", toJson(first, found.first)},
                         {"second", toJson(second, found.second)},
                         {"parts", {{"good", found.good}, {"bad", found.bad}}},
                         {"difference", difference}});
    return ExitCode::Done;
}

using Work = ExitCode (*)(const Options&, Console&);

CLI::App& addPart(CLI::App& group, Context& context, const std::shared_ptr<Options>& options,
                  const std::string& name, const std::string& description, const std::string& example,
                  Work work) {
    CLI::App& command = addCommand(group, context, name, description, example);
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.callback([&context, options, work] {
        context.action = [options, work](Console& console, Job&) { return work(*options, console); };
        // That a run is still needed is no matter of how the command was written.
        context.exitCodeOfError = [](ErrorCode) { return ExitCode::CannotBeDone; };
    });
    return command;
}
}  // namespace

void addRunsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& group = *app.add_subcommand("runs", "Runs of a project: list, compare, remove");
    group.require_subcommand(1);
    addPart(group, context, options, "list", "Every run with what it took and builds on",
            "segad runs list parts.segad", list);
    addPart(group, context, options, "compare",
            "Which of two runs ranks the parts better that neither has learned from",
            "segad runs compare parts.segad 3 5", compare)
        .add_option("RUN", options->runs, "Numbers of the two runs")
        ->required()
        ->expected(2);
    addPart(group, context, options, "remove",
            "Removes runs for good, with their scores, maps and models; not those that others build on",
            "segad runs remove parts.segad 5 6", remove)
        .add_option("RUN", options->runs, "Numbers of the runs")
        ->required();
}

}  // namespace segad::cli
