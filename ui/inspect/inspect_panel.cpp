#include "ui/inspect/inspect_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/workflow/workflows.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QLabel* counter(const QString& name) {
    auto* label = new QLabel(QStringLiteral("—"));
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 2.2);
    font.setBold(true);
    label->setFont(font);
    label->setAlignment(Qt::AlignCenter);
    label->setAccessibleName(name);
    return label;
}
}  // namespace

InspectPanel::InspectPanel(ProjectSession& session, QAction* train, QWidget* parent)
    : QWidget(parent),
      session_(session),
      folder_(new QLineEdit),
      report_(new QCheckBox(tr("Write the results beside the folder"))),
      inspect_(makeAction(this, QStringLiteral("inspect"), tr("Inspect"),
                          tr("Give every picture of the folder a verdict"), QStringLiteral("Ctrl+Shift+I"))),
      pages_(new QStackedWidget),
      note_(new QLabel),
      inspections_(choiceBox(tr("Stored inspections"), tr("Inspections kept in this project"))),
      counters_(nullptr),
      pass_(counter(tr("Passed"))),
      review_(counter(tr("To review"))),
      reject_(counter(tr("Rejected"))),
      failed_(counter(tr("Unreadable"))),
      parts_(recordTable(
          {tr("Part"), tr("Verdict"), tr("Score"), tr("Segment"), tr("Detector"), tr("ms"), tr("Error")},
          tr("Inspected parts"))) {
    setAcceptDrops(true);
    folder_->setAcceptDrops(false);  // it would take the address as text
    folder_->setPlaceholderText(tr("Folder with new pictures"));
    folder_->setAccessibleName(tr("Folder to inspect"));
    folder_->setToolTip(tr("All pictures below this folder are inspected; nothing in it is changed"));
    report_->setToolTip(tr("<folder>-results.csv for other programs and <folder>-results.html for people"));
    note_->setWordWrap(true);
    auto* browse = makeAction(this, QStringLiteral("folder"), tr("Choose …"),
                              tr("Choose the folder to inspect"), QStringLiteral("Ctrl+Shift+O"));
    connect(browse, &QAction::triggered, this, &InspectPanel::chooseFolder);
    auto* row = new QHBoxLayout;
    row->addWidget(folder_, 1);
    row->addWidget(actionButton(browse));
    row->addWidget(actionButton(inspect_));
    counters_ = countersRow();
    auto* empty = new EmptyState(
        QStringLiteral("inspect"), tr("Nothing to inspect with yet"),
        tr("Train a detector first; fit a forest for verdicts that know the segments. Then choose a folder "
           "with new pictures: each gets a verdict."));
    empty->addAction(train);
    auto* page = new QWidget;
    pages_->addWidget(empty);
    pages_->addWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pages_);
    auto* column = new QVBoxLayout(page);
    column->addWidget(heading(tr("Inspect a folder")));
    column->addLayout(row);
    column->addWidget(report_);
    column->addWidget(note_);
    column->addSpacing(8);
    column->addWidget(inspections_);
    column->addWidget(counters_);
    column->addWidget(parts_, 1);
    column->addStretch(0);

    connect(inspect_, &QAction::triggered, this, &InspectPanel::inspect);
    needsWriting(inspect_, session_);
    connect(folder_, &QLineEdit::textChanged, this, &InspectPanel::fillInspections);
    connect(inspections_, &QComboBox::currentIndexChanged, this, &InspectPanel::showInspection);
    connect(&session_, &ProjectSession::dataChanged, this, &InspectPanel::fillInspections);
    fillInspections();
}

QWidget* InspectPanel::countersRow() {
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 4);
    const auto add = [row](QLabel* number, const QString& text, const QColor& color) {
        auto* tile = new QWidget;
        auto* column = new QVBoxLayout(tile);
        column->setContentsMargins(0, 0, 0, 0);
        auto* name = new QLabel(text);
        name->setAlignment(Qt::AlignCenter);
        QPalette colors = name->palette();
        colors.setColor(QPalette::WindowText, color);
        number->setPalette(colors);
        column->addWidget(number);
        column->addWidget(name);
        row->addWidget(tile, 1);
    };
    add(pass_, tr("✓ pass"), verdictColor(Verdict::Pass));
    add(review_, tr("◐ review"), verdictColor(Verdict::Review));
    add(reject_, tr("✕ reject"), verdictColor(Verdict::Reject));
    add(failed_, tr("unreadable"), labelColor(Label::Unlabelled));
    return box;
}

