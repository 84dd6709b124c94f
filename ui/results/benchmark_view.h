// What a results file of a benchmark holds: a figure for each class and method beside what was published, as
// a table, as a plot class by class, and as mean ROC curves; and its export. The file is read on another
// thread.
#pragma once

#include <QWidget>
#include <optional>

#include "core/base/error.h"
#include "core/workflow/benchmark/roc.h"
#include "core/workflow/benchmark/table.h"

class QAction;
class QComboBox;
class QLabel;
class QTableWidget;
class QTabWidget;

namespace segad::ui {

class BenchmarkPlot;
class BenchmarkRocPlot;
class ProjectSession;

class BenchmarkView : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkView(ProjectSession& session, QWidget* parent = nullptr);

    /// Shows this file, or what it holds by now.
    void show(const Path& results);
    const Path& results() const { return results_; }

private:
    /// What the other thread has read.
    struct Reading {
        BenchmarkTable table;
        std::vector<BenchmarkRoc> rocs;
        std::optional<Error> problem;
    };

    QWidget* buttons();
    BenchmarkFigure figure() const;
    /// "": all of them.
    std::string chosenClass() const;
    void read();
    void fill(const Reading& reading);
    void fillClasses(const std::vector<std::string>& classes);
    void fillTable(const BenchmarkTable& table);
    void exportTable();
    void enter();

    ProjectSession& session_;
    Path results_;
    quint64 wanted_ = 0;  ///< counts the readings: only the newest is shown
    QComboBox* figures_;
    QComboBox* classes_;
    QLabel* words_;
    QTableWidget* table_;
    QTabWidget* plots_;
    BenchmarkPlot* plot_;
    BenchmarkRocPlot* roc_;
    QAction* exportTable_;
    QAction* exportPlot_;
    QAction* enter_;
};

}  // namespace segad::ui
