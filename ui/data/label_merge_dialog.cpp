#include "ui/data/label_merge_dialog.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QThreadPool>
#include <QVBoxLayout>
#include <optional>

#include "ui/data/label_merge_model.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 900;
constexpr int kHeight = 560;
constexpr int kPartWidth = 280;
constexpr int kStateWidth = 190;
constexpr std::size_t kProblemsShown = 3;

struct Answer {
    std::optional<LabelMergePlan> plan;
    QString problem;
};

Answer planQuietly(const Path& project, const Path& table) {
    try {
        Job job;
        return {.plan = planLabelMerge(project, table, job), .problem = {}};
    } catch (const Error& error) {
        return {.plan = std::nullopt, .problem = errorText(error)};
    }
}

QString problemText(const LabelMergePlan& plan) {
    QStringList lines;
    for (std::size_t i = 0; i < plan.problems.size() && i < kProblemsShown; ++i)
        lines << QStringLiteral("⚠ ") + errorText(plan.problems[i]);
    if (plan.problems.size() > kProblemsShown) {
        lines << LabelMergeDialog::tr("… and %n more line(s) that can't be used", nullptr,
                                      static_cast<int>(plan.problems.size() - kProblemsShown));
    }
    return lines.join(QLatin1Char('\n'));
}
}  // namespace

LabelMergeDialog::LabelMergeDialog(ProjectSession& session, const Path& table, QWidget* parent)
    : QDialog(parent),
      session_(session),
      file_(table),
      model_(new LabelMergeModel(this)),
      table_(new QTableView),
      summary_(new QLabel(tr("Comparing the labels …"))),
      problems_(new QLabel),
      takeAll_(new QPushButton(tr("Take the &table's"))),
      keepAll_(new QPushButton(tr("Keep the &project's"))),
      apply_(new QPushButton) {
    setWindowTitle(tr("Merge labels of %1").arg(QFileInfo(QString::fromStdString(toUtf8(table))).fileName()));
    resize(kWidth, kHeight);
    summary_->setWordWrap(true);
    problems_->setWordWrap(true);
    problems_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problems_->hide();
    table_->setModel(model_);
    table_->setAccessibleName(tr("What the table would change"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->setColumnWidth(LabelMergeModel::Part, kPartWidth);
    table_->setColumnWidth(LabelMergeModel::InProject, kStateWidth);
    table_->setColumnWidth(LabelMergeModel::InTable, kStateWidth);
    auto* column = new QVBoxLayout(this);
    column->addWidget(summary_);
    column->addWidget(table_, 1);
    column->addWidget(problems_);
    buildButtons();

    connect(model_, &LabelMergeModel::choicesChanged, this, &LabelMergeDialog::showChoices);
    // Somebody else may label while one thinks.
    connect(&session_, &ProjectSession::dataChanged, this, &LabelMergeDialog::compare);
    connect(&session_, &ProjectSession::labelsChanged, this, &LabelMergeDialog::compare);
    compare();
}

void LabelMergeDialog::buildButtons() {
    takeAll_->setToolTip(tr("In every conflict the table has the last word"));
    keepAll_->setToolTip(tr("In every conflict the project has the last word"));
    apply_->setToolTip(tr("Change the labels in one step; Ctrl+Z takes it back"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(apply_, QDialogButtonBox::AcceptRole);
    auto* conflicts = new QLabel(tr("Conflicts:"));
    auto* row = new QHBoxLayout;
    row->addWidget(conflicts);
    row->addWidget(takeAll_);
    row->addWidget(keepAll_);
    row->addStretch(1);
    row->addWidget(buttons);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    connect(takeAll_, &QPushButton::clicked, this, [this] { model_->take(true, true); });
    connect(keepAll_, &QPushButton::clicked, this, [this] { model_->take(false, true); });
    connect(buttons, &QDialogButtonBox::accepted, this, &LabelMergeDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    needsWriting(apply_, session_);
    showChoices();
}

void LabelMergeDialog::compare() {
    if (comparing_) {
        again_ = true;
        return;
    }
    comparing_ = true;
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [project = session_.file(), table = file_] { return planQuietly(project, table); },
        [this](Answer answer) {
            comparing_ = false;
            problems_->setText(answer.plan ? problemText(*answer.plan) : answer.problem);
            problems_->setVisible(!problems_->text().isEmpty());
            model_->setPlan(answer.plan ? *std::move(answer.plan) : LabelMergePlan{});
            Q_EMIT compared();
            if (std::exchange(again_, false)) compare();
        });
}

void LabelMergeDialog::showChoices() {
    const LabelMergePlan& plan = model_->plan();
    const int changed = static_cast<int>(model_->changes().size());
    const int conflicts = static_cast<int>(plan.conflicts());
    apply_->setEnabled(changed > 0);
    apply_->setText(tr("&Change %n part(s)", nullptr, changed));
    apply_->setAccessibleName(apply_->text());
    takeAll_->setEnabled(conflicts > 0);
    keepAll_->setEnabled(conflicts > 0);
    QString text = tr("%n line(s) read.", nullptr, static_cast<int>(plan.read));
    if (plan.rows.empty())
        text += QLatin1Char(' ') + tr("The project says the same.");
    else if (conflicts > 0)
        text += QLatin1Char(' ') + tr("%n conflict(s): project and table have both changed the label. Tick "
                                      "those where the table is right.",
                                      nullptr, conflicts);
    if (!plan.rows.empty() && !plan.knowsRevisions) {
        text += QLatin1Char(' ') + tr("The table does not say what it started from: every difference counts "
                                      "as an edit.");
    }
    summary_->setText(text);
}

void LabelMergeDialog::apply() {
    session_.changeLabels(model_->changes(), tr("Merge labels"));
    accept();
}

}  // namespace segad::ui
