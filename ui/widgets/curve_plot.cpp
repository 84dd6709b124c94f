#include "ui/widgets/curve_plot.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

#include "ui/widgets/axis_title.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr std::array<Qt::PenStyle, 3> kPenStyles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
constexpr double kPercent = 100;
constexpr double kMargin = 1;
/// How far from a point it is still meant, in pixels.
constexpr double kPointReach = 24;
constexpr double kMarkReach = 10;
constexpr double kMarkSize = 11;
constexpr double kDotSize = 8;
constexpr int kClickMoves = 4;
constexpr int kLeastWidth = 200;
constexpr int kLeastHeight = 200;

void showAll(QCustomPlot& plot) {
    plot.xAxis->setRange(-kMargin, kPercent + kMargin);
    plot.yAxis->setRange(-kMargin, kPercent + kMargin);
}

QCPCurve* addCurve(QCustomPlot& plot, const std::vector<CurvePoint>& points) {
    auto* curve = new QCPCurve(plot.xAxis, plot.yAxis);
    QVector<double> x;
    QVector<double> y;
    for (const CurvePoint& point : points) {
        x.push_back(kPercent * point.x);
        y.push_back(kPercent * point.y);
    }
    curve->setData(x, y);
    return curve;
}
}  // namespace

double thresholdAt(const std::vector<CurvePoint>& points, std::size_t index) {
    const double own = points[index].threshold;
    if (index + 1 >= points.size()) return own;
    const double next = points[index + 1].threshold;
    if (!std::isfinite(own)) return std::nextafter(next, std::numeric_limits<double>::infinity());
    const double middle = own + (next - own) / 2;
    return middle > next ? middle : own;  // two scores without a number between them
}

std::size_t pointAt(const std::vector<CurvePoint>& points, double threshold) {
    std::size_t index = 0;
    while (index + 1 < points.size() && points[index + 1].threshold >= threshold)
        ++index;
    return index;
}

CurvePlot::CurvePlot(const Words& words, QWidget* parent)
    : QWidget(parent), plot_(new QCustomPlot), readout_(new QLabel), words_(words) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(readout_);
    readout_->setWordWrap(true);
    plot_->setAccessibleName(words.title);
    plot_->setMinimumSize(kLeastWidth, kLeastHeight);
    setAxisTitle(*plot_->xAxis, words.xAxis);
    setAxisTitle(*plot_->yAxis, words.yAxis);
    plot_->axisRect()->setupFullAxesBox();
    plot_->setMouseTracking(true);
    plot_->installEventFilter(this);
    placeLegendBelow(*plot_);
    plot_->setAutoAddPlottableToLegend(false);
    review_ = makeTag();
    reject_ = makeTag();
    connect(plot_, &QCustomPlot::mouseDoubleClick, this, [this] {
        if (plot_->interactions() == QCP::Interactions()) return;
        showAll(*plot_);
        placeTags();
    });
    setZoomable(true);
    showAll(*plot_);
    restyle();
}

CurvePlot::Tag CurvePlot::makeTag() {
    const Tag tag{.dot = new QCPItemTracer(plot_), .text = new QCPItemText(plot_)};
    tag.dot->setStyle(QCPItemTracer::tsCircle);
    tag.dot->setSize(kMarkSize);
    tag.dot->setVisible(false);
    tag.text->setVisible(false);
    tag.text->position->setParentAnchor(tag.dot->position);
    tag.text->setPadding({4, 1, 4, 1});
    return tag;
}

void CurvePlot::setZoomable(bool zoomable) {
    plot_->setInteractions(zoomable ? QCP::iRangeZoom | QCP::iRangeDrag : QCP::Interactions());
}

void CurvePlot::setPlotted(std::vector<PlottedCurve> curves) {
    curves_ = std::move(curves);
    if (marked_ >= static_cast<int>(curves_.size())) marked_ = -1;
    rebuild();
}

void CurvePlot::setReferences(const std::vector<std::vector<CurvePoint>>& lines) {
    references_ = lines;
    rebuild();
}

QString CurvePlot::hint() const {
    if (!words_.hint.isEmpty()) return words_.hint;
    return isSignalConnected(QMetaMethod::fromSignal(&CurvePlot::pointPicked))
               ? tr("Point at a curve to read its threshold; click to see what it gets wrong")
               : tr("Point at a curve to read its threshold");
}

