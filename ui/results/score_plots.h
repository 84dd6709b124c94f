// How the scores of good and bad parts lie, and what a threshold does to them: a histogram by label, the
// sweep of both errors over all thresholds, and the ROC. The two thresholds can be dragged in each of them.
#pragma once

#include <QWidget>
#include <vector>

#include "core/workflow/threshold_goal.h"
#include "ui/widgets/plot_export.h"

class QBoxLayout;

namespace segad::ui {

class RocPlot;
class ThresholdLines;

/// Counts of one bin, [from, to); the last one has both ends.
struct ScoreBin {
    double from = 0;
    double to = 0;
    int good = 0;
    int bad = 0;
};

/// Bins of equal width over all scores; none when there are no scores.
std::vector<ScoreBin> scoreBins(const ScoreSets& scores, int count);

/// A point of the sweep: what happens when everything at or above `threshold` is rejected.
struct SweepPoint {
    double threshold = 0;
    double missed = 0;    ///< share of the bad parts below
    double rejected = 0;  ///< share of the good parts at or above
};

/// One point per distinct score, rising, and one above all; none without good or without bad parts.
std::vector<SweepPoint> thresholdSweep(const ScoreSets& scores);

class ScorePlots : public QWidget {
    Q_OBJECT

public:
    explicit ScorePlots(QWidget* parent = nullptr);

    /// `scorer` is who made them, for people.
    void setScores(const QString& scorer, const ScoreSets& scores);
    void setThresholds(double review, double reject);
    const std::vector<ScoreBin>& bins() const { return bins_; }
    QCustomPlot* histogram() const { return histogram_; }
    QCustomPlot* sweep() const { return sweep_; }
    RocPlot* roc() const { return roc_; }
    std::vector<PlotFile> exportable() const;

Q_SIGNALS:
    void thresholdsMoved(double review, double reject);
    /// A bar of the histogram was clicked.
    void binPicked(double from, double to);
    /// A threshold was clicked, in the sweep or on the ROC, where it may be infinite.
    void thresholdPicked(double threshold);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void drawHistogram();
    void drawSweep();
    void drawRoc(const QString& scorer, const ScoreSets& scores);
    void restyle();
    void move(double review, double reject);
    void pickBin(double x, double y);

    QCustomPlot* histogram_;
    QCustomPlot* sweep_;
    RocPlot* roc_;
    QBoxLayout* row_;  ///< the ROC beside the others, or below
    ThresholdLines* histogramLines_;
    ThresholdLines* sweepLines_;
    std::vector<ScoreBin> bins_;
    std::vector<SweepPoint> points_;
};

}  // namespace segad::ui
