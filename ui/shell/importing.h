// How pictures get into the window: a folder becomes a project, or is added to the open one. What is in it is
// shown before anything is committed.
#pragma once

#include <QObject>
#include <QString>

namespace segad::ui {

class ProjectSession;

class Importing : public QObject {
    Q_OBJECT

public:
    /// Its dialogs are shown above `window`, its owner.
    explicit Importing(QWidget* window);

    /// Asks for a folder with pictures and for a place, and makes a project there: making() and then
    /// created() or failed() follow, or nothing when the user thinks better of it.
    void newProject();
    void newProjectFrom(const QString& folder);

    /// Asks for a folder and goes on with import().
    void choose(ProjectSession& session);
    /// Shows what is in the folder and imports it, in a job, when the user agrees.
    void import(ProjectSession& session, const QString& folder);

    /// The file filter of projects, and a file name that has their suffix.
    static QString fileFilter();
    static QString withSuffix(QString file);

Q_SIGNALS:
    void making(const QString& name);
    /// An empty project, to be opened and filled from `folder`.
    void created(const QString& project, const QString& folder);
    void failed(const QString& words);

private:
    QString askFolder();

    QWidget* window_;
};

}  // namespace segad::ui
