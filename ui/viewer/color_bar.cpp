#include "ui/viewer/color_bar.h"

#include <QLocale>
#include <QPainter>
#include <cmath>

#include <opencv2/core.hpp>

#include "core/image/heat_colors.h"

namespace segad::ui {

namespace {
constexpr int kBarWidth = 14;
constexpr int kMargin = 8;
constexpr int kSteps = 256;
/// The bar starts below `low`, so that the transparent part is seen too.
constexpr double kBelow = 0.15;
}  // namespace

ColorBar::ColorBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setToolTip(
        tr("Fixed for this detector from its calibration parts: left the raw value, right the share of "
           "good pixels below it. Values up to the lower end are transparent."));
    setAccessibleName(tr("Heatmap colour bar"));
}

QSize ColorBar::sizeHint() const {
    return {fontMetrics().horizontalAdvance(QStringLiteral("00.000 99.9 %")) + kBarWidth + 3 * kMargin, 200};
}

void ColorBar::setScale(const std::optional<HeatScale>& scale) {
    scale_ = scale;
    update();
}

void ColorBar::setCursorValue(std::optional<double> value) {
    cursor_ = value;
    update();
}

QRectF ColorBar::barRect() const {
    const int left = kMargin + fontMetrics().horizontalAdvance(QStringLiteral("00.000"));
    return QRectF(left, 2 * kMargin, kBarWidth, height() - 4 * kMargin);
}

double ColorBar::yOf(double value) const {
    const QRectF bar = barRect();
    const double start = scale_->low - kBelow * (scale_->high - scale_->low);
    const double share = std::clamp((value - start) / (scale_->high - start), 0.0, 1.0);
    return bar.bottom() - share * bar.height();
}

void ColorBar::paintEvent(QPaintEvent*) {
    if (!scale_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar = barRect();
    const double start = scale_->low - kBelow * (scale_->high - scale_->low);
    cv::Mat values(kSteps, 1, CV_32FC1);
    for (int i = 0; i < kSteps; ++i) {
        values.at<float>(i) = static_cast<float>(scale_->high + (start - scale_->high) * i / (kSteps - 1));
    }
    const cv::Mat rgba =
        colourize(values, static_cast<float>(scale_->low), static_cast<float>(scale_->high), scale_->colors);
    const QImage gradient(rgba.data, 1, kSteps, static_cast<qsizetype>(rgba.step), QImage::Format_RGBA8888);
    painter.drawImage(bar, gradient);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar);

    painter.setPen(palette().color(QPalette::WindowText));
    const auto tick = [&](double value) {
        const double y = yOf(value);
        painter.drawLine(QPointF(bar.left() - 3, y), QPointF(bar.left(), y));
        painter.drawText(QRectF(0, y - 8, bar.left() - 5, 16), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(value, 'g', 4));
        if (const auto percentile = scale_->percentileOf(value)) {
            const QString text =
                *percentile >= 100 ? tr("> max") : tr("%1 %").arg(QLocale().toString(*percentile, 'f', 1));
            painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
            painter.drawText(QRectF(bar.right() + 5, y - 8, width() - bar.right() - 5, 16),
                             Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    };
    constexpr int kTicks = 4;
    for (int i = 0; i <= kTicks; ++i)
        tick(scale_->low + (scale_->high - scale_->low) * i / kTicks);
    if (cursor_) {
        const double y = yOf(*cursor_);
        painter.setBrush(palette().color(QPalette::Highlight));
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(
            QPolygonF({{bar.left() - 7, y - 5}, {bar.left() - 1, y}, {bar.left() - 7, y + 5}}));
        painter.drawPolygon(
            QPolygonF({{bar.right() + 7, y - 5}, {bar.right() + 1, y}, {bar.right() + 7, y + 5}}));
    }
}

}  // namespace segad::ui
