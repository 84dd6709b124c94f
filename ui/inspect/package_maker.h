// Makes a package of the project for line PCs: asks where, then works in a background job.
#pragma once

#include <QObject>

class QAction;

namespace segad::ui {

class ProjectSession;

class PackageMaker : public QObject {
    Q_OBJECT

public:
    explicit PackageMaker(ProjectSession& session, QWidget* parent);

    QAction* action() const { return make_; }
    /// Whether something in the project gives verdicts.
    void setReady(bool ready);
    /// Replaces a package that is there: whoever chose the file has been asked.
    void make(const QString& file);

private:
    void choose();

    ProjectSession& session_;
    QWidget* owner_;
    QAction* make_;
};

}  // namespace segad::ui
