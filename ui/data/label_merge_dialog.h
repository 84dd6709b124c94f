// Merges a table of labels that was edited elsewhere: shows what it would change, lets the user decide where
// the project has gone on meanwhile, and applies all of it as one step that Ctrl+Z takes back.
#pragma once

#include <QDialog>

#include "core/base/file.h"

class QLabel;
class QPushButton;
class QTableView;

namespace segad::ui {

class LabelMergeModel;
class ProjectSession;

class LabelMergeDialog : public QDialog {
    Q_OBJECT

public:
    LabelMergeDialog(ProjectSession& session, const Path& table, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The table was compared with the project as it is now.
    void compared();

private:
    void buildButtons();
    void compare();
    void showChoices();
    void apply();

    ProjectSession& session_;
    const Path file_;
    LabelMergeModel* model_;
    QTableView* table_;
    QLabel* summary_;
    QLabel* problems_;
    QPushButton* takeAll_;
    QPushButton* keepAll_;
    QPushButton* apply_;
    bool comparing_ = false;
    bool again_ = false;
};

}  // namespace segad::ui
