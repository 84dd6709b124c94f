#include "ui/results/evaluations_panel.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/results/evaluation_comparison.h"
#include "ui/results/evaluation_model.h"
#include "ui/results/evaluation_removal.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

EvaluationsPanel::EvaluationsPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new EvaluationModel(this)),
      sorted_(new QSortFilterProxyModel(this)),
      table_(new QTableView),
      note_(new QLabel),
      compare_(makeAction(this, QStringLiteral("compare"), tr("Compare two …"),
                          tr("Both ROC curves, a paired test, and what changed between two evaluations"),
                          QStringLiteral("Ctrl+Alt+Shift+C"))),
      remove_(makeAction(this, QStringLiteral("delete"), tr("Delete"),
                         tr("Delete the selected evaluations; their runs stay (Ctrl+Z brings them back)"),
                         QStringLiteral("Ctrl+Alt+Shift+Del"))),
      export_(makeAction(this, QStringLiteral("export"), tr("Export CSV …"),
                         tr("Write the table as CSV, in the order shown"),
                         QStringLiteral("Ctrl+Alt+Shift+T"))) {
    buildTable();
    note_->setWordWrap(true);
    auto* buttons = new FlowLayout;
    for (QAction* action : {compare_, remove_, export_})
        buttons->addWidget(actionButton(action));
    auto* column = new QVBoxLayout(this);
    column->addLayout(buttons);
    column->addWidget(table_, 1);
    column->addWidget(note_);
    connect(compare_, &QAction::triggered, this, &EvaluationsPanel::compare);
    connect(remove_, &QAction::triggered, this, &EvaluationsPanel::remove);
    connect(export_, &QAction::triggered, this, &EvaluationsPanel::exportTable);
    needsWriting(remove_, session_);
    connect(&session_, &ProjectSession::dataChanged, this, &EvaluationsPanel::fill);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EvaluationsPanel::showSelection);
    fill();
}

void EvaluationsPanel::buildTable() {
    sorted_->setSourceModel(model_);
    sorted_->setSortRole(Qt::UserRole);
    table_->setModel(sorted_);
    table_->setAccessibleName(tr("All stored evaluations"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setSortingEnabled(true);
    table_->sortByColumn(EvaluationModel::Made, Qt::DescendingOrder);
    connect(table_, &QTableView::doubleClicked, this, [this] {
        if (compare_->isEnabled()) compare();
    });
}

void EvaluationsPanel::fill() {
    const int before = model_->rowCount();
    model_->setProject(session_.data());
    if (model_->rowCount() != before) table_->resizeColumnsToContents();
    export_->setEnabled(model_->rowCount() > 0);
    showSelection();
}

std::vector<EvaluationId> EvaluationsPanel::selected() const {
    std::vector<int> rows;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    std::vector<EvaluationId> ids;
    for (const int row : rows)
        ids.push_back(model_->evaluation(sorted_->mapToSource(sorted_->index(row, 0)).row()).id);
    return ids;
}

std::vector<EvaluationId> EvaluationsPanel::shown() const {
    std::vector<EvaluationId> ids;
    for (int row = 0; row < sorted_->rowCount(); ++row)
        ids.push_back(model_->evaluation(sorted_->mapToSource(sorted_->index(row, 0)).row()).id);
    return ids;
}

void EvaluationsPanel::showSelection() {
    const auto count = static_cast<int>(selected().size());
    compare_->setEnabled(count == 2);
    remove_->setEnabled(count > 0);
    QString words;
    if (model_->rowCount() == 0)
        words = tr("Nothing was evaluated yet: press Evaluate on the first page.");
    else if (count == 2)
        words = tr("Two are selected: they can be compared.");
    else
        words = tr("%n evaluation(s). Select two to compare them.", nullptr, model_->rowCount());
    note_->setText(words);
}

void EvaluationsPanel::compare() {
    const std::vector<EvaluationId> ids = selected();
    if (ids.size() != 2) return;
    // What was stored earlier comes first, however the table is sorted.
    auto* dialog =
        new EvaluationComparisonDialog(session_, std::min(ids[0], ids[1]), std::max(ids[0], ids[1]), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EvaluationsPanel::remove() {
    const std::vector<EvaluationId> ids = selected();
    if (ids.empty() || !session_.mayWrite()) return;
    const QString text = tr("Delete %n evaluation(s)", nullptr, static_cast<int>(ids.size()));
    session_.undoStack().push(new EvaluationRemoval(session_, ids, text));
}

bool EvaluationsPanel::writeCsv(const QString& file) {
    try {
        const std::vector<EvaluationId> ids = shown();
        writeEvaluations(Project::open(session_.file(), true), ids, Path(file.toStdString()));
        return true;
    } catch (const Error& error) {
        session_.reportError(error);
        return false;
    }
}

void EvaluationsPanel::exportTable() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export the evaluations"), QStringLiteral("evaluations.csv"), tr("Tables (*.csv)"));
    if (!file.isEmpty()) writeCsv(file);
}

}  // namespace segad::ui
