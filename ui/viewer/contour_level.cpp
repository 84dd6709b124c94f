#include "ui/viewer/contour_level.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "ui/session/project_data.h"
#include "ui/viewer/heat_scale.h"

namespace segad::ui {

namespace {
QString text(const char* source) {
    return QCoreApplication::translate("segad::ui::ContourLevel", source);
}
}  // namespace

std::optional<double> pixelThreshold(const ProjectData& project, RunId run) {
    const auto threshold = project.thresholds.find(run);
    const auto scores = project.scores.find(run);
    if (threshold == project.thresholds.end() || scores == project.scores.end()) return std::nullopt;
    const auto& parts = scores->second.byPart;
    const bool scoreIsMaximum = !parts.empty() && std::ranges::all_of(parts, [](const auto& entry) {
        const ScoreRecord& score = entry.second;
        return score.mapMax && *score.mapMax == score.imageScore;
    });
    return scoreIsMaximum ? std::optional(threshold->second.review) : std::nullopt;
}

std::optional<ContourLevel> contourLevel(const ProjectData& project, RunId run, ContourAt at,
                                         double percentile) {
    if (at == ContourAt::Threshold) {
        if (const auto threshold = pixelThreshold(project, run)) {
            return ContourLevel{
                *threshold,
                text(QT_TRANSLATE_NOOP("segad::ui::ContourLevel",
                                       "review threshold: a part with one pixel above it is for review"))};
        }
    }
    const auto known = project.percentiles.find(run);
    if (known == project.percentiles.end()) return std::nullopt;
    if (at != ContourAt::Percentile) {
        return ContourLevel{known->second.back(),
                            text(QT_TRANSLATE_NOOP("segad::ui::ContourLevel",
                                                   "largest value of the calibration parts: no good pixel "
                                                   "there is above it"))};
    }
    return ContourLevel{HeatScale::fromPercentiles(known->second, percentile).low,
                        text(QT_TRANSLATE_NOOP("segad::ui::ContourLevel",
                                               "%1 % of the calibration parts' pixels are below it"))
                            .arg(QLocale().toString(percentile, 'f', 0))};
}

}  // namespace segad::ui
