#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "core/forest/forest.h"
#include "core/workflow/number_words.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_reasons.h"
#include "core/workflow/roles.h"

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
    void add(const std::string& name, double value, Label label) {
        Sum& sum = sums_[name];
        sum.size += std::abs(value);
        if (label == Label::Good) sum.good += value;
        if (label == Label::Bad) sum.bad += value;
    }

    std::vector<ForestUse::Share> shares(std::size_t parts, std::size_t good, std::size_t bad) const {
        std::vector<ForestUse::Share> all;
        for (const auto& [name, sum] : sums_) {
            ForestUse::Share share{.name = name,
                                   .moved = sum.size / static_cast<double>(parts),
                                   .separates = std::numeric_limits<double>::quiet_NaN()};
            if (good > 0 && bad > 0)
                share.separates = sum.bad / static_cast<double>(bad) - sum.good / static_cast<double>(good);
            all.push_back(std::move(share));
        }
        std::ranges::stable_sort(all, std::greater(), &ForestUse::Share::moved);
        return all;
    }

private:
    std::map<std::string, Sum> sums_;
};

std::string lossText(double loss) {
    if (std::abs(loss) < 0.0005) return "costs no AUROC";
    return loss > 0 ? "costs " + percentText(loss) + " of AUROC"
                    : "gains " + percentText(-loss) + " of AUROC";
}

std::string sentenceOn(const Droppable& one) {
    std::string text =
        "Without " + std::string(one.isDetector ? "" : "segment ") + one.name + ": " + lossText(one.loss);
    constexpr double kUsual = 0.05;
    if (one.pValue > kUsual) text += ", which so many parts can't tell from chance";
    if (one.shareSaved > 0) text += "; inspection takes " + percentText(one.shareSaved) + " less time";
    return text;
}

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
    Sums cells;
    Sums segments;
    Sums detectors;
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t row = 0; row < explained.size(); ++row) {
        const Label label = labels.at(table.partIds()[row]);
        good += label == Label::Good ? 1 : 0;
        bad += label == Label::Bad ? 1 : 0;
        const Attribution& sum = explained[row].parts;
        for (const Attribution::Cell& cell : sum.cells)
            cells.add(titleOf(names, cell), cell.value, label);
        for (const Attribution::Segment& segment : sum.segments)
            segments.add(segmentTitle(names, segment.segment), segment.value, label);
        for (const Attribution::Detector& detector : sum.detectors)
            detectors.add(detector.detector.empty() ? kAreaTitle : detector.detector, detector.value, label);
    }
    return {.fit = fit,
            .parts = table.rows(),
            .cells = cells.shares(table.rows(), good, bad),
            .segments = segments.shares(table.rows(), good, bad),
            .detectors = detectors.shares(table.rows(), good, bad)};
}

std::vector<Droppable> droppable(const AblationReport& report) {
    const auto all =
        std::ranges::find_if(report.rows, [](const AblationRow& row) { return !row.kind.empty(); });
    std::vector<Droppable> found;
    if (all == report.rows.end()) return found;
    for (const AblationRow& row : report.rows) {
        if (row.kind != all->kind || !row.difference) continue;
        Droppable one{.name = row.withoutSegment, .loss = -*row.difference, .pValue = row.pValue.value_or(1)};
        if (row.withoutSegment.empty()) {
            if (row.detectors.size() + 1 != all->detectors.size()) continue;
            one.isDetector = true;
            one.name = *std::ranges::find_if(all->detectors, [&](const std::string& detector) {
                return std::ranges::count(row.detectors, detector) == 0;
            });
            one.secondsSaved = all->secondsPerPart - row.secondsPerPart;
            if (all->secondsPerPart > 0) one.shareSaved = one.secondsSaved / all->secondsPerPart;
        }
        one.sentence = sentenceOn(one);
        found.push_back(std::move(one));
    }
    std::ranges::stable_sort(found, {}, &Droppable::loss);
    return found;
}

}  // namespace segad
