#include "core/workflow/breakdown.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/workflow/bad_groups.h"
#include "core/workflow/judged_scorers.h"

namespace segad {

namespace {
constexpr std::array<std::pair<GroupBy, std::string_view>, 3> kNames{
    {{GroupBy::DefectType, "defect_type"}, {GroupBy::Segment, "segment"}, {GroupBy::Novelty, "novelty"}}};

ScorerBreakdown brokenDown(const TestSet& test, const ScoreOfPart& scores,
                           const std::unordered_map<PartId, std::string>& groups) {
    ScorerBreakdown broken{.all = figuresOfAll(test, scores), .groups = figuresByGroup(test, scores, groups)};
    for (const PartRecord& part : test.parts) {
        if (part.label == Label::Good && scores.contains(part.id)) broken.good.push_back(part.id);
    }
    return broken;
}

/// Whether somebody else than the part's own group shows a defect of its type to the forests.
std::unordered_map<PartId, std::string> liveNovelty(const TestSet& test, const LiveFeatures& features,
                                                    const LiveForest& live,
                                                    const std::unordered_map<PartId, PartRecord>& records) {
    std::map<std::string, std::set<std::size_t>> groupsOfType;
    std::unordered_map<PartId, std::size_t> groupOf;
    for (std::size_t row = 0; row < live.parts.size(); ++row) {
        const LiveScore& score = live.parts[row];
        groupOf[score.part] = features.parts[row].group;
        if (score.label != Label::Bad || (score.use != LiveUse::Counted && score.use != LiveUse::Generated))
            continue;
        const auto record = records.find(score.part);
        if (record != records.end() && !record->second.defectType.empty())
            groupsOfType[record->second.defectType].insert(features.parts[row].group);
    }
    std::unordered_map<PartId, std::string> groups;
    if (groupsOfType.empty()) return groups;
    for (const PartRecord& part : test.parts) {
        if (part.label != Label::Bad) continue;
        const auto type = groupsOfType.find(part.defectType);
        const bool learned =
            type != groupsOfType.end() && type->second.size() > type->second.count(groupOf.at(part.id));
        groups[part.id] = noveltyOf(part, learned);
    }
    return groups;
}
}  // namespace

std::string_view toString(GroupBy by) noexcept {
    return std::ranges::find(kNames, by, &std::pair<GroupBy, std::string_view>::first)->second;
}

GroupBy groupByFromString(std::string_view name) {
    const auto found = std::ranges::find(kNames, name, &std::pair<GroupBy, std::string_view>::second);
    if (found != kNames.end()) return found->first;
    throw Error(ErrorCode::InvalidArgument, std::string(name), "is nothing to break figures down by",
                "Use defect_type, segment, novelty or several of them.");
}

std::vector<ScorerBreakdown> breakDown(const Project& project, GroupBy by, Job& job) {
    std::vector<ScorerBreakdown> all;
    const std::vector<JudgedScorer> scorers = scorersToJudge(project);
    // Detectors of one forest share its parts, and where defects lie is slow to find out.
    const TestSet* known = nullptr;
    std::unordered_map<PartId, std::string> groups;
    for (const JudgedScorer& scorer : scorers) {
        job.throwIfCancelled();
        if (known == nullptr ||
            !std::ranges::equal(known->parts, scorer.test.parts, {}, &PartRecord::id, &PartRecord::id) ||
            by == GroupBy::Novelty)
            groups = groupsOf(project, by, scorer.test, scorer.learnedTypes);
        known = &scorer.test;
        ScorerBreakdown broken = brokenDown(scorer.test, scoresOf(project, scorer.run.id, false), groups);
        broken.run = scorer.run.id;
        if (scorer.run.kind == RunKind::Fit) broken.forest = scorer.run.subject;
        for (const RunRecord& detector : scorer.detectors)
            broken.detectors.push_back(detector.subject);
        all.push_back(std::move(broken));
    }
    return all;
}

std::optional<ScorerBreakdown> breakDown(const Project& project, const LiveFeatures& features,
                                         const LiveForest& live, GroupBy by, Job& job) {
    if (!live.outOfFold) return std::nullopt;
    std::unordered_map<PartId, PartRecord> records;
    for (PartRecord& part : project.parts().all())
        records.emplace(part.id, std::move(part));
    TestSet test;
    ScoreOfPart scores;
    for (const LiveScore& score : live.parts) {
        const auto record = records.find(score.part);
        if (score.use != LiveUse::Counted || record == records.end()) continue;
        test.parts.push_back(record->second);
        test.parts.back().label = score.label;  // as the forest knew it
        scores[score.part] = score.margin;
    }
    job.throwIfCancelled();
    ScorerBreakdown broken = brokenDown(test, scores,
                                        by == GroupBy::Novelty ? liveNovelty(test, features, live, records)
                                                               : groupsOf(project, by, test, {}));
    broken.forest = ForestOptions{}.kind;
    for (const RunRecord& detector : features.detectors)
        broken.detectors.push_back(detector.subject);
    return broken;
}

}  // namespace segad
