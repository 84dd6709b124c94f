// Where detectors and forests are good and where they are not: AUROC by defect type, by the segment the
// defect lies in, by whether its type was learned from, and of each scorer as a whole; as bars and as a
// table, both of which lead to the parts.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/workflow/breakdown.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace segad::ui {

class IntervalPlot;
class ProjectSession;
class SeenReader;

class BreakdownPanel : public QWidget {
    Q_OBJECT

public:
    explicit BreakdownPanel(ProjectSession& session, QWidget* parent = nullptr);

    IntervalPlot* plot() const { return plot_; }

Q_SIGNALS:
    /// Figures have been read.
    void filled();

private:
    struct Answer {
        std::vector<ScorerBreakdown> scorers;
        QString problem;
    };
    /// Absent: by scorer.
    std::optional<GroupBy> by() const;
    void read();
    static Answer make(const Path& file, GroupBy by, const std::shared_ptr<const LiveFeatures>& features,
                       const std::optional<LiveForest>& live);
    void take(Answer answer);
    void fillScorers();
    void display();
    void showGroups(GroupBy by);
    void showScorers();
    void addRow(const QString& group, const ScorerBreakdown& scorer, const GroupFigures& figures);
    QString title(const ScorerBreakdown& scorer) const;
    QString groupTitle(GroupBy by, const std::string& name) const;
    /// The bad parts of a group under a scorer; both as they are shown.
    void showParts(int row, int series);

    ProjectSession& session_;
    SeenReader* reader_;
    QComboBox* by_;
    QComboBox* scorer_;
    IntervalPlot* plot_;
    QTableWidget* table_;
    QLabel* words_;
    QPushButton* export_;
    std::vector<ScorerBreakdown> scorers_;
    QString problem_;
    /// What a click shows: by row and series of the plot, and by row of the table.
    struct Shown {
        QString words;
        std::vector<PartId> parts;
    };
    std::vector<std::vector<Shown>> bars_;
    std::vector<Shown> rows_;
};

}  // namespace segad::ui
