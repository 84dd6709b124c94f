// What a trend means for the people at the line, and what to do about it.
#pragma once

#include <QString>
#include <optional>

#include "core/workflow/score_trend.h"

namespace segad::ui {

/// A few words for a line of state: "normal parts as usual".
QString trendState(TrendState state, int learned);

/// What has happened, what it means and what to do; empty when there is nothing to warn of.
QString trendWarning(TrendState state, const std::optional<TrendBaseline>& usual,
                     const std::optional<EwmaChart::Point>& now);

}  // namespace segad::ui
