#include "ui/viewer/figure_bar.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/viewer/figure_layout.h"
#include "ui/viewer/layer_images.h"
#include "ui/viewer/scale_number.h"

namespace segad::ui {

namespace {
constexpr int kSteps = 256;
constexpr int kMostTicks = 5;
constexpr double kFrame = 0.4 * kUnitsPerPoint;
constexpr int kDigits = 3;
/// From one to the next in widths of a number: those at the ends stand within the bar, half a width nearer.
constexpr double kTextRoom = 1.65;
}  // namespace

QString FigureBar::valueText(double value) const {
    return scaleNumber(scale_, value, kDigits);
}

QString FigureBar::percentileText(double value) const {
    const std::optional<double> share = scale_.percentileOf(value);
    if (!share)
        return value <= scale_.low ? panel_.lowWords : (value < scale_.high ? QString() : panel_.highWords);
    if (*share < 100) return tr("%1 %").arg(QLocale().toString(*share, 'f', 1));
    return value < scale_.high ? QString() : tr("> max");  // once is enough
}

void FigureBar::draw(QPainter& painter, const QRectF& where) const {
    const QRectF bar(where.left(), where.top(), where.width(), kBarThickness);
    const double start = scale_.barStart();
    cv::Mat values(1, kSteps, CV_32FC1);
    for (int i = 0; i < kSteps; ++i)
        values.at<float>(i) = static_cast<float>(start + (scale_.high - start) * i / (kSteps - 1));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(bar, heatImage(AnomalyMap(values, "colour bar"), scale_));
    painter.setPen(QPen(ink_, kFrame));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
    const QFontMetricsF metrics(font_);
    double widest = 1;
    for (const double value : {scale_.low, (scale_.low + scale_.high) / 2, scale_.high}) {
        widest = std::max(widest, metrics.horizontalAdvance(valueText(value)));
        if (!scale_.percentiles.empty())
            widest = std::max(widest, metrics.horizontalAdvance(percentileText(value)));
    }
    const double across = bar.width() * (scale_.high - scale_.low) / (scale_.high - start);
    const int ticks = std::clamp(static_cast<int>(across / (widest * kTextRoom)) + 1, 2, kMostTicks);
    painter.setFont(font_);
    for (int i = 0; i < ticks; ++i)
        drawTick(painter, bar, scale_.low + (scale_.high - scale_.low) * i / (ticks - 1));
}

void FigureBar::drawTick(QPainter& painter, const QRectF& bar, double value) const {
    const double start = scale_.barStart();
    const double x = bar.left() + bar.width() * (value - start) / (scale_.high - start);
    painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + kBarTick));
    const QFontMetricsF metrics(font_);
    double y = bar.bottom() + kBarTick;
    for (const QString& whole : {valueText(value), percentileText(value)}) {
        const QString words = metrics.elidedText(whole, Qt::ElideRight, bar.width() / 2);
        const double width = metrics.horizontalAdvance(words);
        // Numbers at the ends stay within the bar.
        const double left = std::clamp(x - width / 2, bar.left(), std::max(bar.left(), bar.right() - width));
        painter.drawText(QRectF(left, y, width + 1, metrics.lineSpacing()),
                         Qt::AlignCenter | Qt::TextSingleLine, words);
        y += metrics.lineSpacing();
    }
}

}  // namespace segad::ui
