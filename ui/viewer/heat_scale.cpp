#include "ui/viewer/heat_scale.h"

#include <algorithm>
#include <cmath>

#include "core/image/percentile_scale.h"
#include "ui/session/project_data.h"
#include "ui/viewer/viewer_settings.h"

namespace segad::ui {

HeatScale HeatScale::fromPercentiles(std::vector<double> percentiles, double percentile) {
    HeatScale scale;
    if (percentiles.size() != 101) return scale;
    const double position = std::clamp(percentile, 0.0, 100.0);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min<std::size_t>(below + 1, 100);
    const double share = position - static_cast<double>(below);
    scale.low = percentiles[below] + share * (percentiles[above] - percentiles[below]);
    scale.high = percentiles[100] + (percentiles[100] - percentiles[50]);
    if (!(scale.high > scale.low)) scale.high = scale.low + std::max(1e-12, std::abs(scale.low));
    scale.percentiles = std::move(percentiles);
    return scale;
}

std::optional<HeatScale> HeatScale::ofRun(const ProjectData& project, RunId run, double percentile) {
    const auto found = project.percentiles.find(run);
    if (found == project.percentiles.end()) return std::nullopt;
    HeatScale scale = fromPercentiles(found->second, percentile);
    scale.colors = viewer_settings::heatColors();
    return scale;
}

double HeatScale::barStart() const {
    if (colors == HeatColors::Difference) return low;
    constexpr double kBelow = 0.15;
    return low - kBelow * (high - low);
}

std::optional<double> HeatScale::percentileOf(double value) const {
    if (percentiles.empty()) return std::nullopt;
    return percentileAmong(percentiles, value);
}

}  // namespace segad::ui
