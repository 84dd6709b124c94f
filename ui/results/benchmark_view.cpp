#include "ui/results/benchmark_view.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/workflow/benchmark/protocol.h"
#include "ui/results/benchmark_plot.h"
#include "ui/results/benchmark_roc_plot.h"
#include "ui/results/plot_saving.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kPlotHeight = 340;
constexpr int kTableHeight = 220;
constexpr int kPublishedColumn = 3;

QString ownText(const BenchmarkEntry& entry) {
    if (!entry.stats) return QStringLiteral("—");
    if (!entry.stats->deviation) return percent(entry.stats->mean);
    return QStringLiteral("%1 ± %2").arg(percent(entry.stats->mean), percent(entry.stats->deviation));
}

QString differenceText(const BenchmarkEntry& entry) {
    if (!entry.difference) return QStringLiteral("—");
    const QString number = QLocale().toString(*entry.difference * 100, 'f', 1);
    return *entry.difference > 0 ? QStringLiteral("+") + number : number;
}

QString sourceText(const BenchmarkEntry& entry) {
    if (!entry.published)
        return BenchmarkView::tr("No published figure is at hand; Published values … takes those you have");
    const QString source = QString::fromStdString(entry.published->source);
    return entry.published->entered ? BenchmarkView::tr("Entered: %1").arg(source) : source;
}

/// What is compared with what, and where it is not the paper's experiment.
QString comparisonText(const BenchmarkTable& table) {
    const PublishedCoverage coverage = coverageOf(table);
    QString text = BenchmarkView::tr("Published figures are at hand for %1 of %2 results.")
                       .arg(coverage.published)
                       .arg(coverage.results);
    if (coverage.published > 0 && !coverage.without.empty()) {
        QStringList names;
        for (const std::string& name : coverage.without)
            names << engineText(name);
        text += QLatin1Char(' ') + BenchmarkView::tr("None for: %1.").arg(names.join(QStringLiteral("; ")));
    }
    if (table.departures.empty()) return text;
    QStringList departures;
    for (const std::string& one : table.departures)
        departures << engineSentence(one);
    return text + QLatin1Char('\n') +
           BenchmarkView::tr("Not as in the paper: %1.").arg(departures.join(QStringLiteral("; ")));
}
}  // namespace

