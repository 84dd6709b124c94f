// Every stored evaluation in a table that sorts: compare two, delete some (undone with Ctrl+Z), write all as
// CSV.
#pragma once

#include <QWidget>
#include <vector>

#include "core/project/records.h"

class QAction;
class QLabel;
class QSortFilterProxyModel;
class QTableView;

namespace segad::ui {

class EvaluationModel;
class ProjectSession;

class EvaluationsPanel : public QWidget {
    Q_OBJECT

public:
    explicit EvaluationsPanel(ProjectSession& session, QWidget* parent = nullptr);

    /// In the order of the table.
    std::vector<EvaluationId> selected() const;
    bool writeCsv(const QString& file);

private:
    void buildTable();
    void fill();
    void showSelection();
    void compare();
    void remove();
    void exportTable();
    std::vector<EvaluationId> shown() const;

    ProjectSession& session_;
    EvaluationModel* model_;
    QSortFilterProxyModel* sorted_;
    QTableView* table_;
    QLabel* note_;
    QAction* compare_;
    QAction* remove_;
    QAction* export_;
};

}  // namespace segad::ui
