// What the two thresholds shall achieve, in the user's terms: at most so many bad parts missed, good ones
// rejected, parts reviewed, and what each costs.
#pragma once

#include <QWidget>
#include <array>

#include "core/workflow/threshold_goal.h"

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;

namespace segad::ui {

class GoalForm : public QWidget {
    Q_OBJECT

public:
    /// As it was left the last time; the first time: miss at most 1 %, review at most 5 %.
    explicit GoalForm(QWidget* parent = nullptr);

    Goal goal() const;
    void setGoal(const Goal& goal);

Q_SIGNALS:
    void changed();

private:
    /// A limit that may be off.
    struct Limit {
        QCheckBox* on = nullptr;
        QDoubleSpinBox* share = nullptr;  ///< per cent
    };
    Limit addLimit(QGridLayout& grid, const QString& text, const QString& tip);
    QDoubleSpinBox* addCost(QGridLayout& grid, const QString& text);
    void onChanged();

    Limit missed_;
    Limit rejected_;
    Limit reviewed_;
    Limit defectRate_;
    std::array<QDoubleSpinBox*, 3> costs_{};  ///< missed, rejected, reviewed
    QCheckBox* promise_;
    QWidget* more_;  ///< what is rarely asked for
};

}  // namespace segad::ui
