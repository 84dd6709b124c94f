// The colour scale of a heatmap: fixed per detector run from its calibration parts, never per image.
#pragma once

#include <optional>
#include <vector>

#include "core/image/heat_colors.h"
#include "core/project/records.h"

namespace segad::ui {

struct ProjectData;

struct HeatScale {
    HeatColors colors = HeatColors::Inferno;
    double low = 0;                   ///< transparent up to here
    double high = 1;                  ///< full colour from here on
    std::vector<double> percentiles;  ///< 101 values of good pixels; empty when the run has none

    /// Transparent up to `percentile` (0…100) of the calibration pixels; full colour as far above their
    /// maximum as that is above their median: twice what good parts show.
    static HeatScale fromPercentiles(std::vector<double> percentiles, double percentile);

    /// That of a detector run, in the colours the user has chosen; absent when it has no percentiles.
    static std::optional<HeatScale> ofRun(const ProjectData& project, RunId run, double percentile);

    /// Where a colour bar begins: below `low`, so that the transparent part is seen too; of a difference,
    /// whose middle is transparent, at `low`.
    double barStart() const;

    /// Share (0…100) of good pixels below `value`; absent when there is nothing to compare with.
    std::optional<double> percentileOf(double value) const;
};

}  // namespace segad::ui
