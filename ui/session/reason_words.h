// Why, in the window's language: segments, statistics and what a number of a part compares to.
#pragma once

#include <QString>
#include <cstddef>

#include "core/workflow/part_reasons.h"

namespace segad::ui {

/// Its name, or "whole part" for image scores.
QString segmentWords(int segment, const std::string& name);
QString statisticWords(Statistic statistic);
/// What the reasons of a part add up to, and by which forest.
QString scoreWords(const PartExplanation& explanation);
/// "wire: RD4AD's peak is higher than in 99.8 % of good parts", compared with so many good parts.
QString reasonSentence(const PartReason& reason, std::size_t goodParts);

}  // namespace segad::ui
