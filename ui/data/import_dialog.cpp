#include "ui/data/import_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/dataset/scan.h"
#include "core/workflow/workflows.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"

namespace segad::ui {

namespace {
enum Column { KindColumn, FileColumn, WhatColumn, RemedyColumn };

QString kindText(FindingKind kind) {
    switch (kind) {
        case FindingKind::Info:
            return ImportDialog::tr("note");
        case FindingKind::Warning:
            return ImportDialog::tr("warning");
        case FindingKind::Error:
            return ImportDialog::tr("left out");
    }
    return {};
}

const std::string kAuto = "auto";
const std::string kPlain = "folder";
}  // namespace

ImportDialog::ImportDialog(ProjectSession& session, const Path& folder, QWidget* parent)
    : QDialog(parent),
      session_(session),
      folder_(folder),
      form_(new QFormLayout),
      layout_(new QComboBox),
      className_(new QLineEdit),
      summary_(new QLabel),
      progress_(new QProgressBar),
      findings_(new QTreeWidget),
      import_(nullptr) {
    setWindowTitle(tr("Import images"));
    resize(760, 520);
    summary_->setWordWrap(true);
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Reading the folder"));
    findings_->setHeaderLabels({tr("Kind"), tr("File"), tr("What"), tr("What to do")});
    findings_->setRootIsDecorated(false);
    findings_->setAlternatingRowColors(true);
    findings_->setAccessibleName(tr("Import report"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setToolTip(tr("Add the parts to the project; the images stay where they are"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    buildForm();
    auto* column = new QVBoxLayout(this);
    column->addLayout(form_);
    column->addWidget(summary_);
    column->addWidget(progress_);
    column->addWidget(findings_, 1);
    column->addWidget(buttons);

    connect(layout_, &QComboBox::activated, this, &ImportDialog::scan);
    connect(className_, &QLineEdit::editingFinished, this, &ImportDialog::scan);
    connect(this, &QDialog::finished, this, [this] { session_.jobs().cancel(scanJob_); });
    connect(&session_.jobs(), &JobQueue::jobChanged, this, [this](quint64 id) {
        const JobView* job = session_.jobs().find(id);
        if (id != scanJob_ || job == nullptr) return;
        progress_->setValue(static_cast<int>(job->status.fraction * 1000));
        if (job->state != JobState::Failed) return;
        progress_->hide();
        summary_->setText(job->message);
        // What is wrong may be that there are several.
        form_->setRowVisible(className_, true);
    });
    scan();
}

void ImportDialog::buildForm() {
    for (const std::string& key : datasetLayouts()) {
        layout_->addItem(key == kAuto ? tr("Recognised by itself") : engineText(datasetLayoutTitle(key)),
                         QString::fromStdString(key));
    }
    layout_->setToolTip(tr("How the folder is arranged, and what the names of its folders mean"));
    layout_->setAccessibleName(tr("Layout"));
    className_->setPlaceholderText(tr("only for datasets of several classes"));
    className_->setToolTip(tr("The class to import, for a folder that holds several (VisA, MVTec AD)"));
    className_->setAccessibleName(tr("Class"));
    auto* folder = new QLabel(QString::fromStdString(toUtf8(folder_)));
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form_->addRow(tr("Folder"), folder);
    form_->addRow(tr("Layout"), layout_);
    form_->addRow(tr("Class"), className_);
    form_->setRowVisible(className_, false);
}

ImportRequest ImportDialog::request() const {
    return {.project = session_.file(),
            .folder = folder_,
            .layout = layout_->currentData().toString().toStdString(),
            .className = className_->text().trimmed().toStdString()};
}

void ImportDialog::scan() {
    session_.jobs().cancel(scanJob_);
    import_->setEnabled(false);
    findings_->clear();
    progress_->setValue(0);
    progress_->show();
    summary_->setText(tr("Reading the folder …"));
    ImportRequest dry = request();
    dry.dryRun = true;
    auto report = std::make_shared<ImportReport>();
    scanJob_ = session_.jobs().enqueue(tr("Read %1").arg(QString::fromStdString(folder_.filename().string())),
                                       [dry, report](Job& job) {
                                           *report = importFolder(dry, job);
                                           return QString();
                                       });
    connect(&session_.jobs(), &JobQueue::jobFinished, this, [this, report, id = scanJob_](quint64 finished) {
        const JobView* job = session_.jobs().find(finished);
        if (finished == id && id == scanJob_ && job->state == JobState::Done) showReport(*report);
    });
}

QString ImportDialog::summary(const ImportReport& report) const {
    QStringList counts{tr("%n new part(s)", nullptr, report.added)};
    if (report.updated > 0) counts << tr("%n with another picture than before", nullptr, report.updated);
    if (report.unchanged > 0) counts << tr("%n already here", nullptr, report.unchanged);
    if (report.rejected > 0) counts << tr("%n left out", nullptr, report.rejected);
    return tr("Layout: %1. %2.")
        .arg(engineText(datasetLayoutTitle(report.layout)), counts.join(QStringLiteral(", ")));
}

void ImportDialog::addFinding(const Finding& finding) {
    auto* row = new QTreeWidgetItem({kindText(finding.kind), QString::fromStdString(finding.path),
                                     engineSentence(finding.message), engineSentence(finding.remedy)});
    for (int column = 0; column < row->columnCount(); ++column)
        row->setToolTip(column, row->text(column));
    findings_->addTopLevelItem(row);
}

void ImportDialog::showReport(const ImportReport& report) {
    progress_->hide();
    summary_->setText(summary(report));
    for (const Finding& finding : report.findings)
        addFinding(finding);
    // A plain folder has neither classes nor, mostly, anything to do about it.
    form_->setRowVisible(className_, report.layout != kPlain || !className_->text().isEmpty());
    findings_->setColumnHidden(FileColumn,
                               std::ranges::all_of(report.findings, &std::string::empty, &Finding::path));
    findings_->setColumnHidden(RemedyColumn,
                               std::ranges::all_of(report.findings, &std::string::empty, &Finding::remedy));
    for (int column = 0; column < RemedyColumn; ++column)
        findings_->resizeColumnToContents(column);
    import_->setEnabled(report.added + report.updated + report.unchanged > 0);
    import_->setDefault(true);
}

}  // namespace segad::ui
