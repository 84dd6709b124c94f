// Why the forest gave a part its score: bars of what raised it most, segment by segment and detector by
// detector.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <optional>

#include "core/workflow/part_explanation.h"

namespace segad::ui {

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
    ~ReasonsCell() override;

    /// Asks for the reasons of a part off the GUI thread; explained() follows. 0: nothing is shown.
    void setPart(PartId part);
    const std::optional<PartExplanation>& explanation() const { return explanation_; }
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

    ProjectSession& session_;
    QThreadPool pool_;
    PartId part_ = 0;
    std::optional<PartExplanation> explanation_;
    QString message_;
};

}  // namespace segad::ui
