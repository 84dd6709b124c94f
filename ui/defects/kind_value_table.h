// Which kinds of generated defects help: the forest with all of them, without each and with each alone, by
// AUROC on photographed parts.
#pragma once

#include <QWidget>

#include "core/workflow/kind_value.h"

class QAction;
class QLabel;
class QTableWidget;

namespace segad::ui {

class ProjectSession;

class KindValueTable : public QWidget {
    Q_OBJECT

public:
    explicit KindValueTable(ProjectSession& session, QWidget* parent = nullptr);

    void showReport(const KindValueReport& report);

private:
    void compute();
    void showState();

    ProjectSession& session_;
    QAction* compute_;
    QLabel* words_;
    QTableWidget* table_;
};

}  // namespace segad::ui
