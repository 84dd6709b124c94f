#include "ui/data/label_tables.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>

#include "core/workflow/workflows.h"
#include "ui/data/label_merge_dialog.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

LabelTables::LabelTables(ProjectSession& session, QWidget* owner)
    : QObject(owner), session_(session), owner_(owner) {
    QAction* merging =
        makeAction(owner, QStringLiteral("import"), tr("&Merge labels …"),
                   tr("Take over labels that were edited in a spreadsheet, after a look at them"),
                   QStringLiteral("Ctrl+Alt+I"));
    QAction* exporting = makeAction(owner, QStringLiteral("export"), tr("&Export labels …"),
                                    tr("Write the labels of all parts as a table for a spreadsheet"),
                                    QStringLiteral("Ctrl+Alt+E"));
    needsWriting(merging, session);
    connect(merging, &QAction::triggered, this, &LabelTables::chooseMerge);
    connect(exporting, &QAction::triggered, this, &LabelTables::chooseExport);
    actions_ = {merging, exporting};
}

void LabelTables::chooseMerge() {
    const QString file = QFileDialog::getOpenFileName(owner_, tr("Table of labels"), QDir::homePath(),
                                                      tr("Tables (*.csv *.tsv *.txt)"));
    if (!file.isEmpty()) merge(Path(file.toStdString()));
}

void LabelTables::chooseExport() {
    const QString proposal =
        QDir::homePath() + QLatin1Char('/') + session_.name() + QStringLiteral("-labels.csv");
    const QString file =
        QFileDialog::getSaveFileName(owner_, tr("Table of labels"), proposal, tr("Tables (*.csv)"));
    if (!file.isEmpty()) exportTo(Path(file.toStdString()));
}

void LabelTables::merge(const Path& table) {
    auto* dialog = new LabelMergeDialog(session_, table, owner_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void LabelTables::exportTo(const Path& table) {
    session_.jobs().enqueue(tr("Export labels"), [request = ExportRequest{.project = session_.file(),
                                                                          .table = ExportTable::Labels,
                                                                          .file = table}](Job& job) {
        exportData(request, job);
        return QString();
    });
}

}  // namespace segad::ui
