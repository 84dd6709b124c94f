// The plots of an inspection's report. Private to the room.
#pragma once

#include <span>

#include "core/project/inspection_store.h"
#include "core/workflow/drawing.h"

namespace segad {

inline constexpr double kPlotWidth = 720;
inline constexpr double kHistogramHeight = 220;
inline constexpr double kTrendHeight = 260;

/// How many parts have which score, in the colours of the verdicts. `histogram` must not be empty.
void drawHistogram(Drawing& drawing, const ScoreHistogram& histogram, const InspectionFacts& facts);

/// Score and verdicts in the order of judging: the mean with its spread above, the share of parts that did
/// not pass below. `trend` must not be empty.
void drawTrend(Drawing& drawing, std::span<const TrendPoint> trend, const InspectionFacts& facts);

}  // namespace segad
