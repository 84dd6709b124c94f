// What of a picture a widget shows, and how large: zoom and position, and the way between points of the two.
// The picture begins on a whole pixel of the screen, so that its pixels and everything drawn over them agree.
#pragma once

#include <QPointF>
#include <QSize>
#include <QTransform>

#include "ui/viewer/view_sampling.h"

class QWidget;

namespace segad::ui {

/// What of a picture is seen.
struct CanvasView {
    double zoom = 1;     ///< of the screen over the image's pixels
    QPointF center;      ///< image point in the middle
    bool fitted = true;  ///< the whole picture, however large the widget is
};

class CanvasViewport {
public:
    /// Follows the size of `widget`, which outlives it.
    explicit CanvasViewport(const QWidget& widget) : widget_(widget) {}

    /// Empty: there is no picture. Returns whether it wants to be fitted: it has another size than the last
    /// one, whose zoom and position would mean nothing to it, or that one was fitted, too.
    bool setImage(QSize size);
    QSize imageSize() const { return imageSize_; }
    bool hasImage() const { return !imageSize_.isEmpty(); }

    const CanvasView& view() const { return view_; }
    void setView(const CanvasView& view);
    void fit();
    /// The image point under `anchor`, a point of the widget, stays where it is.
    void setZoom(double zoom, const QPointF& anchor);
    void panBy(const QPointF& widgetPoints);

    /// Between points of the widget and of the image, whose pixel (0, 0) reaches from (0, 0) to (1, 1).
    QPointF widgetToImage(const QPointF& position) const;
    QPointF imageToWidget(const QPointF& point) const;
    QTransform imageToWidget() const;
    ViewGeometry geometry() const;

private:
    double fitZoom() const;
    void keepInView();

    const QWidget& widget_;
    QSize imageSize_;
    QSize lastSize_;  ///< of the picture for which zoom and position were chosen
    CanvasView view_;
};

}  // namespace segad::ui
