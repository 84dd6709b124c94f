#include "ui/shell/application.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QScreen>
#include <QStyle>
#include <QTextStream>
#include <QTimer>

#include "core/project/project.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"
#include "ui/shell/tour_run.h"
#include "ui/widgets/icons.h"

namespace segad::ui {

namespace {
/// Where the screen is small, its lower edge would lie outside, with the frame that is put around it.
void fitToScreen(QWidget& window) {
    if (window.windowState() != Qt::WindowNoState) return;
    const int frame = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth);
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    const QSize around(2 * frame, title + 2 * frame);
    window.resize(window.size().boundedTo(window.screen()->availableSize() - around));
}
}  // namespace

int runStudio(int argc, char** argv) {
    QElapsedTimer sinceStart;
    sinceStart.start();
    prepareTour(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("segad-studio"));
    QApplication::setOrganizationName(QStringLiteral("segad"));
    QApplication::setApplicationDisplayName(QStringLiteral("SegAD Studio"));
    QApplication::setApplicationVersion(QStringLiteral(SEGAD_VERSION));
    qRegisterMetaType<PartId>("segad::PartId");
    qRegisterMetaType<RunId>("segad::RunId");

    setLanguage(settings::language());

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QApplication::translate("segad::ui", "Finds defective parts from images."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("project"),
        QApplication::translate("segad::ui", "Project file to open; with --inspect: folder to inspect"),
        QStringLiteral("[project | folder]"));
    const QCommandLineOption inspect(
        QStringLiteral("inspect"),
        QApplication::translate("segad::ui", "Inspect the folder with a package (.segad-model), at once"),
        QStringLiteral("package"));
    parser.addOption(inspect);
    const QCommandLineOption operatorMode(
        QStringLiteral("operator"),
        QApplication::translate("segad::ui", "With --inspect: fill the screen, without menus"));
    parser.addOption(operatorMode);
    const QCommandLineOption timing(
        QStringLiteral("startup-time"),
        QApplication::translate("segad::ui", "Print the time until the window is painted, then quit"));
    parser.addOption(timing);
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QApplication::translate("segad::ui", "Keep pictures of every place of the window, then quit"),
        QStringLiteral("folder"));
    parser.addOption(tour);
    parser.process(application);

    applyTheme(settings::theme());
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/segad-studio.svg")));
    if (parser.isSet(tour)) return runTour(parser.value(tour), parser.positionalArguments().value(0));
    MainWindow window;
    fitToScreen(window);
    window.show();
    if (parser.isSet(inspect))
        window.inspectWith(parser.value(inspect), parser.positionalArguments().value(0),
                           parser.isSet(operatorMode));
    else if (!parser.positionalArguments().isEmpty())
        window.openProject(parser.positionalArguments().front());
    if (parser.isSet(timing)) {
        const auto report = [&] {
            window.repaint();
            QTextStream(stdout) << sinceStart.elapsed() << " ms\n";
            window.close();
        };
        if (parser.isSet(inspect) || parser.positionalArguments().isEmpty())
            QTimer::singleShot(0, &window, report);
        else
            QObject::connect(&window, &MainWindow::projectShown, &window, report, Qt::QueuedConnection);
    }
    return QApplication::exec();
}

}  // namespace segad::ui
