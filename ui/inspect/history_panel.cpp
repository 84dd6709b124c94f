#include "ui/inspect/history_panel.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "core/project/project.h"
#include "core/workflow/inspection_results.h"
#include "core/workflow/ruled_parts.h"
#include "ui/inspect/part_scorer.h"
#include "ui/inspect/part_stage.h"
#include "ui/inspect/ruling.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString textOf(const Path& path) {
    return QString::fromStdString(toUtf8(path));
}
}  // namespace

HistoryPanel::HistoryPanel(JobQueue& jobs, ProjectSession* session, Rulings& rulings, PartScorer& scorer,
                           QWidget* parent)
    : QWidget(parent),
      jobs_(jobs),
      session_(session),
      rulings_(rulings),
      scorer_(scorer),
      model_(new InspectionModel(this)),
      filter_(new InspectionFilter(*model_, this)),
      list_(choiceBox(tr("Stored inspections"), tr("Inspections that were made, the newest first"))),
      shown_(choiceBox(tr("Shown parts"), tr("Which parts of the inspection are listed"))),
      counts_(new QLabel),
      table_(new QTableView),
      stage_(new PartStage) {
    pool_.setMaxThreadCount(1);
    stage_->setScorer(scorer_);
    makeActions();
    table_->setModel(filter_);
    table_->setSortingEnabled(true);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setAccessibleName(tr("Inspected parts"));
    // What is left is enough for date and time.
    table_->setColumnWidth(InspectionModel::Part, 210);
    table_->setColumnWidth(InspectionModel::Score, 80);
    table_->setColumnWidth(InspectionModel::Said, 90);
    counts_->setWordWrap(true);
    counts_->setAccessibleName(tr("Counts"));
    auto* split = new QSplitter(Qt::Horizontal);
    split->addWidget(table_);
    split->addWidget(stage_);
    split->setChildrenCollapsible(false);
    split->setSizes({600, 400});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 6, 8, 4);
    column->addWidget(makeHead());
    column->addWidget(counts_);
    column->addWidget(split, 1);
    connect(list_, &QComboBox::currentIndexChanged, this, &HistoryPanel::showInspection);
    connect(shown_, &QComboBox::currentIndexChanged, this, [this] {
        filter_->setShown(static_cast<InspectionFilter::Show>(shown_->currentData().toInt()));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryPanel::showPart);
    showInspection();
}

HistoryPanel::~HistoryPanel() {
    pool_.clear();
    pool_.waitForDone();
}

void HistoryPanel::makeActions() {
    csv_ = makeAction(this, QStringLiteral("export"), tr("CSV …"),
                      tr("Write all parts of this inspection as a table"), QStringLiteral("Ctrl+F11"));
    report_ = makeAction(this, QStringLiteral("results"), tr("Report …"),
                         tr("Write a report of this inspection as a page that needs no other file"),
                         QStringLiteral("Ctrl+F12"));
    open_ = makeAction(this, QStringLiteral("folder"), tr("Results file …"),
                       tr("Look into a results file of a line that has only a package"),
                       QStringLiteral("Ctrl+Shift+F12"));
    good_ = makeAction(this, QStringLiteral("good"), tr("It is good"),
                       tr("Say that the chosen part is good; the next training learns from it"),
                       QStringLiteral("Ctrl+Shift+F7"));
    bad_ = makeAction(this, QStringLiteral("bad"), tr("It is bad"),
                      tr("Say that the chosen part is bad; the next training learns from it"),
                      QStringLiteral("Ctrl+Shift+F8"));
    asJudged_ = makeAction(this, QStringLiteral("clear"), tr("As judged"),
                           tr("Take back what was said of the chosen part"), QStringLiteral("Ctrl+Shift+F9"));
    take_ =
        makeAction(this, QStringLiteral("import"), tr("Take into the project"),
                   tr("All parts of which something was said become parts of this project, with that label"),
                   QStringLiteral("Ctrl+Shift+F11"));
    connect(csv_, &QAction::triggered, this, [this] { write(false); });
    connect(report_, &QAction::triggered, this, [this] { write(true); });
    connect(open_, &QAction::triggered, this, &HistoryPanel::openResults);
    connect(good_, &QAction::triggered, this, [this] { rule(Label::Good); });
    connect(bad_, &QAction::triggered, this, [this] { rule(Label::Bad); });
    connect(asJudged_, &QAction::triggered, this, [this] { rule(std::nullopt); });
    connect(take_, &QAction::triggered, this, &HistoryPanel::takeRuled);
    take_->setVisible(session_ != nullptr);
    if (session_ != nullptr) {
        for (QAction* action : {good_, bad_, asJudged_, take_})
            needsWriting(action, *session_);
    }
}

