#include "ui/inspect/package_maker.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

#include "core/workflow/packaging.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
/// What stands behind the job when it is done. The notes say what a line PC should know.
QString remarkOn(const PackageReport& report) {
    QString text = PackageMaker::tr("%1; %n reference part(s) are scored again whenever it is opened",
                                    nullptr, static_cast<int>(report.info.references))
                       .arg(QLocale().formattedDataSize(static_cast<qint64>(report.info.bytes)));
    for (const std::string& note : report.notes)
        text += QStringLiteral(". ") + QString::fromStdString(note);
    return text;
}
}  // namespace

PackageMaker::PackageMaker(ProjectSession& session, QWidget* parent)
    : QObject(parent),
      session_(session),
      owner_(parent),
      make_(makeAction(parent, QStringLiteral("export"), tr("Make a package …"),
                       tr("Write all that a line PC needs to inspect parts into one file"),
                       QStringLiteral("Ctrl+Shift+Y"))) {
    connect(make_, &QAction::triggered, this, &PackageMaker::choose);
    needsWriting(make_, session_);
}

void PackageMaker::setReady(bool ready) {
    make_->setEnabled(ready);
}

void PackageMaker::choose() {
    const QFileInfo project(QString::fromStdString(toUtf8(session_.file())));
    const QString suffix = QString::fromLatin1(PackageFile::kSuffix);
    QString file = QFileDialog::getSaveFileName(
        owner_, tr("Make a package"), project.absolutePath() + QLatin1Char('/') + project.baseName() + suffix,
        tr("Packages (*%1)").arg(suffix));
    if (file.isEmpty()) return;
    if (!file.endsWith(suffix)) file += suffix;
    make(file);
}

void PackageMaker::make(const QString& file) {
    const PackageRequest request{
        .project = session_.file(), .out = Path(file.toStdString()), .run = {}, .replace = true};
    session_.jobs().enqueue(tr("Package %1").arg(QFileInfo(file).fileName()),
                            [request](Job& job) { return remarkOn(makePackage(request, job)); });
}

}  // namespace segad::ui
