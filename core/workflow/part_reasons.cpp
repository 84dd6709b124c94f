#include "core/workflow/part_reasons.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "core/workflow/disagreement.h"
#include "core/workflow/number_words.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"
#include "core/workflow/scorer_title.h"

namespace segad {

namespace {
std::string wordOf(Statistic statistic) {
    return statistic == Statistic::Q995 ? "peak" : std::string(toString(statistic));
}

/// "higher than in 99.8 % of good parts"; all or none are said as such, since 100 % would promise too much.
std::string comparedText(double goodBelow, std::size_t good) {
    const bool higher = goodBelow >= 0.5;
    const double share = higher ? goodBelow : 1 - goodBelow;
    const std::string direction = higher ? "higher than in " : "lower than in ";
    if (share == 1)
        return direction + (good == 1 ? "the only good part" : "all " + std::to_string(good) + " good parts");
    return direction + percentText(std::min(share, 0.999)) + " of good parts";
}

std::string sentenceOn(const PartReason& reason, std::size_t good) {
    const std::string number = reason.statistic == Statistic::Area
                                   ? "its area"
                                   : detectorTitle(reason.detector) + "'s " + wordOf(reason.statistic);
    const std::string subject = reason.segmentName + ": " + number;
    if (std::isnan(reason.feature)) return subject + " is undefined, since all values are alike";
    return subject + " is " + comparedText(reason.goodBelow, good);
}

RunRecord forestRun(const Project& project, RunId id) {
    const std::optional<RunRecord> run =
        id == 0 ? project.runs().latest(RunKind::Fit) : project.runs().find(id);
    if (run && run->kind == RunKind::Fit) return *run;
    throw Error(ErrorCode::NotFound, project.file().string(), "has no such forest",
                "Fit one: segad fit " + project.file().string() + ".");
}
}  // namespace

GoodFeatures goodFeatures(const Path& file, RunId fit, Job& job) {
    Project project = openForFeatures(file);
    const RunRecord run = forestRun(project, fit);
    const FeatureInputs inputs = inputsOfFit(project, run);
    const std::unordered_set<PartId> known = learnedParts(project, inputs.detectors);
    std::vector<PartRecord> parts = project.parts().all({.label = Label::Good});
    std::erase_if(parts, [&](const PartRecord& part) { return known.contains(part.id); });
    const FeatureTable table = featureTable(project, inputs, parts, job);
    GoodFeatures good{.fit = run.id, .parts = table.rows()};
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
        good.columns.push_back(parseFeatureName(table.columns()[column]).value());
        std::vector<double>& values = good.values.emplace_back();
        for (std::size_t row = 0; row < table.rows(); ++row) {
            if (!std::isnan(table.row(row)[column])) values.push_back(table.row(row)[column]);
        }
        std::ranges::sort(values);
    }
    return good;
}

std::vector<PartReason> reasonsFor(const PartExplanation& explanation, const GoodFeatures& good,
                                   std::size_t most) {
    std::vector<CellContribution> cells = explanation.cells;
    std::ranges::stable_sort(cells, std::greater(),
                             [](const CellContribution& cell) { return std::abs(cell.value); });
    std::vector<PartReason> reasons;
    for (const CellContribution& cell : cells) {
        if (reasons.size() >= most || good.parts == 0 || cell.value == 0) break;
        const FeatureContribution* strongest = nullptr;
        for (const FeatureContribution& feature : explanation.features) {
            if (feature.segment != cell.segment || feature.detector != cell.detector) continue;
            // What pulled the way the whole cell pulled.
            const double pull = feature.value * (cell.value < 0 ? -1 : 1);
            const double before = strongest == nullptr ? 0 : strongest->value * (cell.value < 0 ? -1 : 1);
            if (pull > before) strongest = &feature;
        }
        if (strongest == nullptr) continue;
        PartReason reason{.segment = cell.segment,
                          .segmentName = cell.segmentName,
                          .detector = cell.detector,
                          .statistic = strongest->statistic,
                          .value = cell.value,
                          .feature = strongest->feature,
                          .goodBelow = 0.5};
        const FeatureColumn column{reason.segment, reason.detector, reason.statistic};
        const auto place = std::ranges::find(good.columns, column);
        if (place == good.columns.end()) continue;
        const std::vector<double>& values =
            good.values[static_cast<std::size_t>(place - good.columns.begin())];
        if (!std::isnan(reason.feature) && !values.empty())
            reason.goodBelow = rankAmong(values, reason.feature) / 100;
        reason.sentence = sentenceOn(reason, good.parts);
        reasons.push_back(std::move(reason));
    }
    return reasons;
}

}  // namespace segad
