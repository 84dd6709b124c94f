#include "ui/train/runs_table.h"

#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

RunsTable::RunsTable(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      table_(recordTable({tr("Run"), tr("Kind"), tr("What"), tr("Backbone"), tr("Seed"), tr("Started"),
                          tr("Took"), tr("Outcome"), tr("Parameters"), tr("Remark")},
                         tr("Runs of this project"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Runs")));
    column->addWidget(table_, 1);
    connect(&session_, &ProjectSession::dataChanged, this, &RunsTable::fill);
    fill();
}

void RunsTable::fill() {
    table_->setRowCount(0);
    const auto& runs = session_.data().runs;
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        addRecord(table_, {QString::number(run->id), runKindText(run->kind),
                           QString::fromStdString(run->subject), QString::fromStdString(run->backbone),
                           QString::number(run->seed), localTime(run->startedAt),
                           run->outcome == RunOutcome::Running ? QString() : duration(run->seconds),
                           outcomeText(run->outcome), QString::fromStdString(run->params.dump()),
                           QString::fromStdString(run->message)});
    }
}

}  // namespace segad::ui
