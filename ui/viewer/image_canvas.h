// Shows one picture with its overlays: heatmap, contour lines, segments, ground truth. Wheel and pinch zoom
// at the cursor, drag and Shift with the arrow keys pan, double click fits; at high zoom single pixels are
// seen.
#pragma once

#include <QCursor>
#include <QImage>
#include <QTransform>
#include <QWidget>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/canvas_viewport.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/view_renderer.h"

namespace segad::ui {

class ContourSearch;
class Minimap;

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
    /// Until the picture itself comes: what it will look like, and its size. picture() is null meanwhile.
    void setPreview(const QImage& preview, QSize size);
    void setHeatScale(const std::optional<HeatScale>& scale);
    void setSegmentColors(std::vector<QColor> colors);
    void setHeat(const LayerState& state);
    void setSegments(const LayerState& state);
    void setGroundTruth(const LayerState& state);
    /// The map's value along which lines are drawn; they appear as soon as they have been found.
    void setContourLevel(std::optional<double> level);
    void setContoursShown(bool shown);
    /// A small picture of the whole in the corner while only a part of it is seen.
    void setMinimapShown(bool shown);
    /// Only the image, while the key is held.
    void setBare(bool bare);
    bool isBare() const { return bare_; }
    /// Not owned; null takes it off.
    void setOverlay(CanvasOverlay* overlay);
    /// The pointer while nothing is dragged.
    void setRestingCursor(const QCursor& cursor);
    /// Shown instead of a picture.
    void setMessage(const QString& message);
    /// Shown in a corner of the picture: what it lacks. Empty: nothing.
    void setNotice(const QString& notice);
    const QString& notice() const { return notice_; }

    /// Widget points per image pixel.
    double zoom() const { return viewport_.view().zoom; }
    /// Device pixels per image pixel: 1 shows every pixel as it is.
    double pixelZoom() const { return zoom() * devicePixelRatioF(); }
    CanvasView view() const { return viewport_.view(); }
    /// Says nothing by viewChanged(): for canvases that follow another one.
    void setView(const CanvasView& view);
    /// Marks an image pixel, where the cursor is in another canvas.
    void setMarker(std::optional<QPoint> pixel);
    /// The map's value at the middle of an image pixel, as it is drawn: interpolated between the map's own
    /// pixels. Absent without a map or outside.
    std::optional<double> valueAt(QPoint pixel) const;
    QSize imageSize() const { return viewport_.imageSize(); }
    /// Null when none is shown.
    const std::shared_ptr<const PartPicture>& picture() const { return picture_; }
    /// Between points of the widget and of the image, whose pixel (0, 0) reaches from (0, 0) to (1, 1).
    QPointF widgetToImage(const QPointF& position) const { return viewport_.widgetToImage(position); }
    QPointF imageToWidget(const QPointF& point) const { return viewport_.imageToWidget(point); }
    QTransform imageToWidget() const { return viewport_.imageToWidget(); }

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
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void adoptSize(QSize size);
    void zoomAt(const QPointF& anchor, double factor);
    void setZoom(double zoom, const QPointF& anchor);
    void panBy(const QPointF& widgetPoints);
    void viewMoved();
    void placeMinimap();
    void findContours();
    QPointF markerPlace() const;
    void reportCursor(const QPointF& position);

    std::shared_ptr<const PartPicture> picture_;
    CanvasViewport viewport_;
    QString message_;
    QString notice_;
    ViewRenderer renderer_;
    bool bare_ = false;
    CanvasOverlay* overlay_ = nullptr;
    QCursor restingCursor_{Qt::CrossCursor};

    std::optional<double> contourLevel_;
    ContourSearch* contours_;

    Minimap* minimap_;
    bool minimapShown_ = false;

    QPoint dragFrom_;
    bool dragging_ = false;
    std::optional<QPoint> marker_;
};

}  // namespace segad::ui
