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
      table_(recordTable({tr("Run"), tr("Kind"), tr("What"), tr("Outcome"), tr("Took"), tr("Started"),
                          tr("Backbone"), tr("Seed"), tr("Parameters"), tr("Remark")},
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
        const bool running = run->outcome == RunOutcome::Running;
        addRecord(table_, {QString::number(run->id), runKindText(run->kind),
                           QString::fromStdString(run->subject), outcomeText(run->outcome),
                           running ? QString() : duration(run->seconds), localTime(run->startedAt),
                           QString::fromStdString(run->backbone), QString::number(run->seed),
                           QString::fromStdString(run->params.dump()), QString::fromStdString(run->message)});
    }
}

}  // namespace segad::ui
