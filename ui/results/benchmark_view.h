// What a results file of a benchmark holds: a figure for each class and method beside what was published, as
// a table and as a plot; and its export. The file is read on another thread.
#pragma once

#include <QWidget>
#include <optional>

#include "core/base/error.h"
#include "core/workflow/benchmark/table.h"

class QAction;
class QComboBox;
class QLabel;
class QTableWidget;

namespace segad::ui {

class BenchmarkPlot;

class BenchmarkView : public QWidget {
    Q_OBJECT

public:
    explicit BenchmarkView(QWidget* parent = nullptr);

    /// Shows this file, or what it holds by now.
    void show(const Path& results);
    const Path& results() const { return results_; }

Q_SIGNALS:
    void failed(const segad::Error& error);

private:
    /// What the other thread has read.
    struct Reading {
        BenchmarkTable table;
        std::optional<Error> problem;
    };

    BenchmarkFigure figure() const;
    void read();
    void fill(const BenchmarkTable& table);
    void exportTable();
    void exportPlot();

    Path results_;
    quint64 wanted_ = 0;  ///< counts the readings: only the newest is shown
    QComboBox* figures_;
    QLabel* words_;
    QTableWidget* table_;
    BenchmarkPlot* plot_;
    QAction* exportTable_;
    QAction* exportPlot_;
};

}  // namespace segad::ui
