#include "ui/viewer/color_bar.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>

#include "core/image/heat_colors.h"
#include "ui/viewer/scale_number.h"

namespace segad::ui {

namespace {
constexpr int kBarWidth = 14;
constexpr int kMargin = 8;
constexpr int kSteps = 256;
constexpr int kTicks = 4;
/// How near the pointer must be to a mark to take hold of it.
constexpr double kReach = 6;

/// Of the larger end of the scale.
constexpr int kDigits = 4;
/// Between numbers and bar.
constexpr int kNumberGap = 6;
}  // namespace

ColorBar::ColorBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setMouseTracking(true);
    setAccessibleName(tr("Heatmap colour bar"));
}

QSize ColorBar::sizeHint() const {
    return {
        widestNumber() + fontMetrics().horizontalAdvance(QStringLiteral(" 99.9 %")) + kBarWidth + 3 * kMargin,
        200};
}

void ColorBar::setScale(const std::optional<HeatScale>& scale) {
    const int before = widestNumber();
    scale_ = scale;
    // Values of one detector are below 1, those of another are thousands or negative.
    if (widestNumber() != before) updateGeometry();
    update();
}

QString ColorBar::number(double value) const {
    return scale_ ? scaleNumber(*scale_, value, kDigits) : QString();
}

int ColorBar::widestNumber() const {
    QFont bold = font();
    bold.setBold(true);  // as that of the contour lines
    const QFontMetrics metrics(bold);
    int widest = metrics.horizontalAdvance(QStringLiteral("0.000"));
    if (!scale_) return widest;
    for (const double value : {scale_->barStart(), scale_->low, scale_->high})
        widest = std::max(widest, metrics.horizontalAdvance(number(value)));
    return widest;
}

void ColorBar::setContour(const std::optional<ContourLevel>& contour) {
    contour_ = contour;
    update();
}

void ColorBar::setCursorValue(std::optional<double> value) {
    if (cursor_ == value) return;
    cursor_ = value;
    update();
}

void ColorBar::setSource(const QString& source) {
    source_ = source;
    setAccessibleDescription(helpAt({}));
}

QRectF ColorBar::barRect() const {
    const int left = kNumberGap + widestNumber() + 2;
    return QRectF(left, 2 * kMargin, kBarWidth, height() - 4 * kMargin);
}

double ColorBar::yOf(double value) const {
    if (!scale_) return 0;
    const QRectF bar = barRect();
    const double start = scale_->barStart();
    const double share = std::clamp((value - start) / (scale_->high - start), 0.0, 1.0);
    return bar.bottom() - share * bar.height();
}

double ColorBar::valueAt(double y, const HeatScale& scale) const {
    const QRectF bar = barRect();
    const double start = scale.barStart();
    return start + (bar.bottom() - y) / bar.height() * (scale.high - start);
}

ColorBar::Mark ColorBar::markAt(const QPointF& position) const {
    if (!scale_) return Mark::None;
    const double toLow = std::abs(position.y() - yOf(scale_->low));
    const double toContour = contour_ ? std::abs(position.y() - yOf(contour_->value)) : kReach + 1;
    if (std::min(toLow, toContour) > kReach) return Mark::None;
    return toContour <= toLow ? Mark::Contour : Mark::Low;
}

QString ColorBar::percentileText(double value) const {
    const auto percentile = scale_->percentileOf(value);
    if (!percentile) return {};
    return *percentile >= 100 ? tr("> max") : tr("%1 %").arg(QLocale().toString(*percentile, 'f', 1));
}

QString ColorBar::helpAt(const QPointF& position) const {
    switch (markAt(position)) {
        case Mark::Contour:
            return tr("Contour lines at %1: %2. Drag to move them.")
                .arg(number(contour_->value), contour_->meaning);
        case Mark::Low:
            return tr("The heatmap is transparent up to %1. Drag to move it.").arg(number(scale_->low));
        case Mark::None:
            break;
    }
    return tr("%1: colours are fixed by its calibration parts, the same for every picture. Left the raw "
              "value, "
              "right the share of good pixels below it.")
        .arg(source_.isEmpty() ? tr("This detector") : source_);
}

