// The colour bar beside the viewer: raw values on one side, calibration percentiles on the other; a mark up
// to which the heatmap is transparent and one at the contour lines' value, both to be dragged; and the value
// under the cursor.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/viewer/contour_level.h"
#include "ui/viewer/heat_scale.h"

class QHelpEvent;
class QPainter;

namespace segad::ui {

class ColorBar : public QWidget {
    Q_OBJECT

public:
    explicit ColorBar(QWidget* parent = nullptr);

    void setScale(const std::optional<HeatScale>& scale);
    void setContour(const std::optional<ContourLevel>& contour);
    void setCursorValue(std::optional<double> value);
    /// Whose scale it is: "PatchCore · run 3".
    void setSource(const QString& source);
    QSize sizeHint() const override;

    /// Where on the bar a value is, in the widget's points.
    double yOf(double value) const;

Q_SIGNALS:
    /// The heatmap is to be transparent up to this percentile (0…100) of good pixels.
    void lowMoved(double percentile);
    /// The contour lines are to follow this value.
    void contourMoved(double value);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Mark { None, Low, Contour };

    QRectF barRect() const;
    QString number(double value) const;
    int widestNumber() const;
    double valueAt(double y, const HeatScale& scale) const;
    Mark markAt(const QPointF& position) const;
    QString percentileText(double value) const;
    QString helpAt(const QPointF& position) const;
    void drawGradient(QPainter& painter) const;
    void drawTicks(QPainter& painter) const;
    void drawLabels(QPainter& painter, double value, bool withPercentile = true) const;
    void drawMarks(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;

    std::optional<HeatScale> scale_;
    std::optional<ContourLevel> contour_;
    std::optional<double> cursor_;
    QString source_;
    Mark dragged_ = Mark::None;
    std::optional<HeatScale> dragScale_;  ///< as it was when the drag began: the bar moves with its lower end
};

}  // namespace segad::ui
