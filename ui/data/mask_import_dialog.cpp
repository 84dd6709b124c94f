#include "ui/data/mask_import_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <array>

#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
constexpr int kRowsShown = 1000;  // more would take the list too long to fill

struct OutcomeText {
    MaskOutcome outcome;
    QString word;
    QString meaning;
};

/// What asks for attention first.
std::array<OutcomeText, 7> outcomeTexts() {
    return {{{MaskOutcome::Failed, MaskImportDialog::tr("failed"),
              MaskImportDialog::tr("The mask can't be used")},
             {MaskOutcome::Unmatched, MaskImportDialog::tr("no part"),
              MaskImportDialog::tr("No part goes by the name of the mask")},
             {MaskOutcome::Kept, MaskImportDialog::tr("kept"),
              MaskImportDialog::tr("The part has painted regions, which stay")},
             {MaskOutcome::Removed, MaskImportDialog::tr("removed"),
              MaskImportDialog::tr("The mask is empty: the part's regions go away")},
             {MaskOutcome::Stored, MaskImportDialog::tr("taken in"),
              MaskImportDialog::tr("The mask becomes the part's regions")},
             {MaskOutcome::Unchanged, MaskImportDialog::tr("unchanged"),
              MaskImportDialog::tr("The part has these regions already")},
             {MaskOutcome::Empty, MaskImportDialog::tr("empty"),
              MaskImportDialog::tr("Nothing is painted in the mask")}}};
}
}  // namespace

MaskImportDialog::MaskImportDialog(ProjectSession& session, const Path& folder, QWidget* parent)
    : QDialog(parent),
      session_(session),
      folder_(folder),
      replace_(new QCheckBox(tr("Replace painted regions"))),
      summary_(new QLabel),
      progress_(new QProgressBar),
      masks_(new QTreeWidget) {
    setWindowTitle(tr("Import masks"));
    resize(760, 520);
    replace_->setToolTip(tr("Also put masks in the place of regions that somebody painted"));
    summary_->setWordWrap(true);
    progress_->setRange(0, 1000);
    progress_->setAccessibleName(tr("Reading the masks"));
    masks_->setHeaderLabels({tr("Outcome"), tr("Mask"), tr("Part"), tr("Remark")});
    masks_->setRootIsDecorated(false);
    masks_->setAlternatingRowColors(true);
    masks_->setUniformRowHeights(true);
    masks_->setAccessibleName(tr("What becomes of each mask"));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    import_ = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    import_->setToolTip(tr("Take the masks in as regions"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* folderLabel = new QLabel(QString::fromStdString(toUtf8(folder_)));
    folderLabel->setTextInteractionFlags(Qt::TextSelectableByMouse);
    folderLabel->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(folderLabel);
    column->addWidget(replace_);
    column->addWidget(summary_);
    column->addWidget(progress_);
    column->addWidget(masks_, 1);
    column->addWidget(buttons);

    connect(replace_, &QCheckBox::toggled, this, &MaskImportDialog::plan);
    connect(this, &QDialog::finished, this, [this] { session_.jobs().cancel(planJob_); });
    connect(&session_.jobs(), &JobQueue::jobChanged, this, [this](quint64 id) {
        const JobView* job = session_.jobs().find(id);
        if (id != planJob_ || job == nullptr) return;
        progress_->setValue(static_cast<int>(job->status.fraction * 1000));
        if (job->state != JobState::Failed) return;
        progress_->hide();
        summary_->setText(job->message);
    });
    plan();
}

RegionImportRequest MaskImportDialog::request() const {
    return {.project = session_.file(), .folder = folder_, .replace = replace_->isChecked()};
}

void MaskImportDialog::plan() {
    session_.jobs().cancel(planJob_);
    import_->setEnabled(false);
    masks_->clear();
    progress_->setValue(0);
    progress_->show();
    summary_->setText(tr("Reading the masks …"));
    RegionImportRequest dry = request();
    dry.dryRun = true;
    auto report = std::make_shared<RegionImportReport>();
    planJob_ = session_.jobs().enqueue(tr("Read masks"), [dry, report](Job& job) {
        *report = importRegions(dry, job);
        return QString();
    });
    connect(&session_.jobs(), &JobQueue::jobFinished, this, [this, report, id = planJob_](quint64 finished) {
        const JobView* job = session_.jobs().find(finished);
        if (finished == id && id == planJob_ && job->state == JobState::Done) showReport(*report);
    });
}

void MaskImportDialog::showReport(const RegionImportReport& report) {
    progress_->hide();
    QStringList counts;
    for (const OutcomeText& text : outcomeTexts()) {
        const int count = report.count(text.outcome);
        if (count > 0) counts.push_back(tr("%1: %2").arg(text.word).arg(count));
        for (const MaskReport& mask : report.masks) {
            if (mask.outcome != text.outcome || masks_->topLevelItemCount() == kRowsShown) continue;
            auto* row =
                new QTreeWidgetItem({text.word, QString::fromStdString(mask.file),
                                     QString::fromStdString(mask.part), QString::fromStdString(mask.remark)});
            for (int column = 1; column < row->columnCount(); ++column)
                row->setToolTip(column, row->text(column));
            row->setToolTip(0, text.meaning);
            masks_->addTopLevelItem(row);
        }
    }
    QString summary = tr("%n mask(s)", nullptr, static_cast<int>(report.masks.size())) +
                      QStringLiteral(" — ") + counts.join(QStringLiteral(", "));
    if (static_cast<int>(report.masks.size()) > kRowsShown)
        summary += QStringLiteral(". ") + tr("The list shows the first %1.").arg(kRowsShown);
    summary_->setText(summary);
    for (int column = 0; column < 3; ++column)
        masks_->resizeColumnToContents(column);
    import_->setEnabled(report.count(MaskOutcome::Stored) + report.count(MaskOutcome::Removed) > 0);
    import_->setDefault(true);
}

}  // namespace segad::ui