void CurvePlot::setThresholds(int curve, double review, double reject, bool movable) {
    marked_ = curve;
    reviewAt_ = review;
    rejectAt_ = reject;
    movable_ = movable;
    placeTags();
}

void CurvePlot::clearThresholds() {
    marked_ = -1;
    placeTags();
}

void CurvePlot::rebuild() {
    plot_->clearPlottables();
    for (const std::vector<CurvePoint>& line : references_) {
        QCPCurve* reference = addCurve(*plot_, line);
        reference->setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DotLine));
    }
    for (std::size_t i = 0; i < curves_.size(); ++i) {
        QCPCurve* curve = addCurve(*plot_, curves_[i].points);
        curve->setName(curves_[i].legend);
        addToLegend(*curve, curves_[i].name);
        curve->setPen(QPen(curveColor(i), 2.2, kPenStyles.at(i / curveColorCount() % kPenStyles.size())));
        if (!curves_[i].mark) continue;
        QCPCurve* dot = addCurve(*plot_, {*curves_[i].mark});
        dot->setScatterStyle(
            QCPScatterStyle(QCPScatterStyle::ssDisc, curveColor(i), curveColor(i), kDotSize));
    }
    plot_->legend->setVisible(!curves_.empty());
    readout_->setVisible(!curves_.empty());
    readout_->setText(hint());
    restyle();
}

void CurvePlot::restyle() {
    const QColor base = palette().color(QPalette::Base);
    for (const auto& [tag, verdict, words] : {std::tuple(&review_, Verdict::Review, tr("review")),
                                              std::tuple(&reject_, Verdict::Reject, tr("reject"))}) {
        tag->dot->setPen(QPen(verdictColor(verdict), 2));
        tag->dot->setBrush(verdict == Verdict::Review ? base : verdictColor(verdict));
        tag->text->setFont(font());
        tag->text->setColor(palette().color(QPalette::Text));
        tag->text->setText(words);
    }
    placeTags();
    applyPalette(*plot_, *this);
}

