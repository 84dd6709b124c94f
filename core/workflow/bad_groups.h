// To which group each bad part belongs. Private to the room; evaluate and the breakdowns share it.
#pragma once

#include <set>
#include <string>
#include <unordered_map>

#include "core/workflow/breakdown.h"
#include "core/workflow/evaluation_figures.h"

namespace segad {

/// For each bad part of the test set that has one; `learnedTypes` are the defect types that were learned
/// from.
std::unordered_map<PartId, std::string> groupsOf(const Project& project, GroupBy by, const TestSet& test,
                                                 const std::set<std::string>& learnedTypes);

/// "seen", "unseen" or "unnamed".
std::string noveltyOf(const PartRecord& part, bool learned);

/// The group "" has all bad parts. Parts without a score are left out, and groups without a part.
std::vector<GroupFigures> figuresByGroup(const TestSet& test, const ScoreOfPart& scores,
                                         const std::unordered_map<PartId, std::string>& groupOf);
GroupFigures figuresOfAll(const TestSet& test, const ScoreOfPart& scores);

}  // namespace segad
