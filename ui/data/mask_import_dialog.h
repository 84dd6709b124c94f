// Shows, mask by mask, what a folder of masks would do to the regions, before anything is changed.
#pragma once

#include <QDialog>

#include "core/workflow/region_masks.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace segad::ui {

class ProjectSession;

class MaskImportDialog : public QDialog {
    Q_OBJECT

public:
    MaskImportDialog(ProjectSession& session, const Path& folder, QWidget* parent = nullptr);

    /// What to import once the dialog was accepted.
    RegionImportRequest request() const;

private:
    void plan();
    void showReport(const RegionImportReport& report);

    ProjectSession& session_;
    Path folder_;
    quint64 planJob_ = 0;
    QCheckBox* replace_;
    QLabel* summary_;
    QProgressBar* progress_;
    QTreeWidget* masks_;
    QPushButton* import_ = nullptr;
};

}  // namespace segad::ui
