// Filters by the score of any run: which run, from where to where, how the scores are spread.
#pragma once

#include <QWidget>

#include "ui/session/part_query.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace segad::ui {

class ProjectSession;
class RangeSlider;

class ScoreFilter : public QWidget {
    Q_OBJECT

public:
    explicit ScoreFilter(ProjectSession& session, QWidget* parent = nullptr);

private:
    void fillRuns();
    /// Shows what the query says.
    void follow();
    void setLimits(double lowest, double highest);
    /// Takes over what the fields say; a field at its end leaves that end open.
    void apply();
    void dragged(double from, double to);
    const struct RunScores* scores() const;

    ProjectSession& session_;
    QComboBox* run_;
    QWidget* range_;
    RangeSlider* slider_;
    QDoubleSpinBox* from_;
    QDoubleSpinBox* to_;
};

}  // namespace segad::ui
