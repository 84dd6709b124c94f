#include "core/workflow/part_explanation.h"

#include <algorithm>
#include <functional>

#include "core/forest/forest.h"
#include "core/workflow/part_features.h"
#include "core/workflow/unseen_forest.h"

namespace segad {

namespace {
/// Its features are in the project already: nothing has to be written.
bool hasFeatures(const Project& project, const FeatureInputs& inputs, PartId part) {
    const auto cached = [&](RunId run) {
        return project.maps().features(run, inputs.segmentRun, part).has_value();
    };
    return std::ranges::all_of(inputs.detectors, cached, &RunRecord::id) &&
           (!inputs.areas || cached(inputs.segmentRun));
}

FeatureTable featuresOf(const Project& project, const FeatureInputs& inputs, const PartRecord& part,
                        Job& job) {
    Project own = Project::open(project.file(), hasFeatures(project, inputs, part.id));
    FeatureTable table = featureTable(own, inputs, {part}, job);
    if (table.rows() == 1) return table;
    throw Error(ErrorCode::NotFound, part.path, "has no map of every detector of the forest",
                "Make them: segad score " + project.file().string() + " --only-missing.");
}

struct Told {
    Explanation explanation;
    bool learnedFrom = false;
};

/// By the forest itself, or, when it has learned from the part, by one that has not.
Told explain(const Path& file, const RunRecord& fit, const ForestRecord& record, const FeatureTable& table,
             Job& job) {
    Project own = openForFeatures(file);
    const UnseenForest unseen = forestWithout(own, fit, table.partIds().front(), job);
    if (unseen.forest)
        return {.explanation = unseen.forest->explain(table).front(), .learnedFrom = unseen.seen};
    const Forest forest = Forest::deserialize(record.model, "forest of run " + std::to_string(fit.id));
    return {.explanation = forest.explain(table).front(), .learnedFrom = unseen.seen};
}

void addContributions(PartExplanation& made, const FeatureTable& table, const Explanation& explained,
                      const FeatureInputs& inputs, const std::vector<std::string>& names) {
    for (std::size_t i = 0; i < table.columns().size(); ++i) {
        const FeatureColumn column = parseFeatureName(table.columns()[i]).value();
        made.features.push_back({.segment = column.segment,
                                 .segmentName = segmentTitle(names, column.segment),
                                 .detector = column.detector,
                                 .statistic = column.statistic,
                                 .feature = table.row(0)[i],
                                 .value = explained.parts.columns[i]});
    }
    for (const Attribution::Cell& cell : explained.parts.cells) {
        const auto run = std::ranges::find(inputs.detectors, cell.detector, &RunRecord::subject);
        made.cells.push_back({.segment = cell.segment,
                              .segmentName = segmentTitle(names, cell.segment),
                              .detector = cell.detector,
                              .run = run == inputs.detectors.end() ? 0 : run->id,
                              .value = cell.value});
    }
    std::ranges::stable_sort(made.features, std::greater(), &FeatureContribution::value);
    std::ranges::stable_sort(made.cells, std::greater(), &CellContribution::value);
}
}  // namespace

std::string_view toString(Statistic statistic) noexcept {
    switch (statistic) {
        case Statistic::Q995:
            return "99.5 % quantile";
        case Statistic::Skewness:
            return "skewness";
        case Statistic::Kurtosis:
            return "kurtosis";
        case Statistic::Mean:
            return "mean";
        case Statistic::ImageScore:
            return "image score";
        case Statistic::Area:
            return "area";
    }
    return "";
}

PartExplanation explainPart(const Path& file, PartId id, Job& job) {
    const Project project = Project::open(file, true);
    const std::optional<PartRecord> part = project.parts().find(id);
    if (!part) {
        throw Error(ErrorCode::NotFound, "part " + std::to_string(id), "is not in the project",
                    "Choose one that is.");
    }
    const auto [fit, record] = newestForest(project);
    const FeatureInputs inputs = inputsOfFit(project, fit);
    const FeatureTable table = featuresOf(project, inputs, *part, job);
    const auto [explained, learnedFrom] = explain(file, fit, record, table, job);
    std::vector<std::string> names;
    for (const SegmentRecord& segment : project.segments().names())
        names.push_back(segment.name);
    names.resize(std::max(names.size(), static_cast<std::size_t>(inputs.segments)));
    PartExplanation made{.part = id,
                         .fit = fit,
                         .segmentRun = inputs.segmentRun,
                         .score = explained.score,
                         .bias = explained.bias,
                         .learnedFrom = learnedFrom};
    addContributions(made, table, explained, inputs, names);
    return made;
}

}  // namespace segad
