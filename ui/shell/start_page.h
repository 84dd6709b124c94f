// What the window shows before a project is open.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListWidget;

namespace segad::ui {

class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(QAction* newProject, QAction* openProject, QWidget* parent = nullptr);

    void showRecent(const QStringList& files);
    void setBusy(const QString& text);
    /// What went wrong and what to do, until something else is begun; an empty text takes it away.
    void showProblem(const QString& text);

Q_SIGNALS:
    void recentChosen(const QString& file);

private:
    QListWidget* recent_;
    QLabel* problem_;
    class EmptyState* welcome_;
};

}  // namespace segad::ui