QWidget* HistoryPanel::makeHead() {
    using Show = InspectionFilter::Show;
    const auto offer = [this](const QString& text, Show show) {
        shown_->addItem(text, static_cast<int>(show));
    };
    const auto verdict = [](Verdict value) {
        return QStringLiteral("%1 %2").arg(verdictMark(value), verdictText(value));
    };
    offer(tr("all parts"), Show::All);
    offer(verdict(Verdict::Reject), Show::Reject);
    offer(verdict(Verdict::Review), Show::Review);
    offer(verdict(Verdict::Pass), Show::Pass);
    offer(QStringLiteral("? ") + noVerdictText({}), Show::NoVerdict);
    offer(tr("said to be good or bad"), Show::Said);
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    row->addWidget(list_, 3);
    row->addWidget(shown_, 1);
    column->addLayout(row);
    auto* flow = new FlowLayout;
    flow->setSpacing(6);
    column->addLayout(flow);
    for (QAction* action : {good_, bad_, asJudged_, scorer_.action(), csv_, report_, open_, take_}) {
        QPushButton* button = actionButton(action);
        // In its place first: shown without a parent it would be a window, and take the keys.
        flow->addWidget(button);
        button->setVisible(action->isVisible());
    }
    return head;
}

void HistoryPanel::setStore(const Path& store) {
    if (store == store_) return;
    store_ = store;
    reload();
}

void HistoryPanel::reload() {
    runInBackground(
        this, pool_,
        [store = store_]() -> std::vector<InspectionRecord> {
            std::error_code gone;
            if (store.empty() || !std::filesystem::exists(store, gone)) return {};
            try {
                return Project::open(store, true).inspections().all();
            } catch (const Error&) {
                return {};  // whoever inspects into it is told why
            }
        },
        [this](const std::vector<InspectionRecord>& records) {
            showList(records);
            Q_EMIT reloaded();
        });
}

int HistoryPanel::inspections() const {
    return list_->count();
}

void HistoryPanel::showList(const std::vector<InspectionRecord>& records) {
    const QVariant chosen = list_->currentData();
    const bool more = records.size() > records_.size();
    records_ = records;
    {
        const QSignalBlocker blocked(list_);
        list_->clear();
        for (auto record = records_.rbegin(); record != records_.rend(); ++record) {
            list_->addItem(tr("%1 · %2 · %n part(s)", nullptr, record->parts)
                               .arg(QString::fromStdString(record->folder), localTime(record->startedAt)),
                           QVariant::fromValue<qlonglong>(record->id));
        }
        // A new inspection is shown; otherwise the choice stays.
        list_->setCurrentIndex(list_->count() == 0 ? -1 : more ? 0 : std::max(0, list_->findData(chosen)));
    }
    showInspection();
}

