#include "ui/data/mask_actions.h"

#include <QAction>
#include <QFileDialog>

#include "ui/data/mask_import_dialog.h"
#include "ui/data/region_import_step.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString folderOf(const ProjectSession& session) {
    return QString::fromStdString(toUtf8(session.file().parent_path()));
}
}  // namespace

MaskActions::MaskActions(ProjectSession& session, QWidget* owner)
    : QObject(owner), session_(session), owner_(owner) {
    QAction* importing = makeAction(owner, QStringLiteral("import"), tr("&Import masks …"),
                                    tr("Take masks that lie in a folder as the regions of their parts"),
                                    QStringLiteral("Ctrl+Alt+Shift+I"));
    QAction* exporting = makeAction(owner, QStringLiteral("export"), tr("&Export masks …"),
                                    tr("Write the regions of each part as a mask into a folder"),
                                    QStringLiteral("Ctrl+Alt+Shift+E"));
    needsWriting(importing, session);
    connect(importing, &QAction::triggered, this, &MaskActions::chooseImport);
    connect(exporting, &QAction::triggered, this, &MaskActions::chooseExport);
    actions_ = {importing, exporting};
}

void MaskActions::chooseImport() {
    const QString folder =
        QFileDialog::getExistingDirectory(owner_, tr("Folder with the masks"), folderOf(session_));
    if (!folder.isEmpty()) importFrom(Path(folder.toStdString()));
}

void MaskActions::chooseExport() {
    const QString folder =
        QFileDialog::getExistingDirectory(owner_, tr("Folder for the masks"), folderOf(session_));
    if (!folder.isEmpty()) exportTo(Path(folder.toStdString()));
}

void MaskActions::importFrom(const Path& folder) {
    auto* dialog = new MaskImportDialog(session_, folder, owner_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { import(dialog->request()); });
    dialog->open();
}

void MaskActions::import(const RegionImportRequest& request) {
    auto report = std::make_shared<RegionImportReport>();
    const quint64 id = session_.jobs().enqueue(tr("Import masks"), [request, report](Job& job) {
        *report = importRegions(request, job);
        return tr("Regions of %n part(s) changed", nullptr, static_cast<int>(report->after.size()));
    });
    // For this job only.
    auto* once = new QObject(this);
    connect(&session_.jobs(), &JobQueue::jobFinished, once, [this, report, id, once](quint64 finished) {
        if (finished != id) return;
        once->deleteLater();
        if (session_.jobs().find(id)->state != JobState::Done || report->after.empty()) return;
        session_.undoStack().push(new RegionImportStep(session_, std::move(report->before),
                                                       std::move(report->after), tr("Import masks")));
    });
}

void MaskActions::exportTo(const Path& folder) {
    session_.jobs().enqueue(tr("Export masks"), [request = RegionExportRequest{.project = session_.file(),
                                                                               .folder = folder}](Job& job) {
        const RegionExportReport report = exportRegions(request, job);
        return tr("%n mask(s) written", nullptr, report.written);
    });
}

}  // namespace segad::ui
