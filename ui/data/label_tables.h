// Labels as a table that is edited in a spreadsheet: written by one action of the menu, merged by the other.
//
// Life: belongs to the view of the project, and its actions with it.
#pragma once

#include <QList>
#include <QObject>

#include "core/base/file.h"

class QAction;
class QWidget;

namespace segad::ui {

class ProjectSession;

class LabelTables : public QObject {
    Q_OBJECT

public:
    LabelTables(ProjectSession& session, QWidget* owner);

    const QList<QAction*>& actions() const { return actions_; }

    /// Shows what the table would change; nothing is changed until that is accepted.
    void merge(const Path& table);
    void exportTo(const Path& table);

private:
    void chooseMerge();
    void chooseExport();

    ProjectSession& session_;
    QWidget* owner_;
    QList<QAction*> actions_;
};

}  // namespace segad::ui
