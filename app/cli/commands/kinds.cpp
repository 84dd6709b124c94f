#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/kind_value.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::vector<std::string> detectors;
    std::string forest = "brf";
    int seeds = 5;
    std::vector<std::string> settings;
};

KindValueRequest requestOf(const Options& options) {
    KindValueRequest request{.project = options.project,
                             .detectors = options.detectors,
                             .forest = options.forest,
                             .seeds = options.seeds};
    const ParamSchema& schema = findForestKind(options.forest).params;
    for (const std::string& setting : options.settings)
        schema.assign(request.params, setting);
    return request;
}

std::string figureText(const std::optional<KindFigure>& figure) {
    if (!figure) return "";
    return percent(figure->mean) + (figure->deviation ? " ± " + fixed(*figure->deviation * 100, 1) : "");
}

Json toJson(const std::optional<KindFigure>& figure) {
    if (!figure) return nullptr;
    return {{"mean", figure->mean},
            {"deviation", figure->deviation ? Json(*figure->deviation) : Json(nullptr)}};
}

ExitCode run(const KindValueRequest& request, Console& console, Job& job) {
    const KindValueReport report = kindValues(request, job);
    Json rows = Json::array();
    Table table({{"kind"},
                 {"generated", Table::Align::Right},
                 {"without it, AUROC %", Table::Align::Right},
                 {"alone, AUROC %", Table::Align::Right}});
    for (const KindValueRow& row : report.rows) {
        table.add({row.kind.empty() ? "all together" : row.kind, std::to_string(row.parts),
                   figureText(row.without), figureText(row.alone)});
        rows.push_back({{"kind", row.kind.empty() ? Json(nullptr) : Json(row.kind)},
                        {"parts", row.parts},
                        {"without", toJson(row.without)},
                        {"alone", toJson(row.alone)}});
    }
    std::string text = table.text();
    Json bare = Json::object();
    for (const auto& [detector, figure] : report.bare) {
        bare[detector] = figure;
        text += detector + " by itself: " + percent(figure) + " %\n";
    }
    console.setDocument({{"project", request.project.string()},
                         {"detectors", report.detectors},
                         {"parts", {{"good", report.good}, {"bad", report.bad}}},
                         {"seeds", request.seeds},
                         {"kinds", rows},
                         {"bare", bare}});
    console.print(text + "On " + counted(report.good, "good", "good") + " and " +
                  counted(report.bad, "bad", "bad") +
                  " photographed parts. A kind whose absence lowers the figure is worth generating.\n");
    return exitCodeOf(job);
}
}  // namespace

void addKindsCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "kinds",
                   "Which kinds of generated defects help: forests without each and with each alone",
                   "segad kinds parts.segad --seeds 5");
    command.add_option("PROJECT", options->project, "Project file")->required();
    addDetectorChoice(command, options->detectors);
    addForestChoice(command, options->forest);
    command.add_option("--seeds", options->seeds, "Forests a figure, 1 to 10")->capture_default_str();
    command.add_option("--set", options->settings, "A parameter of the forest, key=value");
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            return run(requestOf(*options), console, job);
        };
    });
}

}  // namespace segad::cli
