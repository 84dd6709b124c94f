// Regions out of mask pictures and into them: two actions for the menu, each of which ends in a job.
//
// Life: belongs to the view of the project, and its actions with it.
#pragma once

#include <QList>
#include <QObject>

#include "core/workflow/region_masks.h"

class QAction;
class QWidget;

namespace segad::ui {

class ProjectSession;

class MaskActions : public QObject {
    Q_OBJECT

public:
    MaskActions(ProjectSession& session, QWidget* owner);

    const QList<QAction*>& actions() const { return actions_; }

    /// Shows what the masks in a folder would change, and takes them in when that is accepted.
    void importFrom(const Path& folder);
    void exportTo(const Path& folder);

private:
    void chooseImport();
    void chooseExport();
    void import(const RegionImportRequest& request);

    ProjectSession& session_;
    QWidget* owner_;
    QList<QAction*> actions_;
};

}  // namespace segad::ui
