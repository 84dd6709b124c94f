// Every run of the project with its parameters, seed, duration and outcome.
#pragma once

#include <QWidget>

class QTableWidget;

namespace segad::ui {

class ProjectSession;

class RunsTable : public QWidget {
    Q_OBJECT

public:
    explicit RunsTable(ProjectSession& session, QWidget* parent = nullptr);

private:
    void fill();

    ProjectSession& session_;
    QTableWidget* table_;
};

}  // namespace segad::ui
