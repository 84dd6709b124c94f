#include "ui/widgets/range_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace segad::ui {

namespace {
constexpr int kHeight = 44;
constexpr double kHandleWidth = 7;
constexpr double kHandleHeight = 14;
}  // namespace

RangeSlider::RangeSlider(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::SizeHorCursor);
}

QSize RangeSlider::sizeHint() const {
    return {120, kHeight};
}

void RangeSlider::setBins(std::vector<int> bins) {
    bins_ = std::move(bins);
    update();
}

void RangeSlider::setRange(double from, double to) {
    from_ = std::clamp(from, 0.0, 1.0);
    to_ = std::clamp(to, from_, 1.0);
    update();
}

QRectF RangeSlider::track() const {
    return QRectF(rect()).adjusted(kHandleWidth / 2 + 1, 2, -kHandleWidth / 2 - 1, -kHandleHeight / 2 - 1);
}

double RangeSlider::fractionAt(double x) const {
    return std::clamp((x - track().left()) / std::max(1.0, track().width()), 0.0, 1.0);
}

void RangeSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = track();
    const QColor chosen = palette().color(QPalette::Highlight);
    QColor rest = palette().color(QPalette::Mid);
    rest.setAlpha(150);
    const int highest = bins_.empty() ? 0 : *std::ranges::max_element(bins_);
    const double step = room.width() / static_cast<double>(std::max<std::size_t>(1, bins_.size()));
    for (std::size_t bin = 0; bin < bins_.size(); ++bin) {
        if (bins_[bin] == 0) continue;
        // The root lets a handful of bad parts be seen beside thousands of good ones.
        const double share = std::sqrt(static_cast<double>(bins_[bin]) / highest);
        const double middle = (static_cast<double>(bin) + 0.5) / static_cast<double>(bins_.size());
        const QRectF bar(room.left() + step * static_cast<double>(bin),
                         room.bottom() - std::max(1.0, share * room.height()), std::max(1.0, step - 0.5),
                         std::max(1.0, share * room.height()));
        painter.fillRect(bar, middle >= from_ && middle <= to_ ? chosen : rest);
    }
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    const QPointF left(room.left() + from_ * room.width(), room.bottom());
    const QPointF right(room.left() + to_ * room.width(), room.bottom());
    painter.setPen(QPen(chosen, 2));
    painter.drawLine(left, right);
    painter.setPen(QPen(palette().color(QPalette::Dark), 1));
    painter.setBrush(palette().color(QPalette::Button));
    for (const QPointF& at : {left, right}) {
        painter.drawRoundedRect(
            QRectF(at.x() - kHandleWidth / 2, at.y() - kHandleHeight / 2, kHandleWidth, kHandleHeight), 2, 2);
    }
}

void RangeSlider::mousePressEvent(QMouseEvent* event) {
    const double at = fractionAt(event->position().x());
    // The nearer one; when both are in one place, the one that can move there.
    const bool lower = std::abs(at - from_) < std::abs(at - to_) || (from_ == to_ && at < from_);
    held_ = lower ? Handle::From : Handle::To;
    drag(event->position().x());
}

void RangeSlider::mouseMoveEvent(QMouseEvent* event) {
    if (held_ != Handle::None) drag(event->position().x());
}

void RangeSlider::mouseReleaseEvent(QMouseEvent*) {
    held_ = Handle::None;
}

void RangeSlider::drag(double x) {
    const double at = fractionAt(x);
    if (held_ == Handle::From)
        setRange(std::min(at, to_), to_);
    else
        setRange(from_, std::max(at, from_));
    Q_EMIT rangeDragged(from_, to_);
}

}  // namespace segad::ui
