// Why the current part got its score: what each segment, each detector or each segment under each detector
// has added to it, as bars, with a sentence. The one that decided is shown in the picture; a click shows
// another.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/session/explainer.h"

class QAction;
class QComboBox;
class QLabel;

namespace segad::ui {

class BarList;

class ReasonsPanel : public QWidget {
    Q_OBJECT

public:
    explicit ReasonsPanel(ProjectSession& session, QWidget* parent = nullptr);

    /// Whether what decided is shown in the picture of every part that does not pass.
    QAction* followAction() const { return follow_; }

Q_SIGNALS:
    /// To be shown in the picture: the segment (below 0: none) and the detector's run (0: none).
    void decided(segad::PartId part, int segment, segad::RunId run);

private:
    /// One bar: what it sums, and what to show in the picture for it.
    struct Row {
        int segment = kWholePart;
        RunId run = 0;
        QString sentence;
    };
    void showReasons();
    void showBars(const PartReasons& reasons);
    QString sentenceOf(const PartReasons& reasons, const CellContribution& cell) const;
    void follow();
    void point(int row);

    ProjectSession& session_;
    Explainer& explainer_;
    QAction* follow_;
    QComboBox* by_;
    QLabel* words_;
    BarList* bars_;
    QLabel* sentence_;
    std::vector<Row> rows_;  ///< of the bars
    PartId followed_ = 0;    ///< what decided for it was shown, or it was pointed at something else
};

}  // namespace segad::ui
