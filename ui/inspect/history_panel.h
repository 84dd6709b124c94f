// Inspections that were made: which there are, their parts with a filter, tables and reports of them, and
// what people said of their parts.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/inspect/inspection_model.h"

class QAction;
class QComboBox;
class QLabel;
class QTableView;

namespace segad::ui {

class CountTiles;
class JobQueue;
class PartScorer;
class PartStage;
class ProjectSession;
class Rulings;

class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    /// `session` may be null: results files are read then.
    HistoryPanel(JobQueue& jobs, ProjectSession* session, Rulings& rulings, PartScorer& scorer,
                 QWidget* parent = nullptr);
    ~HistoryPanel() override;

    /// Looks into another project or results file; a file that isn't there yet shows nothing.
    void setStore(const Path& store);
    /// Reads the list of inspections anew.
    void reload();
    int inspections() const;

Q_SIGNALS:
    void reloaded();

private:
    void makeActions();
    QWidget* makeHead();
    void showList(const std::vector<InspectionRecord>& records);
    void showInspection();
    void showPart();
    void openResults();
    void write(bool report);
    void rule(std::optional<Label> label);
    void takeRuled();
    int currentRow() const;

    JobQueue& jobs_;
    ProjectSession* session_;
    Rulings& rulings_;
    PartScorer& scorer_;
    QThreadPool pool_;
    Path store_;
    quint64 wanted_ = 0;  ///< the newest reading; older ones are dropped
    InspectionModel* model_;
    InspectionFilter* filter_;
    QComboBox* list_;
    QComboBox* shown_;
    QLabel* counts_;
    QTableView* table_;
    PartStage* stage_;
    QAction* csv_ = nullptr;
    QAction* report_ = nullptr;
    QAction* open_ = nullptr;
    QAction* good_ = nullptr;
    QAction* bad_ = nullptr;
    QAction* asJudged_ = nullptr;
    QAction* take_ = nullptr;
    std::vector<InspectionRecord> records_;
};

}  // namespace segad::ui
