// Shows what a folder holds — layout, counts, and per file what is wrong — before anything is committed.
#pragma once

#include <QDialog>

#include "core/workflow/requests.h"

class QComboBox;
class QFormLayout;
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
    void buildForm();
    void scan();
    void showReport(const ImportReport& report);
    void addFinding(const Finding& finding);
    QString summary(const ImportReport& report) const;

    ProjectSession& session_;
    Path folder_;
    quint64 scanJob_ = 0;
    QFormLayout* form_;
    QComboBox* layout_;
    QLineEdit* className_;
    QLabel* summary_;
    QProgressBar* progress_;
    QTreeWidget* findings_;
    QPushButton* import_;
};

}  // namespace segad::ui
