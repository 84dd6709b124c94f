// Shows what a folder holds — layout, counts, and per file what is wrong — before anything is committed.
#pragma once

#include <QDialog>

#include "core/workflow/requests.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace segad::ui {

class ProjectSession;

class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(ProjectSession& session, const Path& folder, QWidget* parent = nullptr);

    /// What to import once the dialog was accepted.
    ImportRequest request() const;

private:
    void scan();
    void showReport(const ImportReport& report);

    ProjectSession& session_;
    Path folder_;
    quint64 scanJob_ = 0;
    QComboBox* layout_;
    QLineEdit* className_;
    QLabel* summary_;
    QProgressBar* progress_;
    QTreeWidget* findings_;
    QPushButton* import_;
};

}  // namespace segad::ui
