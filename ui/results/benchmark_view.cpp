#include "ui/results/benchmark_view.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/workflow/benchmark/protocol.h"
#include "ui/results/benchmark_plot.h"
#include "ui/session/background.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kPlotHeight = 300;
constexpr int kTableHeight = 260;

QString ownText(const BenchmarkEntry& entry) {
    if (!entry.stats) return QStringLiteral("—");
    if (!entry.stats->deviation) return percent(entry.stats->mean);
    return QStringLiteral("%1 ± %2").arg(percent(entry.stats->mean), percent(entry.stats->deviation));
}

QString differenceText(const BenchmarkEntry& entry) {
    if (!entry.difference) return {};
    const QString number = QLocale().toString(*entry.difference * 100, 'f', 1);
    return *entry.difference > 0 ? QStringLiteral("+") + number : number;
}
}  // namespace

BenchmarkView::BenchmarkView(QWidget* parent)
    : QWidget(parent),
      figures_(choiceBox(tr("Figure"), tr("Which figure table and plot show"))),
      words_(new QLabel),
      table_(recordTable({tr("Class"), tr("Method"), tr("Mean ± deviation (%)"), tr("Published (%)"),
                          tr("Difference"), tr("Repeats")},
                         tr("Results of the benchmark"))),
      plot_(new BenchmarkPlot),
      exportTable_(makeAction(this, QStringLiteral("export"), tr("Export table …"),
                              tr("Write all figures as CSV, Markdown or LaTeX"),
                              QStringLiteral("Ctrl+Alt+Shift+X"))),
      exportPlot_(makeAction(this, QStringLiteral("results"), tr("Export plot …"),
                             tr("Write the plot of the benchmark as PNG, SVG or PDF"),
                             QStringLiteral("Ctrl+Alt+Shift+F"))) {
    for (const BenchmarkFigure figure : benchmarkFigures())
        figures_->addItem(engineText(std::string(titleOf(figure))), static_cast<int>(figure));
    words_->setWordWrap(true);
    words_->setAccessibleName(tr("What the results are of"));
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row);
    flow->addWidget(figures_);
    flow->addWidget(actionButton(exportTable_));
    flow->addWidget(actionButton(exportPlot_));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(plot_);
    split->addWidget(table_);
    split->setChildrenCollapsible(false);
    split->setSizes({kPlotHeight, kTableHeight});
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(row);
    column->addWidget(split, 1);
    exportTable_->setEnabled(false);
    exportPlot_->setEnabled(false);
    setVisible(false);  // until there is something to see
    connect(figures_, &QComboBox::currentIndexChanged, this, &BenchmarkView::read);
    connect(exportTable_, &QAction::triggered, this, &BenchmarkView::exportTable);
    connect(exportPlot_, &QAction::triggered, this, &BenchmarkView::exportPlot);
}

void BenchmarkView::show(const Path& results) {
    results_ = results;
    read();
}

BenchmarkFigure BenchmarkView::figure() const {
    return static_cast<BenchmarkFigure>(figures_->currentData().toInt());
}

void BenchmarkView::read() {
    if (results_.empty()) return;
    const quint64 ticket = ++wanted_;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [file = results_, figure = figure()] {
            Reading reading;
            try {
                reading.table = benchmarkTable(BenchmarkFile::open(file, true), figure);
            } catch (const Error& error) {
                reading.problem = error;
            }
            return reading;
        },
        [this, ticket](const Reading& reading) {
            if (ticket != wanted_) return;
            if (reading.problem) {
                Q_EMIT failed(*reading.problem);
            } else {
                fill(reading.table);
            }
        });
}

void BenchmarkView::fill(const BenchmarkTable& table) {
    table_->setRowCount(0);
    const auto add = [&](const QString& name, const BenchmarkColumn& column, const BenchmarkEntry& entry) {
        if (!entry.stats) return;
        addRecord(table_, {name, engineText(column.title), ownText(entry),
                           entry.published ? percent(entry.published->value) : QString(),
                           differenceText(entry), QString::number(entry.values.size())});
        if (!entry.published) return;
        table_->item(table_->rowCount() - 1, 3)->setToolTip(QString::fromStdString(entry.published->source));
    };
    if (table.classes.size() > 1) {
        for (const BenchmarkColumn& column : table.columns)
            add(tr("mean"), column, column.mean);
    }
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        for (const BenchmarkColumn& column : table.columns)
            add(QString::fromStdString(table.classes[c]), column, column.classes[c]);
    }
    words_->setText(
        tr("%1 · %2 · %n cell(s)", nullptr, table.cells)
            .arg(QString::fromStdString(table.dataset), engineText(benchmarkProtocol(table.protocol).title)));
    exportTable_->setEnabled(table.cells > 0);
    exportPlot_->setEnabled(table.cells > 0);
    plot_->setTable(table);
    setVisible(true);
}

void BenchmarkView::exportTable() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the benchmark"), QStringLiteral("benchmark.md"), tr("Tables (*.csv *.md *.tex)"));
    if (file.isEmpty()) return;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [results = results_, out = Path(file.toStdString())]() -> std::optional<Error> {
            try {
                writeBenchmarkTable(BenchmarkFile::open(results, true), out);
            } catch (const Error& error) {
                return error;
            }
            return std::nullopt;
        },
        [this](const std::optional<Error>& problem) {
            if (problem) Q_EMIT failed(*problem);
        });
}

void BenchmarkView::exportPlot() {
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export the plot of the benchmark"),
                                     QStringLiteral("benchmark.png"), tr("Pictures (*.png *.svg *.pdf)"));
    if (file.isEmpty() || plot_->exportTo(file)) return;
    Q_EMIT failed(Error(ErrorCode::Io, file.toStdString(), tr("could not be written").toStdString(),
                        tr("Choose a folder you may write to.").toStdString()));
}

}  // namespace segad::ui
