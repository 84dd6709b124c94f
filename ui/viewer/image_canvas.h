// Shows one picture with its overlays: heatmap, segments, ground truth. Wheel zooms at the cursor, drag
// pans, double click fits; at high zoom single pixels are seen.
#pragma once

#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/heat_scale.h"

namespace segad::ui {

/// One layer's switch and strength (0…1).
struct LayerState {
    bool shown = true;
    double opacity = 0.6;
};

class ImageCanvas : public QWidget {
    Q_OBJECT

public:
    explicit ImageCanvas(QWidget* parent = nullptr);

    /// Keeps zoom and position when the next picture has the same size.
    void setPicture(std::shared_ptr<const PartPicture> picture);
    void setHeatScale(const std::optional<HeatScale>& scale);
    void setSegmentColors(std::vector<QColor> colors);
    void setHeat(const LayerState& state);
    void setSegments(const LayerState& state);
    void setGroundTruth(const LayerState& state);
    /// Only the image, while the key is held.
    void setBare(bool bare);
    /// Shown instead of a picture.
    void setMessage(const QString& message);

    double zoom() const { return zoom_; }

public Q_SLOTS:
    void fitView();
    void zoomIn();
    void zoomOut();
    void actualPixels();

Q_SIGNALS:
    /// Position in image pixels and the map's value there; negative position: the cursor left.
    void cursorMoved(QPoint pixel, std::optional<double> value, int segment);
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QRectF imageRect() const;
    double fitZoom() const;
    void zoomAt(const QPointF& anchor, double factor);
    void setZoom(double zoom, const QPointF& anchor);
    void keepInView();
    void drawImage(QPainter& painter) const;
    void drawGroundTruth(QPainter& painter) const;
    const QImage& level(double scale) const;
    void rebuildHeat();
    void rebuildSegments();
    void reportCursor(const QPointF& position);

    std::shared_ptr<const PartPicture> picture_;
    QString message_;
    std::optional<HeatScale> scale_;
    std::vector<QColor> segmentColors_;
    LayerState heat_{true, 0.6};
    LayerState segments_{false, 0.4};
    LayerState groundTruth_{true, 1.0};
    bool bare_ = false;

    QImage heatImage_;
    QImage segmentImage_;
    std::vector<QPolygonF> groundTruthOutlines_;
    mutable std::vector<QImage> levels_;  ///< halvings of the image, made when first needed

    double zoom_ = 1;
    QPointF center_;  ///< image point in the middle of the widget
    bool fitted_ = true;
    QPoint dragFrom_;
    bool dragging_ = false;
};

}  // namespace segad::ui
