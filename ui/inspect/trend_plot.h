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
    /// From which scores on parts are reviewed and rejected, drawn where there is room.
    void setThresholds(const ThresholdRecord& thresholds);
    /// Points of the average that are drawn.
    int averagePoints() const;
    /// Parts that do not pass of which something is seen.
    int failedPoints() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void fitAxes(const std::deque<NumberedReading>& readings);
    void drawThreshold(QCPGraph& line, double score);

    QCustomPlot* plot_;
    QCPGraph* passed_;
    QCPGraph* failed_;
    QCPGraph* low_;
    QCPGraph* high_;
    QCPGraph* average_;
    QCPGraph* review_;
    QCPGraph* reject_;
    std::optional<ThresholdRecord> thresholds_;
};

}  // namespace segad::ui
