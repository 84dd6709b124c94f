#include "ui/widgets/interval_plot.h"

#include <QEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "ui/widgets/axis_title.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr double kPercent = 100;
/// Of the height of a row, the rest is the gap to the next one.
constexpr double kFilled = 0.76;
constexpr int kBarHeight = 11;
constexpr int kRowGap = 7;
constexpr int kAxesHeight = 90;
constexpr int kLeastHeight = 180;
constexpr int kClickMoves = 4;
/// Names of rows take at most this share of the width.
constexpr double kNamesShare = 0.4;
constexpr int kLegendLetters = 30;
/// Told apart without colours, too.
constexpr std::array<Qt::BrushStyle, 3> kPatterns{Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense5Pattern};

double orNan(const std::optional<double>& value) {
    return value ? kPercent * *value : std::numeric_limits<double>::quiet_NaN();
}

/// Where the bar of a series lies, in rows; the first series on top.
double offset(std::size_t series, std::size_t count) {
    return (static_cast<double>(series) - (static_cast<double>(count) - 1) / 2) * kFilled /
           static_cast<double>(count);
}

}  // namespace

IntervalPlot::IntervalPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot), readout_(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_, 1);
    column->addWidget(readout_);
    readout_->setWordWrap(true);
    plot_->setAccessibleName(tr("Bars with their intervals"));
    plot_->setMouseTracking(true);
    plot_->installEventFilter(this);
    plot_->axisRect()->setupFullAxesBox();
    placeLegendBelow(*plot_);
    applyPalette(*plot_, *this);
}

void IntervalPlot::setBars(const BarWords& words, const QStringList& rows, std::vector<BarSeries> series) {
    words_ = words;
    rows_ = rows;
    series_ = std::move(series);
    plot_->setAccessibleName(words.title);
    setAxisTitle(*plot_->xAxis, words.briefValues.isEmpty() ? QStringList{words.values}
                                                            : QStringList{words.values, words.briefValues});
    setAxisTitle(*plot_->yAxis, {words.rows});
    readout_->setText(rows_.isEmpty() ? QString() : words.hint);
    rebuild();
}

void IntervalPlot::rebuild() {
    plot_->clearPlottables();
    plot_->clearItems();
    nameRows();
    plot_->yAxis->setRangeReversed(true);
    for (std::size_t index = 0; index < series_.size(); ++index)
        addSeries(index);
    auto* base = new QCPItemStraightLine(plot_);
    base->point1->setCoords(kPercent * words_.base, 0);
    base->point2->setCoords(kPercent * words_.base, 1);
    base->setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
    plot_->legend->setVisible(series_.size() > 1);
    fitAxes();
    const auto bars = static_cast<int>(std::max<std::size_t>(series_.size(), 1));
    const int rows = static_cast<int>(rows_.size()) * (bars * kBarHeight + kRowGap);
    const int legend = series_.size() > 1 ? bars * fontMetrics().height() : 0;
    plot_->setMinimumHeight(std::max(kLeastHeight, kAxesHeight + rows + legend));
    applyPalette(*plot_, *this);
}

void IntervalPlot::nameRows() {
    const QFontMetrics metrics(plot_->yAxis->tickLabelFont());
    const int room = static_cast<int>(kNamesShare * width());
    const auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (int row = 0; row < rows_.size(); ++row)
        ticker->addTick(row, metrics.elidedText(rows_[row], Qt::ElideMiddle, room));
    ticker->setSubTickCount(0);
    plot_->yAxis->setTicker(ticker);
}

void IntervalPlot::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    nameRows();
    plot_->replot(QCustomPlot::rpQueuedReplot);
}

