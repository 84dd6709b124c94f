#include "ui/viewer/scale_number.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

namespace segad::ui {

namespace {
/// Beyond this nobody counts the noughts.
constexpr int kMostDecimals = 6;
}  // namespace

QString scaleNumber(const HeatScale& scale, double value, int digits) {
    const double largest = std::max(std::abs(scale.barStart()), std::abs(scale.high));
    const int decimals =
        largest > 0 ? digits - 1 - static_cast<int>(std::floor(std::log10(largest))) : digits;
    if (decimals > kMostDecimals) return QLocale().toString(value, 'g', digits);
    return QLocale().toString(value, 'f', std::max(0, decimals));
}

}  // namespace segad::ui
