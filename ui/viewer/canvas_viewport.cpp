#include "ui/viewer/canvas_viewport.h"

#include <QWidget>
#include <algorithm>
#include <cmath>

namespace segad::ui {

namespace {
constexpr double kMaxZoom = 64;
constexpr double kMinZoom = 1e-3;
constexpr double kMargin = 8;
}  // namespace

bool CanvasViewport::setImage(QSize size) {
    imageSize_ = size;
    const bool sameSize = size == lastSize_;
    if (!size.isEmpty()) lastSize_ = size;
    return !sameSize || view_.fitted;
}

double CanvasViewport::fitZoom() const {
    if (!hasImage()) return 1;
    const QSizeF size = imageSize_;
    return std::min({(widget_.width() - 2 * kMargin) / size.width(),
                     (widget_.height() - 2 * kMargin) / size.height(), kMaxZoom});
}

void CanvasViewport::fit() {
    view_.fitted = true;
    if (!hasImage()) return;
    view_.zoom = std::max(kMinZoom, fitZoom());
    view_.center = QRectF(QPointF(0, 0), imageSize_).center();
}

void CanvasViewport::setView(const CanvasView& view) {
    if (view.fitted) {
        fit();
        return;
    }
    view_ = view;
    keepInView();
}

void CanvasViewport::setZoom(double zoom, const QPointF& anchor) {
    const double wanted = std::clamp(zoom, std::min(fitZoom(), 1.0) / 2, kMaxZoom);
    const QPointF offset = anchor - QRectF(widget_.rect()).center();
    view_.center += offset / view_.zoom - offset / wanted;
    view_.zoom = wanted;
    view_.fitted = false;
    keepInView();
}

void CanvasViewport::panBy(const QPointF& widgetPoints) {
    view_.center -= widgetPoints / view_.zoom;
    view_.fitted = false;
    keepInView();
}

void CanvasViewport::keepInView() {
    if (!hasImage()) return;
    view_.center.setX(std::clamp(view_.center.x(), 0.0, static_cast<double>(imageSize_.width())));
    view_.center.setY(std::clamp(view_.center.y(), 0.0, static_cast<double>(imageSize_.height())));
}

QPointF CanvasViewport::imageToWidget(const QPointF& point) const {
    const double ratio = widget_.devicePixelRatioF();
    const QPointF origin = (QRectF(widget_.rect()).center() - view_.center * view_.zoom) * ratio;
    return QPointF(std::round(origin.x()), std::round(origin.y())) / ratio + point * view_.zoom;
}

QPointF CanvasViewport::widgetToImage(const QPointF& position) const {
    return (position - imageToWidget({0, 0})) / view_.zoom;
}

QTransform CanvasViewport::imageToWidget() const {
    const QPointF origin = imageToWidget({0, 0});
    return {view_.zoom, 0, 0, view_.zoom, origin.x(), origin.y()};
}

ViewGeometry CanvasViewport::geometry() const {
    const double ratio = widget_.devicePixelRatioF();
    const QPointF origin = imageToWidget({0, 0}) * ratio;
    return {.scale = view_.zoom * ratio,
            .origin =
                QPoint(static_cast<int>(std::lround(origin.x())), static_cast<int>(std::lround(origin.y()))),
            .size = (QSizeF(widget_.size()) * ratio).toSize(),
            .picture = imageSize_};
}

}  // namespace segad::ui
