#include <algorithm>
#include <charconv>
#include <optional>

#include "app/cli/commands/commands.h"
#include "app/cli/record_json.h"
#include "app/cli/text.h"
#include "core/forest/forest_options.h"
#include "core/project/project.h"
#include "core/workflow/workflows.h"

namespace segad::cli {

namespace {
constexpr std::size_t kColumnsShown = 8;

struct Options {
    std::string project;
    std::vector<std::string> detectors;
    std::string forest = "brf";
    std::string bad;
    std::vector<std::string> featureDefects;
    std::optional<std::string> list;
    std::uint64_t seed = kDefaultForestSeed;
    std::vector<std::string> settings;
};

/// A number, or where the bad parts come from.
void chooseBadParts(FitRequest& request, const std::string& text) {
    if (text.empty()) return;
    int count = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (failure == std::errc{} && end == text.data() + text.size()) {
        request.badForFit = count;
    } else {
        request.bad = badPartsFromString(text);
    }
}

FitRequest requestOf(const Options& options, const std::string& device) {
    FitRequest request{.project = options.project,
                       .detectors = options.detectors,
                       .forest = options.forest,
                       .seed = options.seed,
                       .publishedSubset = options.list,
                       .featureDefects = options.featureDefects,
                       .device = device};
    chooseBadParts(request, options.bad);
    const ParamSchema& schema = findForestKind(options.forest).params;
    for (const std::string& setting : options.settings)
        schema.assign(request.params, setting);
    return request;
}

Json countsOf(const Project& project, const RunRecord& run) {
    Json counts{{"calibrate", 0}, {"fit", 0}, {"test", 0}};
    for (const RolePair& pair : project.runs().snapshot(run.snapshot)) {
        const std::string role(toString(pair.role));
        if (counts.contains(role)) counts[role] = counts[role].get<int>() + 1;
    }
    return counts;
}

/// The columns the forest leans on, the most useful first, with their share of the gain.
std::vector<std::pair<std::string, double>> topColumns(const ForestRecord& forest) {
    std::vector<std::pair<std::string, double>> columns;
    for (std::size_t i = 0; i < forest.columns.size(); ++i)
        columns.emplace_back(forest.columns[i], forest.gains[i]);
    std::ranges::stable_sort(columns, std::ranges::greater{}, &std::pair<std::string, double>::second);
    return columns;
}

ExitCode run(const FitRequest& request, Console& console, Job& job) {
    const RunId id = fitForest(request, job);
    const Project project = Project::open(request.project, true);
    const RunRecord fitted = project.runs().find(id).value();
    if (!fitted.message.empty()) console.note(fitted.message);
    const Json counts = countsOf(project, fitted);
    const std::optional<ForestRecord> forest = project.runs().forest(id);
    const std::optional<ThresholdRecord> thresholds = project.runs().thresholds(id);
    Json document = toJson(fitted);
    document["parts"] = counts;
    std::string text = "Fitted " + fitted.subject + " in " + duration(fitted.seconds) + " (run " +
                       std::to_string(id) + ") on " + counts["calibrate"].dump() + " good and " +
                       counts["fit"].dump() + " bad parts; " + counts["test"].dump() + " are left to test.\n";
    if (thresholds) {
        document["thresholds"] = {
            {"review", thresholds->review}, {"reject", thresholds->reject}, {"reason", thresholds->reason}};
        text += "Thresholds: review from " + fixed(thresholds->review, 3) + ", reject from " +
                fixed(thresholds->reject, 3) + ".\n";
    }
    if (forest) {
        Json gains = Json::object();
        Table table({{"feature"}, {"share of gain, %", Table::Align::Right}});
        for (const auto& [name, gain] : topColumns(*forest)) {
            gains[name] = gain;
            if (gains.size() <= kColumnsShown) table.add({name, percent(gain)});
        }
        document["gains"] = gains;
        text += table.text();
    }
    console.setDocument(std::move(document));
    console.print(text);
    return exitCodeOf(job);
}
}  // namespace

void addFitCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command =
        addCommand(app, context, "fit", "Fits the forest on segment features of good and bad parts",
                   "segad fit parts.segad --forest brf --bad 10");
    command.add_option("PROJECT", options->project, "Project file")->required();
    addDetectorChoice(command, options->detectors);
    addForestChoice(command, options->forest);
    CLI::Option* bad = command.add_option(
        "--bad", options->bad,
        "Bad parts to learn from: a number (default: what the dataset has for it, else 10), 'all', 'real', "
        "'generated' for one-class SegAD (made and scored when there are none), or 'none'");
    command
        .add_option("--feature-defects", options->featureDefects,
                    "Bad rows generated in feature space, too: local, cluster, global, dependency")
        ->delimiter(',');
    command
        .add_option(
            "--list", options->list,
            "Learn from exactly the bad parts of a list that the dataset publishes; 'info' names them")
        ->excludes(bad);
    command.add_option("--seed", options->seed, "Draws the bad parts and grows the trees")
        ->capture_default_str();
    command.add_option("--set", options->settings, "A parameter, key=value; may be given several times");
    command.callback([&context, options] {
        context.action = [&context, options](Console& console, Job& job) {
            return run(requestOf(*options, context.common.device), console, job);
        };
    });
}

}  // namespace segad::cli
