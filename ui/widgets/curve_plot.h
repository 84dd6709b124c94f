// Curves of a threshold on one pair of axes that both go from 0 to 100 %, with the value under the cursor,
// and the two thresholds of a run as marks that can be dragged along its curve.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/widgets/plot_export.h"

class QCPItemText;
class QCPItemTracer;
class QLabel;

namespace segad::ui {

/// What happens when everything at or above `threshold` is called bad; shares from 0 to 1.
struct CurvePoint {
    double threshold = 0;
    double x = 0;
    double y = 0;
};

struct PlottedCurve {
    QString name;
    QString legend;
    std::vector<CurvePoint> points;  ///< thresholds falling, the first may be infinite
    /// A dot of the curve's colour, which need not lie on it.
    std::optional<CurvePoint> mark = std::nullopt;
};

/// A threshold that cuts where the point lies: half-way to the next lower one, just above all for the first.
double thresholdAt(const std::vector<CurvePoint>& points, std::size_t index);
/// The point that a threshold leads to. Requires points.
std::size_t pointAt(const std::vector<CurvePoint>& points, double threshold);

class CurvePlot : public QWidget {
    Q_OBJECT

public:
    QCustomPlot* plot() const { return plot_; }
    /// Shows review ≤ reject on one of the curves; the user may move them when `movable`.
    void setThresholds(int curve, double review, double reject, bool movable);
    void clearThresholds();
    /// The wheel zooms and dragging shifts the axes; off where the plot stands on a page that scrolls.
    void setZoomable(bool zoomable);
    /// With a table of all points.
    PlotFile exportable() const;

Q_SIGNALS:
    /// The user clicked a point of a curve: its threshold, which may be infinite.
    void pointPicked(int curve, double threshold);
    /// While a mark is dragged. One that is pushed against the other takes it along.
    void thresholdsMoved(double review, double reject);

protected:
    struct Words {
        QString title;
        QString fileName;   ///< proposed for export, without a suffix
        QStringList xAxis;  ///< long to short, for less and less room
        QStringList yAxis;
        Qt::Alignment room;      ///< on which side of the curves there is room for words
        QString hint = {};       ///< said until the cursor points at a curve; empty: how to read a threshold
        bool thresholds = true;  ///< false: of no meaning here, and left out of the table
    };
    CurvePlot(const Words& words, QWidget* parent);

    void setPlotted(std::vector<PlottedCurve> curves);
    /// Lines without a name, behind the curves.
    void setReferences(const std::vector<std::vector<CurvePoint>>& lines);
    /// What is said of the point under the cursor.
    virtual QString readout(const PlottedCurve& curve, const CurvePoint& point) const = 0;
    static QString thresholdText(double threshold);

    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString hint() const;

    struct Hit {
        int curve = 0;
        std::size_t point = 0;
    };
    enum class Mark { None, Review, Reject };
    struct Tag {
        QCPItemTracer* dot = nullptr;
        QCPItemText* text = nullptr;
    };

    Tag makeTag();
    void rebuild();
    void restyle();
    void placeTags();
    void place(const Tag& tag, double threshold, bool lower);
    std::optional<Hit> nearest(const QPointF& position, std::optional<int> curve, double reach) const;
    Mark markAt(const QPointF& position) const;
    void drag(const QPointF& position);
    void showNearest(const QPointF& position);

    QCustomPlot* plot_;
    QLabel* readout_;
    Words words_;
    std::vector<PlottedCurve> curves_;
    std::vector<std::vector<CurvePoint>> references_;
    Tag review_;
    Tag reject_;
    int marked_ = -1;  ///< curve that the thresholds are shown on, -1 = none
    double reviewAt_ = 0;
    double rejectAt_ = 0;
    bool movable_ = false;
    Mark dragged_ = Mark::None;
    QPointF pressed_;
};

}  // namespace segad::ui