BenchmarkView::BenchmarkView(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      figures_(choiceBox(tr("Figure"), tr("Which figure table and plot show"))),
      classes_(choiceBox(tr("Class"), tr("Which class table and plots show"))),
      words_(new QLabel),
      table_(recordTable({tr("Class"), tr("Method"), tr("Mean ± deviation (%)"), tr("Published (%)"),
                          tr("Difference"), tr("Repeats")},
                         tr("Results of the benchmark"))),
      plots_(new QTabWidget),
      plot_(new BenchmarkPlot),
      roc_(new BenchmarkRocPlot),
      exportTable_(makeAction(this, QStringLiteral("export"), tr("Export table …"),
                              tr("Write all figures as CSV, Markdown or LaTeX"),
                              QStringLiteral("Ctrl+Alt+Shift+X"))),
      exportPlot_(makeAction(this, QStringLiteral("results"), tr("Export plot …"),
                             tr("Write a plot of the benchmark as PNG, SVG, PDF or CSV"),
                             QStringLiteral("Ctrl+Alt+Shift+F"))),
      enter_(
          makeAction(this, QStringLiteral("import"), tr("Published values …"),
                     tr("Put published figures beside the results, from a CSV or JSON file with the columns "
                        "method, percent, source and, where needed, class and figure"),
                     QStringLiteral("Ctrl+Alt+Shift+V"))) {
    for (const BenchmarkFigure figure : benchmarkFigures())
        figures_->addItem(engineText(std::string(titleOf(figure))), static_cast<int>(figure));
    words_->setWordWrap(true);
    words_->setAccessibleName(tr("What the results are of"));
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    plots_->setAccessibleName(tr("Plots of the benchmark"));
    plots_->setDocumentMode(true);
    plots_->addTab(plot_, tr("&Class by class"));
    plots_->addTab(roc_, tr("Mean R&OC"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(plots_);
    split->addWidget(table_);
    split->setChildrenCollapsible(false);
    split->setSizes({kPlotHeight, kTableHeight});
    auto* column = new QVBoxLayout(this);
    column->addWidget(words_);
    column->addWidget(buttons());
    column->addWidget(split, 1);
    setVisible(false);  // until there is something to see
    connect(figures_, &QComboBox::currentIndexChanged, this, &BenchmarkView::read);
    connect(classes_, &QComboBox::currentIndexChanged, this, &BenchmarkView::read);
    connect(plots_, &QTabWidget::currentChanged, this, &BenchmarkView::read);
    connect(exportTable_, &QAction::triggered, this, &BenchmarkView::exportTable);
    connect(exportPlot_, &QAction::triggered, this, [this] {
        savePlots(*this, session_,
                  {plots_->currentWidget() == roc_ ? roc_->exportable() : plot_->exportable()});
    });
    connect(enter_, &QAction::triggered, this, &BenchmarkView::enter);
}

QWidget* BenchmarkView::buttons() {
    auto* row = new QWidget;
    auto* flow = new FlowLayout(row);
    flow->addWidget(figures_);
    flow->addWidget(classes_);
    for (QAction* action : {exportTable_, exportPlot_, enter_}) {
        action->setEnabled(false);
        flow->addWidget(actionButton(action));
    }
    return row;
}

void BenchmarkView::show(const Path& results) {
    results_ = results;
    read();
}

BenchmarkFigure BenchmarkView::figure() const {
    return static_cast<BenchmarkFigure>(figures_->currentData().toInt());
}

std::string BenchmarkView::chosenClass() const {
    return classes_->currentData().toString().toStdString();
}

void BenchmarkView::read() {
    if (results_.empty()) return;
    const quint64 ticket = ++wanted_;
    const bool curves = plots_->currentWidget() == roc_;  // every score is read for them
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [file = results_, figure = figure(), name = chosenClass(), curves] {
            Reading reading;
            try {
                const BenchmarkFile opened = BenchmarkFile::open(file, true);
                reading.table = benchmarkTable(opened, figure);
                if (curves) reading.rocs = benchmarkRocs(opened, name);
            } catch (const Error& error) {
                reading.problem = error;
            }
            return reading;
        },
        [this, ticket](const Reading& reading) {
            if (ticket != wanted_) return;
            if (reading.problem) {
                session_.reportError(*reading.problem);
            } else {
                fill(reading);
            }
        });
}

void BenchmarkView::fill(const Reading& reading) {
    const BenchmarkTable& whole = reading.table;
    fillClasses(whole.classes);
    const std::string name = chosenClass();
    const BenchmarkTable table = name.empty() ? whole : ofClass(whole, name);
    fillTable(table);
    words_->setText(
        tr("%1 · %2 · %n cell(s)", nullptr, table.cells)
            .arg(QString::fromStdString(table.dataset), engineText(benchmarkProtocol(table.protocol).title)) +
        QLatin1Char('\n') + comparisonText(table));
    for (QAction* action : {exportTable_, exportPlot_, enter_})
        action->setEnabled(table.cells > 0);
    plot_->setTable(table);
    roc_->setRocs(reading.rocs);
    setVisible(true);
}

void BenchmarkView::fillClasses(const std::vector<std::string>& classes) {
    const QSignalBlocker quiet(classes_);
    const QVariant chosen = classes_->currentData();
    classes_->clear();
    classes_->addItem(tr("All classes"), QString());
    for (const std::string& name : classes)
        classes_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    classes_->setCurrentIndex(std::max(0, classes_->findData(chosen)));
    classes_->setEnabled(classes.size() > 1);
}

void BenchmarkView::fillTable(const BenchmarkTable& table) {
    table_->setRowCount(0);
    const auto add = [&](const QString& name, const BenchmarkColumn& column, const BenchmarkEntry& entry) {
        if (!entry.stats) return;
        addRecord(table_, {name, engineText(column.title), ownText(entry),
                           entry.published ? percent(entry.published->value) : QStringLiteral("—"),
                           differenceText(entry), QString::number(entry.values.size())});
        for (const int cell : {kPublishedColumn, kPublishedColumn + 1})
            table_->item(table_->rowCount() - 1, cell)->setToolTip(sourceText(entry));
    };
    if (table.classes.size() > 1) {
        for (const BenchmarkColumn& column : table.columns)
            add(tr("mean"), column, column.mean);
    }
    for (std::size_t c = 0; c < table.classes.size(); ++c) {
        for (const BenchmarkColumn& column : table.columns)
            add(QString::fromStdString(table.classes[c]), column, column.classes[c]);
    }
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
            if (problem) session_.reportError(*problem);
        });
}

void BenchmarkView::enter() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Published values for these results"), {},
                                                      tr("Tables (*.csv *.json)"));
    if (file.isEmpty()) return;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [results = results_, from = Path(file.toStdString())]() -> std::optional<Error> {
            try {
                enterPublished(results, from);
            } catch (const Error& error) {
                return error;
            }
            return std::nullopt;
        },
        [this](const std::optional<Error>& problem) {
            if (problem) session_.reportError(*problem);
            read();
        });
}

}  // namespace segad::ui
