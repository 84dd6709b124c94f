// What helps to paint with the tool in hand, on the canvas.
#include <QPainter>
#include <cmath>

#include "core/image/region_shapes.h"
#include "ui/viewer/region_editor.h"
#include "ui/viewer/region_guides.h"

namespace segad::ui {

namespace {
/// At this zoom the pixels that a small brush would paint are shown.
constexpr double kFootprintZoom = 6;
constexpr double kFootprintBrush = 24;
constexpr int kFrame = 6;
}  // namespace

cv::Rect RegionEditor::drawnBox() const {
    const QSize image = canvas_.imageSize();
    return pixelRect({from_.x(), from_.y()}, {to_.x(), to_.y()}, {image.width(), image.height()});
}

QRegion RegionEditor::guideRegion() const {
    if (tool_ == RegionTool::None) return {};
    const double radius = settings_.diameter / 2 * canvas_.zoom();
    if (usesBrush()) return cursor_ ? QRegion(brushRect(*cursor_, radius)) : QRegion();
    if (gesture_ == Gesture::Box) {
        const QRect box = canvas_.imageToWidget()
                              .mapRect(QRectF(from_, to_).normalized().adjusted(-1, -1, 1, 1))
                              .toAlignedRect();
        const QRect outer = box.adjusted(-kFrame, -kFrame, kFrame, kFrame);
        if (tool_ == RegionTool::Ellipse) return outer;
        const int inset = kFrame + static_cast<int>(std::ceil(2 * canvas_.zoom()));
        return QRegion(outer) - QRegion(box.adjusted(inset, inset, -inset, -inset));
    }
    if (corners_.isEmpty()) return {};
    const QPolygonF points = canvas_.imageToWidget().map(corners_ + QPolygonF{to_});
    return points.boundingRect().toAlignedRect().adjusted(-kFrame, -kFrame, kFrame, kFrame);
}

void RegionEditor::updateGuides() {
    canvas_.update(guides_);
    guides_ = guideRegion();
    canvas_.update(guides_);
}

void RegionEditor::drawGuides(QPainter& painter) const {
    const QTransform toWidget = canvas_.imageToWidget();
    const double zoom = canvas_.zoom();
    const QColor color = surface_->color();
    if (usesBrush() && cursor_) {
        if (zoom >= kFootprintZoom && settings_.diameter <= kFootprintBrush) {
            QColor faint = erases_ && gesture_ == Gesture::Stroke ? QColor(Qt::white) : color;
            faint.setAlphaF(0.3F);
            const QSize size = canvas_.imageSize();
            const QPointF middle = canvas_.widgetToImage(*cursor_);
            const cv::Point2d at(middle.x(), middle.y());
            for (const Span& span : brushSpans(at, at, settings_.diameter, {size.width(), size.height()}))
                painter.fillRect(toWidget.mapRect(QRectF(span.begin, span.y, span.end - span.begin, 1)),
                                 faint);
        }
        const bool erases = gesture_ == Gesture::Stroke ? erases_ : tool_ == RegionTool::Eraser;
        drawBrush(painter, *cursor_, settings_.diameter / 2 * zoom, erases);
    }
    if (gesture_ == Gesture::Box) {
        const cv::Rect box = drawnBox();
        const QRectF onWidget = toWidget.mapRect(QRectF(box.x, box.y, box.width, box.height));
        if (tool_ == RegionTool::Ellipse)
            drawEllipse(painter, onWidget, erases_, color);
        else
            drawShape(painter, QPolygonF(onWidget), true, erases_, false, color);
    }
    if (!corners_.isEmpty())
        drawShape(painter, toWidget.map(corners_ + QPolygonF{to_}), true, erases_, true, color);
}

}  // namespace segad::ui
