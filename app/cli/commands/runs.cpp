#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/project/project.h"
#include "core/workflow/evaluation_comparison.h"
#include "core/workflow/evaluation_table.h"
#include "core/workflow/run_removal.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<RunId> runs;  ///< or evaluations
    std::string csv;
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

Json rankingJson(RunId run, const Ranking& ranking) {
    return {{"run", run}, {"auroc", ranking.auroc ? Json(*ranking.auroc) : Json(nullptr)}};
}

std::string differenceText(const std::optional<AurocComparison>& paired) {
    if (!paired) return {};
    std::string text = "Difference " + fixed(100 * paired->difference, 1) + " points, 95 % interval " +
                       fixed(100 * paired->interval.low, 1) + " to " + fixed(100 * paired->interval.high, 1);
    if (paired->pValue) text += ", p = " + fixed(*paired->pValue, 3) + " (DeLong)";
    return text + ".\n";
}

Json differenceJson(const std::optional<AurocComparison>& paired) {
    if (!paired) return nullptr;
    return {{"auroc", paired->difference},
            {"ci95", {paired->interval.low, paired->interval.high}},
            {"p", paired->pValue ? Json(*paired->pValue) : Json(nullptr)}};
}

ExitCode compare(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    const RunId first = options.runs.at(0);
    const RunId second = options.runs.at(1);
    const RankingComparison found = compareRankings(project, {.run = first}, {.run = second});
    Table table({{"run", Table::Align::Right}, {"AUROC", Table::Align::Right}});
    table.add({std::to_string(first), percent(found.first.auroc)});
    table.add({std::to_string(second), percent(found.second.auroc)});
    std::string text = table.text() + "On " + counted(found.good, "good part", "good parts") + " and " +
                       counted(found.bad, "bad part", "bad parts") + " that neither has learned from.\n";
    console.print(text + differenceText(found.difference));
    console.setDocument({{"first", rankingJson(first, found.first)},
                         {"second", rankingJson(second, found.second)},
                         {"parts", {{"good", found.good}, {"bad", found.bad}}},
                         {"difference", differenceJson(found.difference)}});
    return ExitCode::Done;
}

ExitCode listEvaluations(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    if (!options.csv.empty()) {
        const int rows = writeEvaluations(project, {}, options.csv);
        console.print(counted(rows, "evaluation", "evaluations") + " written.\n");
        console.setDocument({{"project", options.project}, {"rows", rows}, {"file", options.csv}});
        return ExitCode::Done;
    }
    const std::vector<EvaluationRecord> evaluations = project.evaluations().all();
    Table table({{"evaluation", Table::Align::Right},
                 {"run", Table::Align::Right},
                 {"scores of"},
                 {"good", Table::Align::Right},
                 {"bad", Table::Align::Right},
                 {"AUROC", Table::Align::Right},
                 {"made"}});
    for (const EvaluationRecord& one : evaluations) {
        table.add({std::to_string(one.id), std::to_string(one.scoredBy), one.name, std::to_string(one.good),
                   std::to_string(one.bad), percent(one.auroc), one.createdAt.substr(0, 16)});
    }
    console.print(table.empty() ? "There are no evaluations yet.\n" : table.text());
    console.setDocument({{"project", options.project}, {"evaluations", toJson(evaluations)}});
    return ExitCode::Done;
}

ExitCode discard(const Options& options, Console& console) {
    Project project = Project::open(options.project);
    removeEvaluations(project, options.runs);
    console.print(counted(static_cast<long long>(options.runs.size()), "evaluation", "evaluations") +
                  " removed.\n");
    console.setDocument({{"project", options.project}, {"removed", options.runs}});
    return ExitCode::Done;
}

template <class Changed>
Json changesJson(const std::vector<Changed>& changed) {
    Json list = Json::array();
    for (const Changed& one : changed) {
        list.push_back({{"part", one.path},
                        {"first", std::string(toString(one.first))},
                        {"second", std::string(toString(one.second))}});
    }
    return list;
}

template <class Changed>
std::string changesText(const std::string& what, const std::vector<Changed>& changed) {
    constexpr std::size_t kShown = 10;
    if (changed.empty()) return what + ": the same.\n";
    std::string text = what + ": " + std::to_string(changed.size()) + " differ.\n";
    Table table({{"part"}, {"first"}, {"second"}});
    for (std::size_t i = 0; i < std::min(kShown, changed.size()); ++i) {
        table.add({changed[i].path, std::string(toString(changed[i].first)),
                   std::string(toString(changed[i].second))});
    }
    return text + table.text();
}

ExitCode changes(const Options& options, Console& console) {
    const Project project = Project::open(options.project, true);
    const EvaluationComparison found = compareEvaluations(project, options.runs.at(0), options.runs.at(1));
    Table table({{"what differs"}, {"first"}, {"second"}});
    Json values = Json::array();
    for (const ChangedValue& value : found.values) {
        table.add({value.key, clipped(value.first.dump(), 40), clipped(value.second.dump(), 40)});
        values.push_back({{"key", value.key}, {"first", value.first}, {"second", value.second}});
    }
    std::string text = found.first.name + ": AUROC " + percent(found.first.auroc) + "; " + found.second.name +
                       ": AUROC " + percent(found.second.auroc) + "\n" + (table.empty() ? "" : table.text()) +
                       changesText("Roles", found.roles) + changesText("Labels", found.labels);
    if (found.ranking.difference) {
        text += "On the " + counted(found.ranking.good, "good", "good") + " and " +
                counted(found.ranking.bad, "bad part", "bad parts") +
                " they share: " + differenceText(found.ranking.difference);
    }
    console.print(text);
    console.setDocument({{"first", toJson(found.first)},
                         {"second", toJson(found.second)},
                         {"values", std::move(values)},
                         {"roles", changesJson(found.roles)},
                         {"labels", changesJson(found.labels)},
                         {"parts", {{"good", found.ranking.good}, {"bad", found.ranking.bad}}},
                         {"difference", differenceJson(found.ranking.difference)}});
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
    addPart(group, context, options, "evaluations", "Every stored evaluation",
            "segad runs evaluations parts.segad", listEvaluations)
        .add_option("--csv", options->csv, "Write them to this file instead");
    addPart(group, context, options, "changes",
            "What changed between two evaluations: parameters, thresholds, roles and labels of parts",
            "segad runs changes parts.segad 2 5", changes)
        .add_option("EVALUATION", options->runs, "Numbers of the two evaluations")
        ->required()
        ->expected(2);
    addPart(group, context, options, "discard", "Removes evaluations for good; their runs stay",
            "segad runs discard parts.segad 2", discard)
        .add_option("EVALUATION", options->runs, "Numbers of the evaluations")
        ->required();
    addPart(group, context, options, "remove",
            "Removes runs for good, with their scores, maps and models; not those that others build on",
            "segad runs remove parts.segad 5 6", remove)
        .add_option("RUN", options->runs, "Numbers of the runs")
        ->required();
}

}  // namespace segad::cli
