#include <cmath>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/part_explanation.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string part;
    std::size_t top = 10;
};

PartRecord findPart(const Options& options) {
    const Project project = Project::open(options.project, true);
    if (std::optional<PartRecord> part = project.parts().findByPath(options.part)) return *part;
    throw Error(ErrorCode::NotFound, options.part, "is not a part of " + options.project,
                "Name it by its path as 'segad export --table labels' writes it.");
}

Json documentOf(const PartExplanation& made, const PartRecord& part) {
    Json cells = Json::array();
    for (const CellContribution& cell : made.cells)
        cells.push_back({{"segment", cell.segmentName}, {"detector", cell.detector}, {"value", cell.value}});
    Json features = Json::array();
    for (const FeatureContribution& feature : made.features) {
        features.push_back({{"segment", feature.segmentName},
                            {"detector", feature.detector},
                            {"statistic", std::string(toString(feature.statistic))},
                            {"feature", std::isnan(feature.feature) ? Json(nullptr) : Json(feature.feature)},
                            {"value", feature.value}});
    }
    return {{"part", part.path},
            {"run", made.fit.id},
            {"score", made.score},
            {"bias", made.bias},
            {"learned_from", made.learnedFrom},
            {"contributions", std::move(cells)},
            {"features", std::move(features)}};
}

std::string textOf(const PartExplanation& made, const PartRecord& part, std::size_t top) {
    using Align = Table::Align;
    Table table({{"segment"}, {"detector"}, {"number"}, {"is", Align::Right}, {"adds", Align::Right}});
    for (std::size_t i = 0; i < std::min(top, made.features.size()); ++i) {
        const FeatureContribution& feature = made.features[i];
        table.add({feature.segmentName, feature.detector, std::string(toString(feature.statistic)),
                   std::isnan(feature.feature) ? "missing" : fixed(feature.feature, 3),
                   fixed(feature.value, 3)});
    }
    return part.path + ": score " + fixed(made.score, 3) + " = " + fixed(made.bias, 3) +
           " before it is seen, and\n" + table.text();
}

ExitCode run(const Options& options, Console& console, Job& job) {
    const PartRecord part = findPart(options);
    const PartExplanation made = explainPart(options.project, part.id, job);
    console.print(textOf(made, part, options.top));
    if (made.learnedFrom) console.note("The forest has learned from this part: it says what it was told.");
    console.setDocument(documentOf(made, part));
    return exitCodeOf(job);
}
}  // namespace

void addExplainCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "explain",
                                   "Which segment and which detector raised a part's score, by how much",
                                   "segad explain parts.segad test/bad/000.png");
    command.add_option("PROJECT", options->project, "Project file")->required();
    command.add_option("PART", options->part, "Path of the part")->required();
    command.add_option("--top", options->top, "How many numbers to list")->capture_default_str();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) { return run(*options, console, job); };
    });
}

}  // namespace segad::cli