void IntervalPlot::addSeries(std::size_t index) {
    const BarSeries& series = series_[index];
    auto* bars = new QCPBars(plot_->yAxis, plot_->xAxis);
    auto* whiskers = new QCPErrorBars(plot_->yAxis, plot_->xAxis);
    // The legend is as wide as its longest name, and the page as the legend.
    const QFontMetrics metrics(plot_->legend->font());
    bars->setName(
        metrics.elidedText(series.name, Qt::ElideMiddle, kLegendLetters * metrics.averageCharWidth()));
    bars->setAntialiased(false);
    bars->setWidth(kFilled / static_cast<double>(series_.size()));
    bars->setBaseValue(kPercent * words_.base);
    const QColor color = curveColor(index);
    bars->setPen(QPen(color, 1));
    QColor inside = color;
    inside.setAlphaF(0.6F);
    bars->setBrush(QBrush(inside, kPatterns.at(index % kPatterns.size())));
    whiskers->removeFromLegend();
    whiskers->setDataPlottable(bars);
    whiskers->setErrorType(QCPErrorBars::etValueError);
    whiskers->setPen(QPen(palette().color(QPalette::Text), 1.2));
    whiskers->setWhiskerWidth(kBarHeight / 2.0);
    whiskers->setSymbolGap(0);
    QVector<double> keys;
    QVector<double> values;
    QVector<double> below;
    QVector<double> above;
    for (std::size_t row = 0; row < series.bars.size(); ++row) {
        const IntervalBar& bar = series.bars[row];
        if (!bar.value) continue;
        keys.push_back(static_cast<double>(row) + offset(index, series_.size()));
        // A bar's value counts from its base.
        values.push_back(kPercent * (*bar.value - words_.base));
        below.push_back(orNan(bar.value) - orNan(bar.low));
        above.push_back(orNan(bar.high) - orNan(bar.value));
    }
    bars->setData(keys, values, true);
    whiskers->setData(below, above);
}

void IntervalPlot::fitAxes() {
    double low = words_.base;
    double high = words_.base;
    for (const BarSeries& series : series_) {
        for (const IntervalBar& bar : series.bars) {
            for (const auto& end : {bar.value, bar.low, bar.high}) {
                if (!end) continue;
                low = std::min(low, *end);
                high = std::max(high, *end);
            }
        }
    }
    constexpr double kStep = 10;
    constexpr double kMargin = 2;
    plot_->xAxis->setRange(std::floor(kPercent * low / kStep) * kStep - kMargin,
                           std::ceil(kPercent * high / kStep) * kStep + kMargin);
    plot_->yAxis->setRange(-0.6, std::max(1.0, static_cast<double>(rows_.size())) - 0.4);
}

std::optional<IntervalPlot::Place> IntervalPlot::placeAt(const QPointF& position) const {
    if (rows_.isEmpty() || series_.empty()) return std::nullopt;
    // The names at the left belong to the rows, too.
    const QRect inside = plot_->axisRect()->rect();
    if (position.y() < inside.top() || position.y() > inside.bottom() || position.x() > inside.right())
        return std::nullopt;
    const double at = plot_->yAxis->pixelToCoord(position.y());
    const int row = std::clamp(static_cast<int>(std::lround(at)), 0, static_cast<int>(rows_.size()) - 1);
    const auto count = static_cast<double>(series_.size());
    const double within = (at - row + kFilled / 2) / kFilled * count;
    return Place{.row = row,
                 .series = std::clamp(static_cast<int>(std::floor(within)), 0, static_cast<int>(count) - 1)};
}

bool IntervalPlot::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonPress) {
        pressed_ = static_cast<QMouseEvent*>(event)->position();
    } else if (event->type() == QEvent::MouseMove) {
        const auto place = placeAt(static_cast<QMouseEvent*>(event)->position());
        plot_->setCursor(place ? Qt::PointingHandCursor : Qt::ArrowCursor);
        if (place) {
            const BarSeries& series = series_[static_cast<std::size_t>(place->series)];
            readout_->setText(series.bars[static_cast<std::size_t>(place->row)].words);
        }
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const auto place = placeAt(mouse->position());
        if (place && mouse->button() == Qt::LeftButton &&
            (mouse->position() - pressed_).manhattanLength() < kClickMoves)
            Q_EMIT picked(place->row, place->series);
    }
    return QWidget::eventFilter(watched, event);
}

void IntervalPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) rebuild();
}

PlotFile IntervalPlot::exportable() const {
    PlotFile file{.title = words_.title, .name = words_.fileName, .plot = plot_};
    const QString range = words_.range.isEmpty() ? tr("95 % interval") : words_.range;
    file.table.columns = {words_.rows, tr("figure"), words_.values, tr("%1: from").arg(range),
                          tr("%1: to").arg(range)};
    for (qsizetype row = 0; row < rows_.size(); ++row) {
        for (const BarSeries& series : series_) {
            const IntervalBar& bar = series.bars[static_cast<std::size_t>(row)];
            file.table.rows.push_back({rows_[row], series.name, csvNumber(orNan(bar.value)),
                                       csvNumber(orNan(bar.low)), csvNumber(orNan(bar.high))});
        }
    }
    return file;
}

}  // namespace segad::ui
