// What the window shows before a project is open.
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace segad::ui {

class NoticeBar;
class RecentList;

class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(QAction* newProject, QAction* openProject, QAction* inspect, QWidget* parent = nullptr);

    /// Reads the list of recent projects anew.
    void showRecent();
    /// Offers to open a project again that was open when the program was killed; empty: nothing to offer.
    void offerAgain(const QString& file);
    void setBusy(const QString& text);
    /// What went wrong and what to do, until something else is begun; an empty text takes it away.
    void showProblem(const QString& text);

Q_SIGNALS:
    void recentChosen(const QString& file);
    void recentEdited();

private:
    RecentList* recent_;
    NoticeBar* again_;
    QAction* openAgain_;
    QString left_;  ///< the project that is offered again
    QLabel* problem_;
    QLabel* recentTitle_;
    class EmptyState* welcome_;
};

}  // namespace segad::ui
