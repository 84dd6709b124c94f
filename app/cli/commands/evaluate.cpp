#include <algorithm>

#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/forest/forest_options.h"
#include "core/workflow/ablation.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    bool pixel = false;
    std::vector<std::string> by;
    std::string seeds;
    bool ablation = false;
    bool learningCurve = false;
    std::vector<std::string> detectors;
    int bad = 0;
    int repeats = 10;
    std::vector<std::string> settings;
};

/// "88.8" or "n/a" from a JSON fraction.
std::string percentOf(const Json& value) {
    return value.is_number() ? percent(value.get<double>()) : "n/a";
}

std::string intervalOf(const Json& ends) {
    return ends.is_array() ? percentOf(ends.at(0)) + "–" + percentOf(ends.at(1)) : "n/a";
}

std::string breakdownText(const EvaluationRecord& evaluation) {
    std::string text;
    for (const auto& [key, groups] : evaluation.extra.items()) {
        if (!key.starts_with("by_")) continue;
        Table table({{key.substr(3)},
                     {"bad", Table::Align::Right},
                     {"AUROC", Table::Align::Right},
                     {"95 % interval", Table::Align::Right},
                     {"FPR@95", Table::Align::Right}});
        for (const auto& [group, figures] : groups.items())
            table.add({group, figures["bad"].dump(), percentOf(figures["auroc"]),
                       intervalOf(figures["auroc_ci95"]), percentOf(figures["fpr_at_95tpr"])});
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

std::string withDeviation(const SeedFigure& figure) {
    if (!figure) return "n/a";
    return percent(figure->mean) + (figure->deviation ? " ± " + percent(*figure->deviation) : "");
}

std::string ablationText(const AblationReport& report) {
    using Align = Table::Align;
    const bool novel =
        std::ranges::any_of(report.rows, [](const AblationRow& row) { return row.unseen.has_value(); });
    std::vector<Table::Column> columns{
        {"scores of"},         {"AUROC", Align::Right},           {"95 % interval", Align::Right},
        {"AP", Align::Right},  {"FPR@95", Align::Right},          {"to best bare", Align::Right},
        {"p", Align::Right},   {"to first forest", Align::Right}, {"p", Align::Right},
        {"time", Align::Right}};
    if (novel) {
        columns.push_back({"seen", Align::Right});
        columns.push_back({"unseen", Align::Right});
    }
    Table table(columns);
    for (const AblationRow& row : report.rows) {
        std::vector<std::string> cells{
            row.name,
            withDeviation(row.auroc),
            row.aurocInterval ? percent(row.aurocInterval->low) + "–" + percent(row.aurocInterval->high)
                              : "n/a",
            withDeviation(row.averagePrecision),
            withDeviation(row.fprAt95Tpr),
            row.bareDifference ? fixed(*row.bareDifference * 100, 1) : "",
            row.barePValue ? fixed(*row.barePValue, 3) : "",
            row.difference ? fixed(*row.difference * 100, 1) : "",
            row.pValue ? fixed(*row.pValue, 3) : "",
            duration(row.secondsPerPart)};
        if (novel) {
            cells.push_back(withDeviation(row.seen));
            cells.push_back(withDeviation(row.unseen));
        }
        table.add(std::move(cells));
    }
    return "\n" + counted(report.seeds, "seed", "seeds") + ", " +
           counted(report.badForFit, "bad part", "bad parts") + " to learn from, " +
           std::to_string(report.good) + " good and " + std::to_string(report.bad) + " bad to test:\n" +
           table.text();
}

std::string curveText(const LearningCurve& curve) {
    using Align = Table::Align;
    Table table({{"bad labels", Align::Right},
                 {"AUROC", Align::Right},
                 {"seen", Align::Right},
                 {"unseen", Align::Right}});
    for (const LearningPoint& point : curve.points)
        table.add({std::to_string(point.bad), withDeviation(point.auroc), withDeviation(point.seen),
                   withDeviation(point.unseen)});
    std::string text = "\nAUROC against the number of bad labels, on " + std::to_string(curve.good) +
                       " good and " + std::to_string(curve.bad) + " bad parts:\n" + table.text();
    for (const auto& [name, area] : curve.bare)
        text += name + " alone: " + percent(area) + "\n";
    return text;
}

void warn(const std::vector<std::string>& warnings, Console& console) {
    for (const std::string& warning : warnings)
        console.note(warning + ".");
}

constexpr double kEvaluateShare = 0.2;

Json paramsOf(const Options& options) {
    Json params = Json::object();
    for (const std::string& setting : options.settings)
        findForestKind("brf").params.assign(params, setting);
    return params;
}

std::string addAblation(const Options& options, Json& document, Console& console, Job& job) {
    const AblationReport report = ablate({.project = options.project,
                                          .detectors = options.detectors,
                                          .params = paramsOf(options),
                                          .badForFit = options.bad,
                                          .seeds = options.repeats},
                                         job);
    document["ablation"] = toJson(report);
    warn(report.warnings, console);
    return ablationText(report);
}

std::string addCurve(const Options& options, Json& document, Console& console, Job& job) {
    const LearningCurve curve = learningCurve({.project = options.project,
                                               .detectors = options.detectors,
                                               .params = paramsOf(options),
                                               .seeds = options.repeats},
                                              job);
    document["learning_curve"] = toJson(curve);
    warn(curve.warnings, console);
    return curveText(curve);
}

EvaluateReport evaluated(const Options& options, Job& job) {
    return evaluateProject({.project = options.project,
                            .pixel = options.pixel,
                            .by = options.by,
                            .paperSeeds = !options.seeds.empty()},
                           job);
}

ExitCode run(const Options& options, Console& console, Job& job) {
    const bool more = options.ablation || options.learningCurve;
    EvaluateReport report;
    {
        Job::Stage stage(job, more ? kEvaluateShare : 1, "");
        report = evaluated(options, stage.job());
    }
    Json document{{"project", options.project}, {"evaluations", toJson(report.evaluations)}};
    if (!report.seeds.empty()) document["seeds"] = report.seeds;
    std::string text = "Per cent:\n" + evaluationTable(report.evaluations);
    for (const EvaluationRecord& evaluation : report.evaluations)
        text += breakdownText(evaluation);
    text += seedsText(report.seeds);
    if (!more && !report.evaluations.empty()) {
        const Json& extra = report.evaluations.back().extra;
        warn(extra.value("warnings", std::vector<std::string>{}), console);
    }
    const double share =
        options.ablation && options.learningCurve ? (1 - kEvaluateShare) / 2 : 1 - kEvaluateShare;
    if (options.ablation) {
        Job::Stage stage(job, share, "Ablation");
        text += addAblation(options, document, console, stage.job());
    }
    if (options.learningCurve) {
        Job::Stage stage(job, share, "Learning curve");
        text += addCurve(options, document, console, stage.job());
    }
    console.setDocument(std::move(document));
    console.print(text);
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
    command.add_option("--by", options->by, "Break down by defect_type, segment, novelty (of the type)")
        ->delimiter(',');
    command.add_option("--seeds", options->seeds, "paper: refit for each of the paper's ten seeds")
        ->check(CLI::IsMember({"paper"}));
    command.add_flag("--ablation", options->ablation,
                     "Forest kinds, sets of detectors and segments side by side, over the paper's seeds");
    command.add_flag("--learning-curve", options->learningCurve,
                     "AUROC against the number of bad labels, over the paper's seeds");
    command.add_option("--repeats", options->repeats, "Seeds of these two, 1 to 10")->capture_default_str();
    command.add_option("--detectors", options->detectors, "Of these two (default: every scored detector)")
        ->delimiter(',');
    command.add_option("--bad", options->bad, "Bad parts that the ablation's forests learn from");
    command.add_option("--set", options->settings, "A parameter of their forests, key=value");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
