#include "ui/results/benchmark_plot.h"

#include <QEvent>
#include <QVBoxLayout>
#include <array>

#include "ui/widgets/axis_title.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/plot_style.h"
#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr double kSpread = 0.6;  // of the room that a class has
constexpr int kLegendColumns = 3;
constexpr double kMarkSize = 7;
constexpr double kRingSize = 13;
constexpr double kRoom = 2;  // above and below what is drawn, per cent
constexpr std::array kShapes{QCPScatterStyle::ssDisc, QCPScatterStyle::ssSquare, QCPScatterStyle::ssDiamond,
                             QCPScatterStyle::ssTriangle, QCPScatterStyle::ssTriangleInverted};

/// Where a method's marks stand within the room of class `place`.
double offsetOf(std::size_t place, std::size_t method, std::size_t methods) {
    const double share = methods < 2 ? 0.5 : static_cast<double>(method) / static_cast<double>(methods - 1);
    return static_cast<double>(place) + (share - 0.5) * kSpread;
}

struct Marks {
    QVector<double> x;
    QVector<double> y;
    QVector<double> deviation;
    QVector<double> publishedX;
    QVector<double> published;

    void add(double at, const BenchmarkEntry& entry) {
        if (!entry.stats) return;
        x.push_back(at);
        y.push_back(entry.stats->mean * 100);
        deviation.push_back(entry.stats->deviation.value_or(0) * 100);
        if (!entry.published) return;
        publishedX.push_back(at);
        published.push_back(entry.published->value * 100);
    }
};
}  // namespace

BenchmarkPlot::BenchmarkPlot(QWidget* parent) : QWidget(parent), plot_(new QCustomPlot) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(plot_);
    plot_->setAccessibleName(tr("Benchmark, class by class"));
    plot_->setToolTip(tr("Mean over the repeats with its deviation; a ring is the published figure"));
    plot_->setMinimumSize(280, 200);
    plot_->axisRect()->setupFullAxesBox();
    plot_->xAxis->setTickLabelRotation(-30);
    placeLegendBelow(*plot_);
    plot_->legend->setFillOrder(QCPLegend::foColumnsFirst);
    plot_->legend->setWrap(kLegendColumns);
    plot_->legend->setMargins({4, 2, 4, 14});  // the last of several rows is cut off otherwise
    rebuild();
}

void BenchmarkPlot::setTable(BenchmarkTable table) {
    table_ = std::move(table);
    rebuild();
}

void BenchmarkPlot::rebuild() {
    plot_->clearPlottables();
    const std::size_t methods = table_.columns.size();
    const bool several = table_.classes.size() > 1;
    QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    for (std::size_t c = 0; c < table_.classes.size(); ++c)
        names->addTick(static_cast<double>(c), QString::fromStdString(table_.classes[c]));
    if (several) names->addTick(static_cast<double>(table_.classes.size()), tr("mean"));
    plot_->xAxis->setTicker(names);
    double lowest = 100;
    double highest = 0;
    for (std::size_t m = 0; m < methods; ++m) {
        const BenchmarkColumn& column = table_.columns[m];
        Marks marks;
        for (std::size_t c = 0; c < column.classes.size(); ++c)
            marks.add(offsetOf(c, m, methods), column.classes[c]);
        if (several) marks.add(offsetOf(column.classes.size(), m, methods), column.mean);
        const QColor color = curveColor(m);
        QCPGraph* graph = plot_->addGraph();
        graph->setName(engineText(column.title));
        graph->setLineStyle(QCPGraph::lsNone);
        graph->setScatterStyle(
            QCPScatterStyle(kShapes.at(m / curveColorCount() % kShapes.size()), color, color, kMarkSize));
        graph->setData(marks.x, marks.y, true);
        auto* bars = new QCPErrorBars(plot_->xAxis, plot_->yAxis);
        bars->removeFromLegend();
        bars->setDataPlottable(graph);
        bars->setPen(QPen(color, 1));
        bars->setData(marks.deviation);
        if (!marks.published.empty()) {
            QCPGraph* rings = plot_->addGraph();
            rings->removeFromLegend();
            rings->setLineStyle(QCPGraph::lsNone);
            rings->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, color, kRingSize));
            rings->setData(marks.publishedX, marks.published, true);
        }
        for (int i = 0; i < marks.y.size(); ++i) {
            lowest = std::min(lowest, marks.y[i] - marks.deviation[i]);
            highest = std::max(highest, marks.y[i] + marks.deviation[i]);
        }
        for (const double value : marks.published) {
            lowest = std::min(lowest, value);
            highest = std::max(highest, value);
        }
    }
    setAxisTitle(*plot_->yAxis, {axisTitle()});
    plot_->xAxis->setRange(-0.6, static_cast<double>(table_.classes.size()) - (several ? -0.6 : 0.4));
    plot_->yAxis->setRange(lowest > highest ? 0 : lowest - kRoom, lowest > highest ? 100 : highest + kRoom);
    plot_->legend->setVisible(methods > 0);
    applyPalette(*plot_, *this);
}

void BenchmarkPlot::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette(*plot_, *this);
}

QString BenchmarkPlot::axisTitle() const {
    return tr("%1 (%)").arg(engineText(std::string(titleOf(table_.figure))));
}

PlotFile BenchmarkPlot::exportable() const {
    PlotFile file{
        .title = tr("Benchmark, class by class"), .name = QStringLiteral("benchmark"), .plot = plot_};
    file.table.columns = {tr("class"), tr("method"), axisTitle(), tr("deviation"), tr("published")};
    const auto add = [&](const QString& name, const BenchmarkColumn& column, const BenchmarkEntry& entry) {
        if (!entry.stats) return;
        const auto number = [](const std::optional<double>& fraction) {
            return fraction ? csvNumber(*fraction * 100) : QString();
        };
        file.table.rows.push_back(
            {name, engineText(column.title), number(entry.stats->mean), number(entry.stats->deviation),
             number(entry.published ? std::optional(entry.published->value) : std::nullopt)});
    };
    for (const BenchmarkColumn& column : table_.columns) {
        for (std::size_t c = 0; c < column.classes.size(); ++c)
            add(QString::fromStdString(table_.classes[c]), column, column.classes[c]);
        if (table_.classes.size() > 1) add(tr("mean"), column, column.mean);
    }
    return file;
}

}  // namespace segad::ui
