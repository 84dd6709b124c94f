#include "ui/viewer/viewer_settings.h"

#include <QSettings>
#include <algorithm>

namespace segad::ui::viewer_settings {

namespace {
const QString kHeatColors = QStringLiteral("viewer/heat_colors");
const QString kContourAt = QStringLiteral("contour_at");
}  // namespace

HeatColors heatColors() {
    const std::string key = QSettings().value(kHeatColors).toString().toStdString();
    const auto& rows = heatColorsCatalog();
    const auto found = std::ranges::find(rows, key, &HeatColorsInfo::key);
    return found == rows.end() ? rows.front().id : found->id;
}

void setHeatColors(HeatColors colors) {
    const auto& rows = heatColorsCatalog();
    const auto found = std::ranges::find(rows, colors, &HeatColorsInfo::id);
    if (found != rows.end()) QSettings().setValue(kHeatColors, QString::fromStdString(found->key));
}

ContourAt contourAt() {
    const int stored = number(kContourAt, static_cast<int>(ContourAt::Threshold));
    return static_cast<ContourAt>(std::clamp(stored, 0, static_cast<int>(ContourAt::Percentile)));
}

void setContourAt(ContourAt at) {
    setNumber(kContourAt, static_cast<int>(at));
}

int number(const QString& key, int otherwise) {
    return QSettings().value(QStringLiteral("viewer/") + key, otherwise).toInt();
}

void setNumber(const QString& key, int value) {
    QSettings().setValue(QStringLiteral("viewer/") + key, value);
}

}  // namespace segad::ui::viewer_settings