bool ColorBar::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), helpAt(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

void ColorBar::paintEvent(QPaintEvent*) {
    if (!scale_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawGradient(painter);
    drawTicks(painter);
    drawMarks(painter);
    if (cursor_) drawCursor(painter);
}

void ColorBar::drawGradient(QPainter& painter) const {
    const QRectF bar = barRect();
    const double start = scale_->barStart();
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
}

/// The raw value on the left, the percentile on the right.
void ColorBar::drawLabels(QPainter& painter, double value, bool withPercentile) const {
    const QRectF bar = barRect();
    const double y = yOf(value);
    const double half = fontMetrics().height() / 2.0;
    painter.drawText(QRectF(0, y - half, bar.left() - 5, 2 * half), Qt::AlignRight | Qt::AlignVCenter,
                     number(value));
    if (!withPercentile) return;
    painter.drawText(QRectF(bar.right() + 5, y - half, width() - bar.right() - 5, 2 * half),
                     Qt::AlignLeft | Qt::AlignVCenter, percentileText(value));
}

void ColorBar::drawTicks(QPainter& painter) const {
    const QRectF bar = barRect();
    painter.setPen(palette().color(QPalette::WindowText));
    for (int i = 0; i <= kTicks; ++i) {
        const double value = scale_->low + (scale_->high - scale_->low) * i / kTicks;
        const double y = yOf(value);
        painter.drawLine(QPointF(bar.left() - 3, y), QPointF(bar.left(), y));
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + 3, y));
        // The contour's own number stands there, or the cursor's.
        const double room = fontMetrics().height();
        if (contour_ && std::abs(yOf(contour_->value) - y) < room) continue;
        if (cursor_ && std::abs(yOf(*cursor_) - y) < room) continue;
        // Above all good pixels there is nothing to tell apart: once is enough.
        const auto percentile = scale_->percentileOf(value);
        drawLabels(painter, value, i == kTicks || (percentile && *percentile < 100));
    }
}

void ColorBar::drawMarks(QPainter& painter) const {
    const QRectF bar = barRect();
    const double low = yOf(scale_->low);
    painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
    painter.drawLine(QPointF(bar.left() - 4, low), QPointF(bar.right() + 4, low));
    if (!contour_) return;
    const double y = yOf(contour_->value);
    for (const QPen& pen : {QPen(Qt::black, 4), QPen(Qt::white, 2)}) {
        painter.setPen(pen);
        painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.right() + 4, y));
    }
    if (cursor_ && std::abs(yOf(*cursor_) - y) < fontMetrics().height()) return;
    QFont bold = font();
    bold.setBold(true);
    painter.save();
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::WindowText));
    drawLabels(painter, contour_->value);
    painter.restore();
}

void ColorBar::drawCursor(QPainter& painter) const {
    const QRectF bar = barRect();
    const double y = yOf(*cursor_);
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.setPen(Qt::NoPen);
    const double half = fontMetrics().height() / 2.0 + 1;
    painter.drawRoundedRect(QRectF(1, y - half, bar.left() - 4, 2 * half), 3, 3);
    painter.drawRoundedRect(QRectF(bar.right() + 3, y - half, width() - bar.right() - 4, 2 * half), 3, 3);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.right() + 4, y));
    painter.setPen(palette().color(QPalette::HighlightedText));
    drawLabels(painter, *cursor_);
}

void ColorBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragged_ = markAt(event->position());
    dragScale_ = scale_;
}

void ColorBar::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_ == Mark::None) {
        setCursor(markAt(event->position()) == Mark::None ? Qt::ArrowCursor : Qt::SplitVCursor);
        return;
    }
    const double value = valueAt(event->position().y(), *dragScale_);
    if (dragged_ == Mark::Contour) {
        Q_EMIT contourMoved(value);
    } else if (const auto percentile = dragScale_->percentileOf(value)) {
        Q_EMIT lowMoved(*percentile);
    }
}

void ColorBar::mouseReleaseEvent(QMouseEvent*) {
    dragged_ = Mark::None;
}

}  // namespace segad::ui
