#include "core/workflow/bad_groups.h"

#include <map>

#include "core/metric/fpr_at_tpr.h"
#include "core/metric/roc.h"
#include "core/workflow/defect_places.h"

namespace segad {

namespace {
constexpr const char* kUnnamed = "unnamed";

struct Scored {
    std::vector<PartId> parts;
    std::vector<double> scores;
};

GroupFigures figuresOf(std::string name, const std::vector<double>& good, Scored bad) {
    const ScoreSets sets{.good = good, .bad = std::move(bad.scores)};
    GroupFigures figures{.name = std::move(name), .bad = std::move(bad.parts)};
    figures.auroc = auroc(sets);
    figures.interval = deLong(sets);
    if (const std::optional<FprAtTpr> fpr = fprAtTprQuantile(sets))
        figures.fprAt95Tpr = fpr->falsePositiveRate;
    return figures;
}
}  // namespace

std::string noveltyOf(const PartRecord& part, bool learned) {
    if (part.unseenDefect) return "unseen";
    if (part.defectType.empty()) return kUnnamed;
    return learned ? "seen" : "unseen";
}

std::unordered_map<PartId, std::string> groupsOf(const Project& project, GroupBy by, const TestSet& test,
                                                 const std::set<std::string>& learnedTypes) {
    if (by == GroupBy::Segment) return segmentsOfDefects(project, test.parts);
    std::unordered_map<PartId, std::string> groups;
    if (by == GroupBy::Novelty && learnedTypes.empty()) return groups;
    for (const PartRecord& part : test.parts) {
        if (part.label != Label::Bad) continue;
        if (by == GroupBy::DefectType) {
            groups[part.id] = part.defectType.empty() ? kUnnamed : part.defectType;
        } else {
            groups[part.id] = noveltyOf(part, learnedTypes.contains(part.defectType));
        }
    }
    return groups;
}

std::vector<GroupFigures> figuresByGroup(const TestSet& test, const ScoreOfPart& scores,
                                         const std::unordered_map<PartId, std::string>& groupOf) {
    std::map<std::string, Scored> byGroup;
    for (const PartRecord& part : test.parts) {
        const auto score = scores.find(part.id);
        const auto group = groupOf.find(part.id);
        if (part.label != Label::Bad || score == scores.end() || group == groupOf.end()) continue;
        Scored& own = byGroup[group->second];
        own.parts.push_back(part.id);
        own.scores.push_back(score->second);
    }
    const std::vector<double> good = scoreSets(test, scores).good;
    std::vector<GroupFigures> figures;
    for (auto& [name, bad] : byGroup)
        figures.push_back(figuresOf(name, good, std::move(bad)));
    return figures;
}

GroupFigures figuresOfAll(const TestSet& test, const ScoreOfPart& scores) {
    Scored bad;
    for (const PartRecord& part : test.parts) {
        const auto score = scores.find(part.id);
        if (part.label != Label::Bad || score == scores.end()) continue;
        bad.parts.push_back(part.id);
        bad.scores.push_back(score->second);
    }
    return figuresOf({}, scoreSets(test, scores).good, std::move(bad));
}

}  // namespace segad
