#include <algorithm>
#include <cmath>

#include "app/cli/commands/commands.h"
#include "app/cli/text.h"
#include "core/workflow/droppable.h"
#include "core/workflow/forest_use.h"
#include "core/workflow/part_reasons.h"

namespace segad::cli {

namespace {
struct Options {
    std::string project;
    std::string part;
    std::size_t top = 10;
    bool drop = false;
    int repeats = 10;
};

constexpr double kPartShare = 0.3;
constexpr double kUseShare = 0.3;

PartRecord findPart(const Options& options) {
    const Project project = Project::open(options.project, true);
    if (std::optional<PartRecord> part = project.parts().findByPath(options.part)) return *part;
    throw Error(ErrorCode::NotFound, options.part, "is not a part of " + options.project,
                "Name it by its path as 'segad export --table labels' writes it.");
}

Json documentOf(const PartExplanation& made, const PartRecord& part, const std::vector<PartReason>& reasons) {
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
    Json sentences = Json::array();
    for (const PartReason& reason : reasons) {
        sentences.push_back({{"segment", reason.segmentName},
                             {"detector", reason.detector},
                             {"value", reason.value},
                             {"good_below", reason.goodBelow},
                             {"sentence", reason.sentence}});
    }
    return {{"part", part.path},
            {"run", made.fit.id},
            {"score", made.score},
            {"bias", made.bias},
            {"learned_from", made.learnedFrom},
            {"contributions", std::move(cells)},
            {"features", std::move(features)},
            {"reasons", std::move(sentences)}};
}

std::string textOf(const PartExplanation& made, const PartRecord& part,
                   const std::vector<PartReason>& reasons, std::size_t top) {
    using Align = Table::Align;
    Table table({{"segment"}, {"detector"}, {"number"}, {"is", Align::Right}, {"adds", Align::Right}});
    for (std::size_t i = 0; i < std::min(top, made.features.size()); ++i) {
        const FeatureContribution& feature = made.features[i];
        table.add({feature.segmentName, feature.detector, std::string(toString(feature.statistic)),
                   std::isnan(feature.feature) ? "missing" : fixed(feature.feature, 3),
                   fixed(feature.value, 3)});
    }
    std::string sentences;
    for (const PartReason& reason : reasons) {
        sentences += std::string(reason.value > 0 ? "raises it by " : "lowers it by ") +
                     fixed(std::abs(reason.value), 3) + ": " + reason.sentence + ".\n";
    }
    return part.path + ": score " + fixed(made.score, 3) + " = " + fixed(made.bias, 3) +
           " before it is seen, and\n" + table.text() + sentences;
}

ExitCode explainOne(const Options& options, Console& console, Job& job) {
    const PartRecord part = findPart(options);
    PartExplanation made;
    {
        Job::Stage stage(job, kPartShare, "");
        made = explainPart(options.project, part.id, stage.job());
    }
    Job::Stage stage(job, 1 - kPartShare, "Good parts");
    const std::vector<PartReason> reasons =
        reasonsFor(made, goodFeatures(options.project, made.fit.id, stage.job()));
    console.print(textOf(made, part, reasons, options.top));
    if (made.learnedFrom)
        console.note("The forest has learned from this part; this is what one fitted without it says.");
    console.setDocument(documentOf(made, part, reasons));
    return exitCodeOf(job);
}

Json toJson(const std::vector<ForestUse::Share>& shares) {
    Json list = Json::array();
    for (const ForestUse::Share& share : shares) {
        list.push_back({{"name", share.name},
                        {"moved", share.moved},
                        {"separates", std::isnan(share.separates) ? Json(nullptr) : Json(share.separates)}});
    }
    return list;
}

std::string textOf(const std::string& title, const std::vector<ForestUse::Share>& shares, std::size_t top) {
    using Align = Table::Align;
    Table table({{title}, {"moves by", Align::Right}, {"bad above good", Align::Right}});
    for (std::size_t i = 0; i < std::min(top, shares.size()); ++i) {
        table.add({shares[i].name, fixed(shares[i].moved, 3),
                   std::isnan(shares[i].separates) ? "n/a" : fixed(shares[i].separates, 3)});
    }
    return table.text() + "\n";
}

/// What could be left out, by forests fitted without it.
std::string addDroppable(const Options& options, Json& document, Job& job) {
    std::string text;
    document["droppable"] = Json::array();
    for (const Droppable& one : findDroppable(options.project, options.repeats, job).things) {
        text += one.sentence + ".\n";
        document["droppable"].push_back(
            {{"name", one.name},
             {"kind", one.isDetector ? "detector" : "segment"},
             {"loss", one.loss},
             {"loss_ci95",
              one.interval ? Json::array({one.interval->low, one.interval->high}) : Json(nullptr)},
             {"p_value", one.pValue},
             {"seconds_saved", one.secondsSaved},
             {"share_saved", one.shareSaved}});
    }
    return text.empty() ? "There is one detector and one segment: nothing to leave out.\n" : text;
}

ExitCode explainAll(const Options& options, Console& console, Job& job) {
    ForestUse use;
    {
        Job::Stage stage(job, options.drop ? kUseShare : 1, "");
        use = forestUse(options.project, stage.job());
    }
    Json document{{"project", options.project},
                  {"run", use.fit.id},
                  {"parts", use.parts},
                  {"segments", toJson(use.segments)},
                  {"detectors", toJson(use.detectors)},
                  {"cells", toJson(use.cells)}};
    std::string text = "What " + use.fit.subject + " (run " + std::to_string(use.fit.id) +
                       ") leans on, over " + counted(static_cast<long long>(use.parts), "part", "parts") +
                       " it has not learned from:\n" + textOf("detector", use.detectors, options.top) +
                       textOf("segment", use.segments, options.top) +
                       textOf("segment and detector", use.cells, options.top);
    if (options.drop) {
        Job::Stage stage(job, 1 - kUseShare, "Leaving out");
        text += addDroppable(options, document, stage.job());
    }
    console.print(text);
    console.setDocument(std::move(document));
    return exitCodeOf(job);
}
}  // namespace

void addExplainCommand(CLI::App& app, Context& context) {
    const auto options = std::make_shared<Options>();
    CLI::App& command = addCommand(app, context, "explain",
                                   "Which segment and which detector raised a part's score, by how much; or, "
                                   "without a part, what the forest leans on over all parts",
                                   "segad explain parts.segad test/bad/000.png");
    command.add_option("PROJECT", options->project, "Project file")->required();
    CLI::Option* part = command.add_option("PART", options->part, "Path of the part (default: all)");
    command
        .add_flag("--drop", options->drop,
                  "Also what is lost without each detector and each segment, and how much time is saved")
        ->excludes(part);
    command.add_option("--repeats", options->repeats, "Seeds that --drop fits forests with, 1 to 10")
        ->capture_default_str();
    command.add_option("--top", options->top, "How many numbers to list")->capture_default_str();
    command.callback([&context, options] {
        context.action = [options](Console& console, Job& job) {
            return options->part.empty() ? explainAll(*options, console, job)
                                         : explainOne(*options, console, job);
        };
    });
}

}  // namespace segad::cli
