#include "ui/shell/importing.h"

#include <QFileDialog>
#include <QFileInfo>

#include "core/workflow/workflows.h"
#include "ui/data/import_dialog.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/shell/settings.h"

namespace segad::ui {

namespace {
/// What went wrong; "" when nothing did.
QString createQuietly(const QString& file) {
    try {
        createProject(Path(file.toStdString()));
        return {};
    } catch (const Error& error) {
        return errorText(error);
    }
}
}  // namespace

Importing::Importing(QWidget* window) : QObject(window), window_(window) {}

QString Importing::fileFilter() {
    return tr("SegAD projects (*%1)").arg(QLatin1String(Project::kSuffix));
}

QString Importing::withSuffix(QString file) {
    if (!file.endsWith(QLatin1String(Project::kSuffix))) file += QLatin1String(Project::kSuffix);
    return file;
}

QString Importing::askFolder() {
    QString folder =
        QFileDialog::getExistingDirectory(window_, tr("Folder with the images"), settings::pictureFolder());
    if (!folder.isEmpty()) settings::setPictureFolder(folder);
    return folder;
}

void Importing::newProject() {
    const QString folder = askFolder();
    if (!folder.isEmpty()) newProjectFrom(folder);
}

void Importing::newProjectFrom(const QString& folder) {
    const QFileInfo info(folder);
    const QString file = QFileDialog::getSaveFileName(
        window_, tr("Where to keep the project"),
        info.absolutePath() + QStringLiteral("/") + info.fileName() + QLatin1String(Project::kSuffix),
        fileFilter());
    if (file.isEmpty()) return;
    const QString named = withSuffix(file);
    Q_EMIT making(QFileInfo(named).fileName());
    // The disk may take its time.
    runInBackground(
        this, *QThreadPool::globalInstance(), [named] { return createQuietly(named); },
        [this, named, folder](const QString& failure) {
            if (failure.isEmpty())
                Q_EMIT created(named, folder);
            else
                Q_EMIT failed(failure);
        });
}

void Importing::choose(ProjectSession& session) {
    const QString folder = askFolder();
    if (!folder.isEmpty()) import(session, folder);
}

void Importing::import(ProjectSession& session, const QString& folder) {
    if (!session.mayWrite()) return;
    auto* dialog = new ImportDialog(session, Path(folder.toStdString()), window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, &session, [dialog, &session] {
        const auto work = [request = dialog->request()](Job& job) {
            const ImportReport report = importFolder(request, job);
            return tr("%n part(s) added", nullptr, report.added);
        };
        // It holds the write lock from the first part to the last.
        session.jobs().enqueue(tr("Import images"), work, /*pausable=*/false);
    });
    dialog->open();
}

}  // namespace segad::ui
