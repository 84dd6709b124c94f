// Why the forest gave a part its score: bars of what raised it most, segment by segment and detector by
// detector.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/part_explanation.h"

namespace segad::ui {

class Explainer;
class ProjectSession;

/// A share of the forest's score, in words.
struct Reason {
    QString words;
    double value = 0;
};

class ReasonsCell : public QWidget {
    Q_OBJECT

public:
    explicit ReasonsCell(ProjectSession& session, QWidget* parent = nullptr);

    /// Follows the current part as long as it is wanted; explained() says when there is something new.
    void setWanted(bool wanted);
    /// Of the current part; null while it is looked for, and when there is none.
    const PartExplanation* explanation() const;
    /// What raised and what lowered the score, largest first; explanation() is there.
    std::vector<Reason> bars() const;
    QString remark() const;
    /// What stands in the cell, for a figure or a test.
    QStringList lines() const;

Q_SIGNALS:
    void explained();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void drawBars(QPainter& painter, double top) const;

    QString message() const;

    Explainer& explainer_;
    bool wanted_ = false;
};

}  // namespace segad::ui
