// Which parts to label next, and whose labels to look at again: two lists that follow every label. A click
// goes to the part.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QLabel;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class LabelAdvice : public QWidget {
    Q_OBJECT

public:
    explicit LabelAdvice(ProjectSession& session, QWidget* parent = nullptr);

private:
    void fill();

    ProjectSession& session_;
    QLabel* words_;
    QTableWidget* suggestions_;
    QTableWidget* doubts_;
    std::vector<PartId> suggested_;  ///< by row
    std::vector<PartId> doubted_;    ///< by row
};

}  // namespace segad::ui
