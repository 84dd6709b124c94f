#include "ui/results/threshold_lines.h"

#include <QEvent>
#include <QFontMetrics>
#include <QMouseEvent>
#include <cmath>

#include "ui/widgets/labels.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
/// How near the mouse must be to take hold of a line, in points.
constexpr int kReach = 6;
constexpr double kWidth = 2;

QCPItemText* caption(QCustomPlot& plot) {
    auto* text = new QCPItemText(&plot);
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->setPadding({4, 1, 4, 1});
    return text;
}
}  // namespace

ThresholdLines::ThresholdLines(QCustomPlot* plot)
    : QObject(plot),
      plot_(plot),
      reviewLine_(new QCPItemStraightLine(plot)),
      rejectLine_(new QCPItemStraightLine(plot)),
      reviewText_(caption(*plot)),
      rejectText_(caption(*plot)) {
    plot_->installEventFilter(this);
    plot_->setMouseTracking(true);
    setVisible(false);
    restyle();
}

void ThresholdLines::restyle() {
    reviewLine_->setPen(QPen(verdictColor(Verdict::Review), kWidth, Qt::DashLine));
    rejectLine_->setPen(QPen(verdictColor(Verdict::Reject), kWidth));
    reviewText_->setText(tr("review"));
    rejectText_->setText(tr("reject"));
    for (QCPItemText* text : {reviewText_, rejectText_}) {
        text->setFont(plot_->font());
        text->setColor(plot_->palette().color(QPalette::Text));
    }
}

void ThresholdLines::set(double review, double reject) {
    review_ = review;
    reject_ = reject;
    place();
}

void ThresholdLines::setVisible(bool visible) {
    visible_ = visible;
    place();
}

void ThresholdLines::place() {
    // Each word stands outside the two lines, unless there is no room for it.
    const QRect inside = plot_->axisRect()->rect();
    const auto stand = [&](QCPItemStraightLine* line, QCPItemText* text, double x, bool left) {
        const bool shown = visible_ && std::isfinite(x);
        line->setVisible(shown);
        text->setVisible(shown);
        if (!shown) return;
        line->point1->setCoords(x, 0);
        line->point2->setCoords(x, 1);
        text->position->setCoords(x, 0);
        const double at = plot_->xAxis->coordToPixel(x);
        const int needed = QFontMetrics(text->font()).horizontalAdvance(text->text()) + kReach;
        if (left && at - inside.left() < needed) left = false;
        if (!left && inside.right() - at < needed) left = true;
        text->setPositionAlignment(Qt::AlignTop | (left ? Qt::AlignRight : Qt::AlignLeft));
    };
    stand(reviewLine_, reviewText_, review_, true);
    stand(rejectLine_, rejectText_, reject_, false);
    // Both words on one side of lines that are close: one below the other.
    const double apart = std::abs(plot_->xAxis->coordToPixel(reject_) - plot_->xAxis->coordToPixel(review_));
    const bool sameSide = reviewText_->positionAlignment() == rejectText_->positionAlignment();
    const QFontMetrics font(rejectText_->font());
    const int longest =
        std::max(font.horizontalAdvance(reviewText_->text()), font.horizontalAdvance(rejectText_->text())) +
        2 * kReach;
    if (rejectText_->visible() && sameSide && apart < longest && inside.height() > 0)
        rejectText_->position->setCoords(reject_, static_cast<double>(font.height()) / inside.height());
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

ThresholdLines::Line ThresholdLines::lineAt(double x) const {
    if (!visible_) return Line::None;
    const double toReview = std::abs(plot_->xAxis->coordToPixel(review_) - x);
    const double toReject = std::abs(plot_->xAxis->coordToPixel(reject_) - x);
    if (std::min(toReview, toReject) > kReach) return Line::None;
    // Where the two coincide, each is taken from its own side.
    if (toReview == toReject) return x < plot_->xAxis->coordToPixel(review_) ? Line::Review : Line::Reject;
    return toReview < toReject ? Line::Review : Line::Reject;
}

void ThresholdLines::drag(double x) {
    const double value = plot_->xAxis->pixelToCoord(x);
    (dragged_ == Line::Review ? review_ : reject_) = value;
    if (dragged_ == Line::Review) reject_ = std::max(reject_, value);
    if (dragged_ == Line::Reject) review_ = std::min(review_, value);
    place();
    Q_EMIT moved(review_, reject_);
}

bool ThresholdLines::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseMove ||
        event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const double x = mouse->position().x();
        switch (event->type()) {
            case QEvent::MouseButtonPress:
                if (mouse->button() == Qt::LeftButton) dragged_ = lineAt(x);
                return dragged_ != Line::None;
            case QEvent::MouseMove:
                if (dragged_ != Line::None) {
                    drag(x);
                    return true;
                }
                plot_->setCursor(lineAt(x) == Line::None ? Qt::ArrowCursor : Qt::SplitHCursor);
                break;
            default:
                return std::exchange(dragged_, Line::None) != Line::None;
        }
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace segad::ui
