#include "ui/viewer/region_settings.h"

#include <QSettings>
#include <algorithm>

namespace segad::ui {

namespace {
const QString kDiameter = QStringLiteral("regions/diameter");
const QString kTolerance = QStringLiteral("regions/tolerance");
const QString kLevel = QStringLiteral("regions/level");
const QString kMarksBad = QStringLiteral("regions/marks_bad");
}  // namespace

RegionSettings RegionSettings::clamped() const {
    return {.diameter = std::clamp<double>(diameter, 1, kLargestBrush),
            .tolerance = std::clamp(tolerance, 0, kLargestTolerance),
            .level = std::clamp(level, 0, kLargestLevel),
            .marksBad = marksBad};
}

RegionSettings RegionSettings::stored() {
    const QSettings settings;
    const RegionSettings first;
    return RegionSettings{.diameter = settings.value(kDiameter, first.diameter).toDouble(),
                          .tolerance = settings.value(kTolerance, first.tolerance).toInt(),
                          .level = settings.value(kLevel, first.level).toInt(),
                          .marksBad = settings.value(kMarksBad, first.marksBad).toBool()}
        .clamped();
}

void RegionSettings::store() const {
    QSettings settings;
    settings.setValue(kDiameter, diameter);
    settings.setValue(kTolerance, tolerance);
    settings.setValue(kLevel, level);
    settings.setValue(kMarksBad, marksBad);
}

}  // namespace segad::ui
