#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/workflow/live_forest.h"
#include "core/workflow/part_features.h"
#include "core/workflow/part_groups.h"
#include "core/workflow/roles.h"

namespace segad {

namespace {
FeatureInputs inputsOf(const LiveFeatures& features) {
    return {.detectors = features.detectors,
            .segmentRun = features.segmentRun,
            .segments = features.segments,
            .areas = features.areas};
}

bool sameInputs(const LiveFeatures& known, const FeatureInputs& now) {
    return known.segmentRun == now.segmentRun && known.segments == now.segments && known.areas == now.areas &&
           std::ranges::equal(known.detectors, now.detectors, {}, &RunRecord::id, &RunRecord::id);
}

/// Groups, labels and who has learned from what, for the rows of the table; `parts` are all of the project.
void describe(LiveFeatures& features, const Project& project, const std::vector<PartRecord>& parts) {
    const PartGroups groups = partGroups(project, parts);
    std::unordered_set<std::size_t> known;
    for (const PartId part : learnedParts(project, features.detectors)) {
        if (const auto group = groups.groupOf.find(part); group != groups.groupOf.end())
            known.insert(group->second);
    }
    std::unordered_map<PartId, const PartRecord*> records;
    for (const PartRecord& part : parts)
        records[part.id] = &part;
    features.parts.clear();
    features.labels.clear();
    for (const PartId id : features.table.partIds()) {
        const PartRecord& record = *records.at(id);
        const std::size_t group = groups.groupOf.at(id);
        features.parts.push_back({.path = record.path,
                                  .picture = groups.pictureOf.at(id),
                                  .group = group,
                                  .generated = record.generated,
                                  .knownToDetector = known.contains(group)});
        features.labels.push_back(record.label);
    }
}
}  // namespace

LiveFeatures readLiveFeatures(const Path& file, const std::vector<std::string>& detectors, Job& job) {
    Project project = openForFeatures(file);
    FeatureInputs inputs = newestInputs(project, detectors);
    const std::vector<PartRecord> parts = project.parts().all();
    LiveFeatures features{.project = file,
                          .wanted = detectors,
                          .segmentRun = inputs.segmentRun,
                          .segments = inputs.segments,
                          .areas = inputs.areas,
                          .table = featureTable(project, inputs, parts, job)};
    features.detectors = std::move(inputs.detectors);
    describe(features, project, parts);
    return features;
}

LiveFeatures refreshed(const LiveFeatures& known, std::span<const PartId> changed, Job& job) {
    Project project = openForFeatures(known.project);
    if (!sameInputs(known, newestInputs(project, known.wanted)))
        return readLiveFeatures(known.project, known.wanted, job);
    const std::unordered_set<PartId> stale(changed.begin(), changed.end());
    std::unordered_map<PartId, std::size_t> rowOf;
    for (std::size_t row = 0; row < known.table.rows(); ++row) {
        if (!stale.contains(known.table.partIds()[row])) rowOf[known.table.partIds()[row]] = row;
    }
    const std::vector<PartRecord> parts = project.parts().all();
    std::vector<PartRecord> wanted;
    std::ranges::copy_if(parts, std::back_inserter(wanted),
                         [&](const PartRecord& part) { return !rowOf.contains(part.id); });
    const FeatureTable fresh = featureTable(project, inputsOf(known), wanted, job);
    std::unordered_map<PartId, std::size_t> freshRowOf;
    for (std::size_t row = 0; row < fresh.rows(); ++row)
        freshRowOf[fresh.partIds()[row]] = row;

    LiveFeatures features{.project = known.project,
                          .wanted = known.wanted,
                          .detectors = known.detectors,
                          .segmentRun = known.segmentRun,
                          .segments = known.segments,
                          .areas = known.areas,
                          .table = FeatureTable(known.table.columns())};
    for (const PartRecord& part : parts) {
        if (const auto row = rowOf.find(part.id); row != rowOf.end()) {
            features.table.append(part.id, known.table.row(row->second));
        } else if (const auto anew = freshRowOf.find(part.id); anew != freshRowOf.end()) {
            features.table.append(part.id, fresh.row(anew->second));
        }
    }
    describe(features, project, parts);
    return features;
}

}  // namespace segad
