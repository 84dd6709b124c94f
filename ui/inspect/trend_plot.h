// The scores of the last parts, the average of those that pass, and the limits within which it stays as long
// as nothing has changed on the line.
#pragma once

#include <QWidget>
#include <deque>

#include "ui/inspect/live_feed.h"

class QCPGraph;
class QCustomPlot;

namespace segad::ui {

class TrendPlot : public QWidget {
    Q_OBJECT

public:
    explicit TrendPlot(QWidget* parent = nullptr);

    void setReadings(const std::deque<NumberedReading>& readings);
    /// For a small place that is read from afar.
    void hideLegend();
    /// From which score on parts do not pass, drawn where there is room.
    void setThreshold(std::optional<double> review);
    /// Points of the average that are drawn.
    int averagePoints() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void fitAxes(const std::deque<NumberedReading>& readings);

    QCustomPlot* plot_;
    QCPGraph* passed_;
    QCPGraph* failed_;
    QCPGraph* low_;
    QCPGraph* high_;
    QCPGraph* average_;
    QCPGraph* threshold_;
    std::optional<double> review_;
};

}  // namespace segad::ui
