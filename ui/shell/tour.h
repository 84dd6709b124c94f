// The tour: every place of the window and every dialog, one after another, each kept as a picture. People
// look at the pictures for clipped, untranslated or badly placed things; tests walk the same way.
//
// A tour changes nothing in the project. It does write settings of the window (last project, geometry):
// `segad-studio --tour` gives it settings of its own.
#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include "ui/shell/theme.h"

namespace segad::ui {

class MainWindow;

struct TourLook {
    QString language;  ///< one of languages()
    Theme theme = Theme::Light;

    /// "en-light"
    QString name() const;
};

class Tour : public QObject {
    Q_OBJECT

public:
    /// Pictures go to `folder`/<look>-<percent>/<number>-<place>.png; an empty folder keeps none.
    /// `project` is the project to show; without one only the places that need none are visited.
    Tour(QString folder, QString project);

    /// What is worth looking at: every language and both themes at 100 %, both themes at 200 %.
    static QList<TourLook> looks(int percent);

    /// Walks through all places in one look, at the scale this process has. Throws Error when the project
    /// does not open or a picture can't be written. Leaves theme and language as they are in `look`.
    void run(const TourLook& look);

    /// What was written, in order.
    const QStringList& pictures() const { return pictures_; }

Q_SIGNALS:
    /// A place is on the screen and stands still; its picture is taken when this returns.
    void arrived(const QString& place, QWidget* shown);

private:
    void openProject(MainWindow& window, const QString& file);
    void visitStart(MainWindow& window);
    void visitWorkspaces(MainWindow& window);
    void visitTabs(QWidget& page, const QString& place, MainWindow& window);
    void visitViewer(MainWindow& window);
    void visitMenus(MainWindow& window);
    void visitLayouts(MainWindow& window);
    void visitMessages(MainWindow& window);
    void visitRunDialogs(MainWindow& window);
    void visitSettings(MainWindow& window);
    void visitDialog(MainWindow& window, const QString& key, const QString& place);
    void visitImport(MainWindow& window);
    void visitJob(MainWindow& window);
    void visitSmallWindow(MainWindow& window);
    void visitEmptyProject(MainWindow& window);
    void take(const QString& place, QWidget& shown);

    QString folder_;
    QString project_;
    QString series_;  ///< folder of the look that is walked now
    int number_ = 0;
    QStringList pictures_;
};

}  // namespace segad::ui
