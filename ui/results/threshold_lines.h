// The two thresholds of a plot whose horizontal axis is the score: upright lines that can be dragged.
#pragma once

#include <QObject>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace segad::ui {

class ThresholdLines : public QObject {
    Q_OBJECT

public:
    /// Lives as long as the plot.
    explicit ThresholdLines(QCustomPlot* plot);

    /// review ≤ reject; draws nothing while `visible` is false.
    void set(double review, double reject);
    void setVisible(bool visible);
    /// Colours and fonts of the widget the plot stands in; the plot is not drawn anew.
    void restyle();

Q_SIGNALS:
    /// While a line is dragged. One that is pushed against the other takes it along.
    void moved(double review, double reject);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Line { None, Review, Reject };
    Line lineAt(double x) const;
    void drag(double x);
    void place();

    QCustomPlot* plot_;
    QCPItemStraightLine* reviewLine_;
    QCPItemStraightLine* rejectLine_;
    QCPItemText* reviewText_;
    QCPItemText* rejectText_;
    double review_ = 0;
    double reject_ = 0;
    bool visible_ = false;
    Line dragged_ = Line::None;
};

}  // namespace segad::ui
