#include "core/workflow/forest_use.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/forest/forest.h"
#include "core/workflow/part_features.h"
#include "core/workflow/roles.h"
#include "core/workflow/thresholds.h"

namespace segad {

namespace {
/// Sums of what one thing has added to the margins.
struct Sum {
    double size = 0;
    double good = 0;
    double bad = 0;
};

class Sums {
public:
    /// `what` has its names; its numbers are ignored.
    void add(const ForestUse::Share& what, double value, Label label) {
        auto& [share, sum] = sums_[what.name];
        share = what;
        sum.size += std::abs(value);
        if (label == Label::Good) sum.good += value;
        if (label == Label::Bad) sum.bad += value;
    }

    std::vector<ForestUse::Share> shares(std::size_t parts, std::size_t good, std::size_t bad) const {
        std::vector<ForestUse::Share> all;
        for (const auto& [name, entry] : sums_) {
            auto [share, sum] = entry;
            share.moved = sum.size / static_cast<double>(parts);
            share.separates = std::numeric_limits<double>::quiet_NaN();
            if (good > 0 && bad > 0)
                share.separates = sum.bad / static_cast<double>(bad) - sum.good / static_cast<double>(good);
            all.push_back(std::move(share));
        }
        std::ranges::stable_sort(all, std::greater(), &ForestUse::Share::moved);
        return all;
    }

private:
    std::map<std::string, std::pair<ForestUse::Share, Sum>> sums_;
};

std::vector<std::string> segmentNames(const Project& project, int segments) {
    std::vector<std::string> names;
    for (const SegmentRecord& segment : project.segments().names())
        names.push_back(segment.name);
    names.resize(std::max(names.size(), static_cast<std::size_t>(segments)));
    return names;
}

std::string titleOf(const std::vector<std::string>& names, const Attribution::Cell& cell) {
    const std::string segment = segmentTitle(names, cell.segment);
    return cell.detector.empty() ? segment + "'s area" : segment + " under " + cell.detector;
}

ForestUse::Decision decisionOn(PartId part, Label label, const Explanation& explained) {
    ForestUse::Decision decision{.part = part, .label = label, .margin = explained.score};
    const auto most = std::ranges::max_element(explained.parts.cells, {}, &Attribution::Cell::value);
    if (most == explained.parts.cells.end()) return decision;
    decision.segment = most->segment;
    decision.detector = most->detector;
    decision.value = most->value;
    return decision;
}
}  // namespace

ForestUse forestUse(const Path& file, Job& job) {
    Project project = openForFeatures(file);
    const auto [fit, record] = newestForest(project);
    const FeatureInputs inputs = inputsOfFit(project, fit);
    const std::vector<PartRecord> parts = rolesOfRun(project, fit).with(Role::Test);
    const FeatureTable table = featureTable(project, inputs, parts, job);
    if (table.rows() == 0) {
        throw Error(ErrorCode::NotFound, file.string(),
                    "has no scored parts that the forest has not learned from",
                    "Make maps: segad score " + file.string() + " --only-missing.");
    }
    std::map<PartId, Label> labels;
    for (const PartRecord& part : parts)
        labels[part.id] = part.label;
    const Forest forest = Forest::deserialize(record.model, "forest of run " + std::to_string(fit.id));
    const std::vector<Explanation> explained = forest.explain(table);
    const std::vector<std::string> names = segmentNames(project, inputs.segments);
    const std::optional<ThresholdRecord> thresholds = project.runs().thresholds(fit.id);
    Sums cells;
    Sums segments;
    Sums detectors;
    ForestUse use{.fit = fit, .parts = table.rows()};
    for (std::size_t row = 0; row < explained.size(); ++row) {
        const PartId part = table.partIds()[row];
        const Label label = labels.at(part);
        use.good += label == Label::Good ? 1 : 0;
        use.bad += label == Label::Bad ? 1 : 0;
        const Attribution& sum = explained[row].parts;
        for (const Attribution::Cell& cell : sum.cells) {
            cells.add({.name = titleOf(names, cell), .segment = cell.segment, .detector = cell.detector},
                      cell.value, label);
        }
        for (const Attribution::Segment& segment : sum.segments) {
            segments.add({.name = segmentTitle(names, segment.segment), .segment = segment.segment},
                         segment.value, label);
        }
        for (const Attribution::Detector& detector : sum.detectors)
            detectors.add({.name = detector.detector.empty() ? kAreaTitle : detector.detector,
                           .detector = detector.detector},
                          detector.value, label);
        ForestUse::Decision decision = decisionOn(part, label, explained[row]);
        decision.passes = thresholds ? verdictOf(decision.margin, *thresholds) == Verdict::Pass
                                     : decision.margin <= explained[row].bias;
        use.decisions.push_back(std::move(decision));
    }
    use.cells = cells.shares(use.parts, use.good, use.bad);
    use.segments = segments.shares(use.parts, use.good, use.bad);
    use.detectors = detectors.shares(use.parts, use.good, use.bad);
    return use;
}

}  // namespace segad
