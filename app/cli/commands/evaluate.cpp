#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    bool pixel = false;
    std::vector<std::string> by;
    std::string seeds;
};

/// "88.8" or "n/a" from a JSON fraction.
std::string percentOf(const Json& value) {
    return value.is_number() ? percent(value.get<double>()) : "n/a";
}

std::string breakdownText(const EvaluationRecord& evaluation) {
    std::string text;
    for (const auto& [key, groups] : evaluation.extra.items()) {
        if (!key.starts_with("by_")) continue;
        Table table({{key.substr(3)},
                     {"bad", Table::Align::Right},
                     {"AUROC", Table::Align::Right},
                     {"FPR@95", Table::Align::Right}});
        for (const auto& [group, figures] : groups.items())
            table.add({group, figures["bad"].dump(), percentOf(figures["auroc"]),
                       percentOf(figures["fpr_at_95tpr"])});
        if (!table.empty()) text += "\n" + evaluation.name + "\n" + table.text();
    }
    return text;
}

std::string seedsText(const Json& seeds) {
    if (seeds.empty()) return "";
    Table table({{"ten seeds"},
                 {"AUROC", Table::Align::Right},
                 {"AP", Table::Align::Right},
                 {"FPR@95", Table::Align::Right}});
    const auto cell = [](const Json& figure) {
        if (!figure.is_object()) return std::string("n/a");
        return percentOf(figure["mean"]) + " ± " + percentOf(figure["deviation"]);
    };
    for (const auto& [name, figures] : seeds.items())
        table.add({name, cell(figures["auroc"]), cell(figures["average_precision"]),
                   cell(figures["fpr_at_95tpr"])});
    return "\n" + table.text();
}

ExitCode run(const Options& options, Console& console, Job& job) {
    const EvaluateReport report = evaluateProject({.project = options.project,
                                                   .pixel = options.pixel,
                                                   .by = options.by,
                                                   .paperSeeds = !options.seeds.empty()},
                                                  job);
    Json document{{"project", options.project}, {"evaluations", toJson(report.evaluations)}};
    if (!report.seeds.empty()) document["seeds"] = report.seeds;
    console.setDocument(std::move(document));
    std::string text = "Per cent:\n" + evaluationTable(report.evaluations);
    for (const EvaluationRecord& evaluation : report.evaluations)
        text += breakdownText(evaluation);
    console.print(text + seedsText(report.seeds));
    return exitCodeOf(job);
}
}  // namespace

void addEvaluateCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "evaluate", "Figures and ROC of detectors and forest on the test parts",
                   "segad evaluate parts.segad --pixel --by defect_type");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_flag("--pixel", options->pixel, "Pixel AUROC and AUPRO where there are masks");
    command.add_option("--by", options->by, "Break down by defect_type, segment")->delimiter(',');
    command.add_option("--seeds", options->seeds, "paper: refit for each of the paper's ten seeds")
        ->check(CLI::IsMember({"paper"}));
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
