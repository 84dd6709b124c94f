// The line at a glance: verdict, picture, counts, trend, the last parts, and a word against a verdict. The
// same view in the window and, larger and without anything that can be set, in operator mode.
#pragma once

#include <QWidget>

#include "ui/inspect/recent_parts.h"

class QAction;
class QHBoxLayout;
class QLabel;

namespace segad::ui {

class CountTiles;
class LineLive;
class NoticeBar;
class PartScorer;
class PartStage;
class RecentStrip;
class TrendPlot;
class VerdictBoard;

enum class LineSize {
    Desk,  ///< in the window, read from a chair
    Hall   ///< fills the screen, read from two metres
};

class LineView : public QWidget {
    Q_OBJECT

public:
    LineView(LineLive& live, LineSize size, QWidget* parent = nullptr);

    /// A word against the verdict of the part that is shown, or for it.
    const QList<QAction*>& rulings() const { return rulings_; }
    /// Back to what is judged now.
    QAction* backAction() const { return back_; }
    /// At the end of the line of buttons.
    void addToFoot(QWidget* widget);
    /// Heatmaps of parts that are looked at again come from there; its action stands with the buttons.
    void setScorer(PartScorer& scorer);
    /// Said while there is no part.
    void setWaiting(const QString& words);

Q_SIGNALS:
    /// A person says what the shown part is; absent: as it was judged.
    void ruled(const segad::ui::RecentParts::Part& part, std::optional<segad::Label> label);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeActions();
    QWidget* makeSide();
    QWidget* makeFoot();
    void connectLive();
    void rule(std::optional<Label> label);
    void leaf(int rows);
    void showState();
    void showNotes();
    void showParts();
    void showPart();
    void showTrend();
    QString stateText() const;
    QString waitingText() const;

    LineLive& live_;
    LineSize size_;
    QString waiting_;
    QString noted_;  ///< what was put before the user, so that what is put away stays away
    NoticeBar* problem_;
    NoticeBar* away_;
    NoticeBar* notes_;
    NoticeBar* drift_;
    VerdictBoard* board_;
    PartStage* stage_;
    CountTiles* tiles_;
    TrendPlot* trend_;
    QLabel* trendText_;
    RecentStrip* strip_;
    QLabel* state_;
    QWidget* side_ = nullptr;
    QHBoxLayout* foot_ = nullptr;
    QAction* good_ = nullptr;
    QAction* bad_ = nullptr;
    QAction* asJudged_ = nullptr;
    QAction* back_ = nullptr;
    QAction* usual_ = nullptr;
    QList<QAction*> rulings_;
};

}  // namespace segad::ui
