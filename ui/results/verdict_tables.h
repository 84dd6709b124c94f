// What two thresholds do: parts by label and verdict, and the rates of missed, rejected and reviewed parts
// with their intervals and what may be promised.
#pragma once

#include <QWidget>
#include <optional>

#include "core/project/records.h"
#include "core/workflow/threshold_goal.h"

class QTableWidget;

namespace segad::ui {

class VerdictTables : public QWidget {
    Q_OBJECT

public:
    explicit VerdictTables(QWidget* parent = nullptr);

    /// Absent: nothing could be judged.
    void setJudged(const std::optional<GoalThresholds>& judged);

    /// What may be promised of each limit, a sentence each.
    static QStringList sentences(const std::optional<GoalThresholds>& judged);

Q_SIGNALS:
    /// A number was clicked: the parts of this label with this verdict.
    void picked(segad::Label label, segad::Verdict verdict);

private:
    QTableWidget* outcome_;
    QTableWidget* rates_;
};

}  // namespace segad::ui
