#include "ui/data/mask_actions.h"

#include <QAction>
#include <QFileDialog>

#include "core/workflow/region_masks.h"
#include "ui/data/mask_import_dialog.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

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
    const QString folder = QFileDialog::getExistingDirectory(owner_, tr("Folder with the masks"));
    if (!folder.isEmpty()) importFrom(Path(folder.toStdString()));
}

void MaskActions::chooseExport() {
    const QString folder = QFileDialog::getExistingDirectory(owner_, tr("Folder for the masks"));
    if (!folder.isEmpty()) exportTo(Path(folder.toStdString()));
}

void MaskActions::importFrom(const Path& folder) {
    auto* dialog = new MaskImportDialog(session_, folder, owner_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        session_.jobs().enqueue(tr("Import masks"), [request = dialog->request()](Job& job) {
            const RegionImportReport report = importRegions(request, job);
            const int changed = report.count(MaskOutcome::Stored) + report.count(MaskOutcome::Removed);
            return tr("Regions of %n part(s) changed", nullptr, changed);
        });
    });
    dialog->open();
}

void MaskActions::exportTo(const Path& folder) {
    session_.jobs().enqueue(tr("Export masks"), [request = RegionExportRequest{.project = session_.file(),
                                                                               .folder = folder}](Job& job) {
        const RegionExportReport report = exportRegions(request, job);
        return tr("%n mask(s) written", nullptr, report.written);
    });
}

}  // namespace segad::ui
