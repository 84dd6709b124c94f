#include "ui/viewer/region_settings.h"

#include <QSettings>
#include <algorithm>

namespace segad::ui {

namespace {
const QString kDiameter = QStringLiteral("/diameter");
const QString kTolerance = QStringLiteral("/tolerance");
const QString kLevel = QStringLiteral("/level");
const QString kMarksBad = QStringLiteral("/marks_bad");
}  // namespace

RegionSettings RegionSettings::clamped() const {
    return {.diameter = std::clamp<double>(diameter, 1, kLargestBrush),
            .tolerance = std::clamp(tolerance, 0, kLargestTolerance),
            .level = std::clamp(level, 0, kLargestLevel),
            .marksBad = marksBad};
}

RegionSettings RegionSettings::stored(const QString& what, const RegionSettings& first) {
    const QSettings settings;
    return RegionSettings{.diameter = settings.value(what + kDiameter, first.diameter).toDouble(),
                          .tolerance = settings.value(what + kTolerance, first.tolerance).toInt(),
                          .level = settings.value(what + kLevel, first.level).toInt(),
                          .marksBad = settings.value(what + kMarksBad, first.marksBad).toBool()}
        .clamped();
}

void RegionSettings::store(const QString& what) const {
    QSettings settings;
    settings.setValue(what + kDiameter, diameter);
    settings.setValue(what + kTolerance, tolerance);
    settings.setValue(what + kLevel, level);
    settings.setValue(what + kMarksBad, marksBad);
}

}  // namespace segad::ui