void InspectPanel::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to inspect"), folder_->text());
    if (!folder.isEmpty()) folder_->setText(folder);
}

void InspectPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (!draggedFolder(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void InspectPanel::dropEvent(QDropEvent* event) {
    const QString folder = draggedFolder(event->mimeData());
    if (folder.isEmpty()) return;
    folder_->setText(folder);
    event->acceptProposedAction();
}

void InspectPanel::inspect() {
    const Path folder(folder_->text().toStdString());
    InspectRequest request{.project = session_.file(), .folder = folder};
    if (report_->isChecked()) {
        const Path beside = folder.parent_path() / (folder.filename().string() + "-results");
        request.csv = beside.string() + ".csv";
        request.report = beside.string() + ".html";
    }
    session_.jobs().enqueue(tr("Inspect %1").arg(QString::fromStdString(folder.filename().string())),
                            [request](Job& job) {
                                const InspectReport report = inspectFolder(request, job);
                                return tr("%1 passed, %2 to review, %3 rejected, %4 unreadable")
                                    .arg(report.totals.pass)
                                    .arg(report.totals.review)
                                    .arg(report.totals.reject)
                                    .arg(report.totals.failed);
                            });
}

bool InspectPanel::isReady() const {
    const ProjectData& project = session_.data();
    return !project.scoredRuns(RunKind::Fit).empty() || !project.scoredRuns(RunKind::Train).empty();
}

void InspectPanel::fillInspections() {
    const ProjectData& project = session_.data();
    const bool ready = isReady();
    pages_->setCurrentIndex(ready || !project.inspections.empty() ? 1 : 0);
    inspect_->setEnabled(ready && !folder_->text().trimmed().isEmpty());
    const QVariant chosen = inspections_->currentData();
    const int before = inspections_->count();
    {
        const QSignalBlocker blocked(inspections_);
        inspections_->clear();
        for (auto record = project.inspections.rbegin(); record != project.inspections.rend(); ++record) {
            inspections_->addItem(
                tr("%1 · %2").arg(QString::fromStdString(record->folder), localTime(record->startedAt)),
                QVariant::fromValue<qlonglong>(record->id));
        }
        // A new inspection is shown; otherwise the choice stays.
        inspections_->setCurrentIndex(
            inspections_->count() > before ? 0 : std::max(0, inspections_->findData(chosen)));
    }
    for (QWidget* widget : {static_cast<QWidget*>(inspections_), counters_, static_cast<QWidget*>(parts_)})
        widget->setVisible(inspections_->count() > 0);
    if (!ready)
        note_->setText(tr("Train a detector first; fit a forest for verdicts that know the segments."));
    else
        note_->setText(
            tr("Choose a folder with new pictures: each gets a verdict, and all of them stay here."));
    note_->setVisible(!ready || inspections_->count() == 0);
    showInspection();
}

void InspectPanel::showInspection() {
    parts_->setRowCount(0);
    const qlonglong id = inspections_->currentData().toLongLong();
    const auto& all = session_.data().inspections;
    const auto record = std::ranges::find(all, id, &InspectionRecord::id);
    if (record == all.end()) return;
    pass_->setText(QString::number(record->pass));
    review_->setText(QString::number(record->review));
    reject_->setText(QString::number(record->reject));
    failed_->setText(QString::number(record->failed));
    try {
        for (const InspectedPart& part : session_.inspectedParts(id)) {
            const QString verdict =
                part.verdict ? tr("%1 %2").arg(verdictMark(*part.verdict), verdictText(*part.verdict))
                             : QString();
            addRecord(parts_,
                      {QString::fromStdString(part.path), verdict,
                       part.verdict ? QLocale().toString(part.score, 'g', 5) : QString(),
                       QString::fromStdString(part.topSegment), QString::fromStdString(part.topDetector),
                       QLocale().toString(part.seconds * 1000, 'f', 0), QString::fromStdString(part.error)});
        }
    } catch (const Error& error) {
        session_.reportError(error);
    }
}

}  // namespace segad::ui