void CurvePlot::placeTags() {
    const bool shown = marked_ >= 0 && !curves_[static_cast<std::size_t>(marked_)].points.empty();
    for (const auto& [tag, threshold] : {std::pair(&review_, reviewAt_), std::pair(&reject_, rejectAt_)}) {
        tag->dot->setVisible(shown && std::isfinite(threshold));
        tag->text->setVisible(shown && std::isfinite(threshold));
    }
    if (shown) {
        place(reject_, rejectAt_, false);
        const double above = plot_->yAxis->coordToPixel(reject_.dot->position->coords().y());
        place(review_, reviewAt_, false);
        const double own = plot_->yAxis->coordToPixel(review_.dot->position->coords().y());
        // Words that would lie upon each other: the one of the higher threshold goes below.
        if (std::abs(own - above) < QFontMetrics(font()).height()) place(reject_, rejectAt_, true);
    }
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::place(const Tag& tag, double threshold, bool lower) {
    const std::vector<CurvePoint>& points = curves_[static_cast<std::size_t>(marked_)].points;
    const CurvePoint& point = points[pointAt(points, threshold)];
    tag.dot->position->setCoords(kPercent * point.x, kPercent * point.y);
    const QPointF at(plot_->xAxis->coordToPixel(kPercent * point.x),
                     plot_->yAxis->coordToPixel(kPercent * point.y));
    const int needed =
        QFontMetrics(font()).horizontalAdvance(tag.text->text()) + 2 * static_cast<int>(kMarkSize);
    bool right = words_.room.testFlag(Qt::AlignRight);
    const QRect inside = plot_->axisRect()->rect();
    if (right && inside.right() - at.x() < needed) right = false;
    if (!right && at.x() - inside.left() < needed) right = true;
    tag.text->setPositionAlignment(Qt::AlignTop | (right ? Qt::AlignLeft : Qt::AlignRight));
    const double down = lower ? QFontMetrics(font()).height() + 3 : 3;
    tag.text->position->setCoords(right ? kMarkSize / 2 : -kMarkSize / 2, down);
}

std::optional<CurvePlot::Hit> CurvePlot::nearest(const QPointF& position, std::optional<int> only,
                                                 double reach) const {
    double best = reach * reach;
    std::optional<Hit> found;
    for (std::size_t c = 0; c < curves_.size(); ++c) {
        if (only && *only != static_cast<int>(c)) continue;
        for (std::size_t i = 0; i < curves_[c].points.size(); ++i) {
            const CurvePoint& point = curves_[c].points[i];
            const double dx = plot_->xAxis->coordToPixel(kPercent * point.x) - position.x();
            const double dy = plot_->yAxis->coordToPixel(kPercent * point.y) - position.y();
            if (dx * dx + dy * dy >= best) continue;
            best = dx * dx + dy * dy;
            found = Hit{.curve = static_cast<int>(c), .point = i};
        }
    }
    return found;
}

CurvePlot::Mark CurvePlot::markAt(const QPointF& position) const {
    if (!movable_ || !review_.dot->visible()) return Mark::None;
    const auto distance = [&](const Tag& tag) {
        const QPointF at = tag.dot->position->pixelPosition();
        return std::hypot(at.x() - position.x(), at.y() - position.y());
    };
    const double toReview = distance(review_);
    const double toReject = distance(reject_);
    if (std::min(toReview, toReject) > kMarkReach) return Mark::None;
    // Where the two coincide, each is taken from its own side: review finds more, so it lies further right.
    if (toReview == toReject)
        return position.x() > review_.dot->position->pixelPosition().x() ? Mark::Review : Mark::Reject;
    return toReview < toReject ? Mark::Review : Mark::Reject;
}

void CurvePlot::drag(const QPointF& position) {
    const auto hit = nearest(position, marked_, std::numeric_limits<double>::max());
    if (!hit) return;
    const double value = thresholdAt(curves_[static_cast<std::size_t>(marked_)].points, hit->point);
    (dragged_ == Mark::Review ? reviewAt_ : rejectAt_) = value;
    if (dragged_ == Mark::Review) rejectAt_ = std::max(rejectAt_, value);
    if (dragged_ == Mark::Reject) reviewAt_ = std::min(reviewAt_, value);
    placeTags();
    Q_EMIT thresholdsMoved(reviewAt_, rejectAt_);
}

bool CurvePlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::MouseButtonPress && event->type() != QEvent::MouseMove &&
        event->type() != QEvent::MouseButtonRelease)
        return QWidget::eventFilter(watched, event);
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QPointF position = mouse->position();
    if (event->type() == QEvent::MouseButtonPress) {
        pressed_ = position;
        if (mouse->button() == Qt::LeftButton) dragged_ = markAt(position);
        return dragged_ != Mark::None;
    }
    if (event->type() == QEvent::MouseMove) {
        if (dragged_ != Mark::None) {
            drag(position);
            return true;
        }
        plot_->setCursor(markAt(position) == Mark::None ? Qt::ArrowCursor : Qt::OpenHandCursor);
        showNearest(position);
        return false;
    }
    if (std::exchange(dragged_, Mark::None) != Mark::None) return true;
    const bool clicked = (position - pressed_).manhattanLength() < kClickMoves;
    if (mouse->button() != Qt::LeftButton || !clicked) return false;
    if (const auto hit = nearest(position, std::nullopt, kPointReach)) {
        const PlottedCurve& curve = curves_[static_cast<std::size_t>(hit->curve)];
        Q_EMIT pointPicked(hit->curve, curve.points[hit->point].threshold);
    }
    return false;
}

void CurvePlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) restyle();
}

void CurvePlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeTags();
}

QString CurvePlot::thresholdText(double threshold) {
    return std::isfinite(threshold) ? QLocale().toString(threshold, 'g', 5) : tr("none");
}

void CurvePlot::showNearest(const QPointF& position) {
    const auto hit = nearest(position, std::nullopt, kPointReach);
    if (!hit) return;
    const PlottedCurve& curve = curves_[static_cast<std::size_t>(hit->curve)];
    readout_->setText(readout(curve, curve.points[hit->point]));
}

PlotFile CurvePlot::exportable() const {
    PlotFile file{.title = words_.title, .name = words_.fileName, .plot = plot_};
    file.table.columns = {tr("curve"), tr("threshold"), words_.xAxis.front(), words_.yAxis.front()};
    for (const PlottedCurve& curve : curves_) {
        for (const CurvePoint& point : curve.points) {
            file.table.rows.push_back({curve.name, csvNumber(point.threshold), csvNumber(kPercent * point.x),
                                       csvNumber(kPercent * point.y)});
        }
    }
    if (words_.thresholds) return file;
    file.table.columns.removeAt(1);
    for (QStringList& row : file.table.rows)
        row.removeAt(1);
    return file;
}

}  // namespace segad::ui