void HistoryPanel::showInspection() {
    const bool any = list_->currentIndex() >= 0;
    for (QAction* action : {csv_, report_})
        action->setEnabled(any);
    if (!any) {
        model_->setInspection(nullptr);
        counts_->setText(store_.empty() ? tr("Inspect a folder, or open a results file.")
                                        : tr("No inspection yet."));
        showPart();
        return;
    }
    runInBackground(
        this, pool_,
        [store = store_, id = list_->currentData().toLongLong()] { return readInspection(store, id); },
        [this, wanted = ++wanted_](const std::shared_ptr<StoredInspection>& read) {
            if (wanted != wanted_) return;
            const int row = currentRow();
            model_->setInspection(read);
            const std::string& judge = read->facts.model;
            stage_->setModel(Path(std::u8string(judge.begin(), judge.end())));
            const InspectionRecord& record = read->record;
            counts_->setText(!read->error.isEmpty()
                                 ? read->error
                                 : tr("%1 pass · %2 review · %3 reject · %4 without a verdict")
                                       .arg(record.pass)
                                       .arg(record.review)
                                       .arg(record.reject)
                                       .arg(record.failed));
            if (row >= 0 && row < model_->rowCount())
                table_->setCurrentIndex(filter_->mapFromSource(model_->index(row, 0)));
            showPart();
        });
}

int HistoryPanel::currentRow() const {
    const QModelIndex index = filter_->mapToSource(table_->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void HistoryPanel::showPart() {
    const int row = currentRow();
    const bool any = row >= 0;
    const std::optional<Label> said = any ? model_->result(row).ruled : std::nullopt;
    good_->setEnabled(any && said != Label::Good);
    bad_->setEnabled(any && said != Label::Bad);
    asJudged_->setEnabled(any && said.has_value());
    if (!any) {
        stage_->setPart(nullptr, tr("Choose a part to see its picture"));
        return;
    }
    const auto id = list_->currentData().toLongLong();
    const auto record = std::ranges::find(records_, id, &InspectionRecord::id);
    if (record == records_.end()) return;
    stage_->setPart(
        std::make_shared<const LivePart>(storedPartOf(model_->result(row), record->folder, row + 1)), {});
}

void HistoryPanel::openResults() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Results file"), QFileInfo(textOf(store_)).absolutePath(),
                                     tr("Results and projects (*%1)").arg(QLatin1String(Project::kSuffix)));
    if (!file.isEmpty()) setStore(Path(file.toStdString()));
}

void HistoryPanel::write(bool report) {
    const QString suffix = report ? QStringLiteral(".html") : QStringLiteral(".csv");
    const QString proposal =
        QFileInfo(textOf(store_)).absolutePath() + QStringLiteral("/inspection") + suffix;
    const QString file = QFileDialog::getSaveFileName(this, report ? tr("Report") : tr("Table of the parts"),
                                                      proposal, QStringLiteral("*%1").arg(suffix));
    if (file.isEmpty()) return;
    ResultsRequest request{.store = store_, .inspection = list_->currentData().toLongLong()};
    (report ? request.report : request.csv) = Path(file.toStdString());
    jobs_.enqueue(report ? tr("Write report") : tr("Write table"), [request](Job& job) {
        writeResults(request, job);
        return QString();
    });
}

void HistoryPanel::rule(std::optional<Label> label) {
    const int row = currentRow();
    if (row < 0) return;
    const std::optional<Label> before = model_->result(row).ruled;
    const auto id = list_->currentData().toLongLong();
    model_->setRuled(row, label);
    showPart();
    rulings_.store({.store = store_,
                    .inspection = id,
                    .path = model_->result(row).part.path,
                    .label = label,
                    .project = session_ != nullptr ? session_->file() : Path()},
                   [this, row, id, before](const std::optional<Error>& error) {
                       if (session_ != nullptr) session_->refresh();
                       if (!error) return;
                       if (session_ != nullptr) session_->reportError(*error);
                       if (list_->currentData().toLongLong() != id || row >= model_->rowCount()) return;
                       model_->setRuled(row, before);
                       showPart();
                   });
}

void HistoryPanel::takeRuled() {
    jobs_.enqueue(tr("Take parts into the project"),
                  [request = RuledPartsRequest{.project = session_->file(), .results = store_}](Job& job) {
                      const RuledPartsReport report = takeRuledParts(request, job);
                      for (const Error& error : report.missing)
                          job.warn(error);
                      return tr("%1 added, %2 labelled, %3 missing")
                          .arg(report.added)
                          .arg(report.labelled)
                          .arg(report.missing.size());
                  });
}

}  // namespace segad::ui
