// Shows one picture with its overlays: heatmap, segments, ground truth. Wheel zooms at the cursor, drag
// pans, double click fits; at high zoom single pixels are seen.
#pragma once

#include <QCursor>
#include <QImage>
#include <QTransform>
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

/// What of a picture is seen.
struct CanvasView {
    double zoom = 1;     ///< of the screen over the image's pixels
    QPointF center;      ///< image point in the middle
    bool fitted = true;  ///< the whole picture, however large the widget is
};

/// Draws on top of a canvas's own layers: what is being painted, for example.
class CanvasOverlay {
public:
    CanvasOverlay() = default;
    virtual ~CanvasOverlay() = default;
    CanvasOverlay(const CanvasOverlay&) = delete;
    CanvasOverlay& operator=(const CanvasOverlay&) = delete;

    /// `painter` has the canvas's coordinates; only `seen` is repainted. Not called while the bare image is
    /// shown or when there is no image.
    virtual void paint(QPainter& painter, const QRect& seen) = 0;
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
    bool isBare() const { return bare_; }
    /// Not owned; null takes it off.
    void setOverlay(CanvasOverlay* overlay);
    /// The pointer while nothing is dragged.
    void setRestingCursor(const QCursor& cursor);
    /// Shown instead of a picture.
    void setMessage(const QString& message);

    double zoom() const { return zoom_; }
    CanvasView view() const { return {.zoom = zoom_, .center = center_, .fitted = fitted_}; }
    /// Says nothing by viewChanged(): for canvases that follow another one.
    void setView(const CanvasView& view);
    /// Marks an image pixel, where the cursor is in another canvas.
    void setMarker(std::optional<QPoint> pixel);
    /// The map's value at an image pixel; absent without a map or outside.
    std::optional<double> valueAt(QPoint pixel) const;
    QSize imageSize() const;
    /// Null when none is shown.
    const std::shared_ptr<const PartPicture>& picture() const { return picture_; }
    /// Between points of the widget and of the image, whose pixel (0, 0) reaches from (0, 0) to (1, 1).
    QPointF widgetToImage(const QPointF& position) const;
    QPointF imageToWidget(const QPointF& point) const;
    QTransform imageToWidget() const;

public Q_SLOTS:
    void fitView();
    void zoomIn();
    void zoomOut();
    void actualPixels();

Q_SIGNALS:
    /// Position in image pixels and the map's value there; negative position: the cursor left.
    void cursorMoved(QPoint pixel, std::optional<double> value, int segment);
    /// By the user, or because another picture or size asked for it.
    void viewChanged();
    /// imageToWidget() has changed, for whatever reason: what lies over the canvas moves with it.
    void transformChanged();

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
    void fit();
    void viewMoved();
    void drawImage(QPainter& painter) const;
    void drawGroundTruth(QPainter& painter) const;
    void drawMarker(QPainter& painter) const;
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
    CanvasOverlay* overlay_ = nullptr;
    QCursor restingCursor_{Qt::CrossCursor};

    QImage heatImage_;
    QImage segmentImage_;
    std::vector<QPolygonF> groundTruthOutlines_;
    mutable std::vector<QImage> levels_;  ///< halvings of the image, made when first needed

    double zoom_ = 1;
    QPointF center_;  ///< image point in the middle of the widget
    bool fitted_ = true;
    QPoint dragFrom_;
    bool dragging_ = false;
    std::optional<QPoint> marker_;
};

}  // namespace segad::ui
