// Which parts to label next, and whose labels to look at again: two lists that follow every label. A click
// goes to the part.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;
class QLabel;
class QTableWidget;

namespace segad::ui {

class LiveResults;
class ProjectSession;

class LabelAdvice : public QWidget {
    Q_OBJECT

public:
    LabelAdvice(ProjectSession& session, LiveResults& live, QWidget* parent = nullptr);

    /// To the most useful part that has no label yet.
    void goToSuggestion();

private:
    void fill();

    ProjectSession& session_;
    LiveResults& live_;
    QLabel* words_;
    QTableWidget* suggestions_;
    QTableWidget* doubts_;
    QAction* next_;
    std::vector<PartId> suggested_;  ///< by row
    std::vector<PartId> doubted_;    ///< by row
};

}  // namespace segad::ui
