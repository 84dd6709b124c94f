#include "ui/shell/tour_run.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTextStream>
#include <cstring>

#include "core/base/error.h"
#include "ui/shell/tour.h"

namespace segad::ui {

namespace {
/// Set for the processes that the tour starts: percent.
constexpr const char* kScale = "SEGAD_TOUR_SCALE";
constexpr int kScales[] = {100, 200};
/// In device-independent pixels, larger than any window of the tour.
constexpr int kScreenWidth = 1920;
constexpr int kScreenHeight = 1200;

/// The screen of a process that walks at `percent`; the file that describes it to Qt.
QString writeScreen(const QTemporaryDir& dir, int percent) {
    QFile file(dir.filePath(QStringLiteral("screen-%1.json").arg(percent)));
    const bool open = file.open(QIODevice::WriteOnly);
    QTextStream(&file) << QStringLiteral(R"({"screens":[{"name":"tour","x":0,"y":0,"width":%1,"height":%2,)"
                                         R"("logicalDpi":96,"logicalBaseDpi":96,"dpr":1}]})")
                              .arg(kScreenWidth * percent / 100)
                              .arg(kScreenHeight * percent / 100);
    file.close();
    if (!open || file.error() != QFileDevice::NoError)
        throw Error(ErrorCode::Io, file.fileName().toStdString(), "could not be written",
                    "Free some room in the folder for temporary files.");
    return file.fileName();
}

/// What a person has set must neither be seen nor changed.
QProcessEnvironment surroundings(const QTemporaryDir& dir, int percent) {
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QLatin1String(kScale), QString::number(percent));
    all.insert(QStringLiteral("QT_SCALE_FACTOR"), QString::number(percent / 100.0));
    all.insert(QStringLiteral("QT_QPA_PLATFORM"),
               QStringLiteral("offscreen:configfile=%1").arg(writeScreen(dir, percent)));
    all.insert(QStringLiteral("XDG_CONFIG_HOME"), dir.filePath(QStringLiteral("config")));
    return all;
}

int walk(const QString& folder, const QString& project, int percent) {
    Tour tour(folder, project);
    for (const TourLook& look : Tour::looks(percent))
        tour.run(look);
    QTextStream(stdout) << QCoreApplication::translate("segad::ui", "%n picture(s) at %1 %", nullptr,
                                                       static_cast<int>(tour.pictures().size()))
                               .arg(percent)
                        << Qt::endl;
    return 0;
}

int walkAtEveryScale(const QString& folder, const QString& project) {
    const QTemporaryDir dir;
    QStringList arguments{QStringLiteral("--tour"), folder};
    if (!project.isEmpty()) arguments << project;
    for (const int percent : kScales) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.setProcessEnvironment(surroundings(dir, percent));
        process.start(QCoreApplication::applicationFilePath(), arguments);
        process.waitForFinished(-1);
        if (process.error() == QProcess::FailedToStart || process.exitStatus() != QProcess::NormalExit)
            return 1;
        if (process.exitCode() != 0) return process.exitCode();
    }
    return 0;
}
}  // namespace

void prepareTour(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const bool asked = std::strncmp(argv[i], "--tour", std::strlen("--tour")) == 0;
        if (asked && !qEnvironmentVariableIsSet(kScale)) qputenv("QT_QPA_PLATFORM", "offscreen");
    }
}

int runTour(const QString& folder, const QString& project) {
    const int percent = qEnvironmentVariableIntValue(kScale);
    const QString file = project.isEmpty() ? QString() : QFileInfo(project).absoluteFilePath();
    try {
        return percent > 0 ? walk(folder, file, percent)
                           : walkAtEveryScale(QFileInfo(folder).absoluteFilePath(), file);
    } catch (const Error& error) {
        QTextStream(stderr) << QString::fromUtf8(error.what()) << Qt::endl;
        return 1;
    }
}

}  // namespace segad::ui
