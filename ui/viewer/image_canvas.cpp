#include "ui/viewer/image_canvas.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/viewer/canvas_marks.h"
#include "ui/viewer/contour_search.h"
#include "ui/viewer/map_values.h"
#include "ui/viewer/minimap.h"

namespace segad::ui {

namespace {
constexpr double kStep = 1.25;
constexpr double kWheelUnits = 120;
/// Of the view's smaller side, for one press of a key.
constexpr double kPanShare = 0.1;
constexpr int kMinimapMargin = 10;
}  // namespace

ImageCanvas::ImageCanvas(QWidget* parent)
    : QWidget(parent), viewport_(*this), contours_(new ContourSearch(this)), minimap_(new Minimap(this)) {
    setMouseTracking(true);
    setMinimumSize(140, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    // A click leaves the focus in the gallery, where the arrow keys go to the next part.
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Picture of the part"));
    // Not a tooltip, which would cover what one looks at.
    setAccessibleDescription(tr("Wheel or + and − zoom, drag or Shift with the arrow keys move, F fits"));
    setCursor(restingCursor_);
    setAttribute(Qt::WA_OpaquePaintEvent);
    minimap_->hide();
    connect(contours_, &ContourSearch::found, this, [this](std::vector<ContourLine> lines) {
        renderer_.setContours(std::move(lines));
        update();
    });
    connect(minimap_, &Minimap::centerAsked, this, [this](const QPointF& share) {
        const QPointF point(share.x() * imageSize().width(), share.y() * imageSize().height());
        panBy((viewport_.view().center - point) * zoom());
    });
}

void ImageCanvas::setPicture(std::shared_ptr<const PartPicture> picture) {
    picture_ = std::move(picture);
    message_ = picture_ ? picture_->error : QString();
    renderer_.setPicture(picture_);
    adoptSize(picture_ ? picture_->image.size() : QSize());
}

void ImageCanvas::setPreview(const QImage& preview, QSize size) {
    auto picture = std::make_shared<PartPicture>();
    picture->image = preview.convertToFormat(QImage::Format_RGB888);
    picture_ = nullptr;
    message_.clear();
    renderer_.setPicture(std::move(picture));
    adoptSize(size);
}

/// Shows the new picture; zoom and position stay when the one before was as large.
void ImageCanvas::adoptSize(QSize size) {
    const bool fits = viewport_.setImage(size);
    findContours();
    if (fits) fitView();
    placeMinimap();
    update();
}

void ImageCanvas::setMessage(const QString& message) {
    message_ = message;
    update();
}

void ImageCanvas::setNotice(const QString& notice) {
    if (notice == notice_) return;
    notice_ = notice;
    update();
}

void ImageCanvas::setHeatScale(const std::optional<HeatScale>& scale) {
    renderer_.setHeatScale(scale);
    update();
}

void ImageCanvas::setSegmentColors(std::vector<QColor> colors) {
    if (colors == renderer_.segmentColors()) return;
    renderer_.setSegmentColors(std::move(colors));
    update();
}

void ImageCanvas::setHeat(const LayerState& state) {
    renderer_.setHeat(state);
    update();
}

void ImageCanvas::setSegments(const LayerState& state) {
    renderer_.setSegments(state);
    update();
}

void ImageCanvas::setGroundTruth(const LayerState& state) {
    renderer_.setGroundTruth(state);
    update();
}

void ImageCanvas::setContourLevel(std::optional<double> level) {
    contourLevel_ = level;
    findContours();
}

void ImageCanvas::setContoursShown(bool shown) {
    renderer_.setContoursShown(shown);
    update();
}

void ImageCanvas::findContours() {
    if (contours_->ask(picture_ ? picture_->map : nullptr, contourLevel_, imageSize()))
        renderer_.setContours({});
    update();
}

void ImageCanvas::setMinimapShown(bool shown) {
    minimapShown_ = shown;
    placeMinimap();
}

void ImageCanvas::placeMinimap() {
    const QRectF whole(imageToWidget({0, 0}), QSizeF(imageSize()) * zoom());
    const bool needed = minimapShown_ && viewport_.hasImage() &&
                        !QRectF(rect()).adjusted(-1, -1, 1, 1).contains(whole) && Minimap::fits(size());
    minimap_->setVisible(needed);
    if (!needed) return;
    minimap_->setOverview(
        imageSize(), [this](QSize wanted) { return renderer_.overview(wanted); },
        picture_ ? picture_->image.cacheKey() : 0);
    const QRectF seen(widgetToImage({0, 0}), QSizeF(size()) / zoom());
    minimap_->setSeen({seen.x() / imageSize().width(), seen.y() / imageSize().height(),
                       seen.width() / imageSize().width(), seen.height() / imageSize().height()});
    minimap_->move(width() - minimap_->width() - kMinimapMargin,
                   height() - minimap_->height() - kMinimapMargin);
}

void ImageCanvas::setBare(bool bare) {
    if (bare_ == bare) return;
    bare_ = bare;
    update();
}

void ImageCanvas::setOverlay(CanvasOverlay* overlay) {
    overlay_ = overlay;
    update();
}

void ImageCanvas::setRestingCursor(const QCursor& cursor) {
    restingCursor_ = cursor;
    if (!dragging_) setCursor(cursor);
}

/// Draws anew after zoom or position has changed.
void ImageCanvas::viewMoved() {
    update();
    placeMinimap();
    Q_EMIT transformChanged();
}

void ImageCanvas::fitView() {
    viewport_.fit();
    viewMoved();
    Q_EMIT viewChanged();
}

void ImageCanvas::setView(const CanvasView& view) {
    viewport_.setView(view);
    viewMoved();
}

QPointF ImageCanvas::markerPlace() const {
    return imageToWidget(QPointF(*marker_) + QPointF(0.5, 0.5));
}

void ImageCanvas::setMarker(std::optional<QPoint> pixel) {
    if (marker_ == pixel) return;
    if (marker_) update(markerRect(markerPlace()));
    marker_ = pixel;
    if (marker_) update(markerRect(markerPlace()));
}

std::optional<double> ImageCanvas::valueAt(QPoint pixel) const {
    if (!picture_ || !picture_->map || !picture_->image.rect().contains(pixel)) return std::nullopt;
    return interpolated(picture_->map->pixels(), QPointF(pixel) + QPointF(0.5, 0.5), imageSize());
}

void ImageCanvas::zoomIn() {
    zoomAt(QRectF(rect()).center(), kStep);
}
void ImageCanvas::zoomOut() {
    zoomAt(QRectF(rect()).center(), 1 / kStep);
}
void ImageCanvas::actualPixels() {
    setZoom(1 / devicePixelRatioF(), QRectF(rect()).center());
}

void ImageCanvas::zoomAt(const QPointF& anchor, double factor) {
    setZoom(zoom() * factor, anchor);
}

void ImageCanvas::setZoom(double zoom, const QPointF& anchor) {
    viewport_.setZoom(zoom, anchor);
    viewMoved();
    Q_EMIT viewChanged();
}

void ImageCanvas::panBy(const QPointF& widgetPoints) {
    viewport_.panBy(widgetPoints);
    viewMoved();
    Q_EMIT viewChanged();
}

void ImageCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const QRect seen = event->rect();
    painter.fillRect(seen, palette().color(QPalette::Dark));
    if (!viewport_.hasImage()) {
        painter.setPen(palette().color(QPalette::BrightText));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    renderer_.paint(painter, seen, viewport_.geometry(), devicePixelRatioF(), bare_);
    if (!bare_) {
        if (overlay_ != nullptr) overlay_->paint(painter, seen);
        if (marker_) drawMarker(painter, markerPlace());
        if (!notice_.isEmpty()) drawNotice(painter, rect(), notice_);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void ImageCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (viewport_.view().fitted)
        fitView();
    else
        viewMoved();
}

bool ImageCanvas::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomAt(gesture->position(), 1 + gesture->value());
            return true;
        }
    }
    return QWidget::event(event);
}

void ImageCanvas::keyPressEvent(QKeyEvent* event) {
    const double step = kPanShare * std::min(width(), height());
    QPointF by;
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        switch (event->key()) {
            case Qt::Key_Left:
                by = {step, 0};
                break;
            case Qt::Key_Right:
                by = {-step, 0};
                break;
            case Qt::Key_Up:
                by = {0, step};
                break;
            case Qt::Key_Down:
                by = {0, -step};
                break;
            default:
                break;
        }
    }
    if (by.isNull() || !viewport_.hasImage()) {
        QWidget::keyPressEvent(event);
        return;
    }
    panBy(by);
}

void ImageCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void ImageCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void ImageCanvas::wheelEvent(QWheelEvent* event) {
    zoomAt(event->position(), std::pow(kStep, event->angleDelta().y() / kWheelUnits));
    event->accept();
}

void ImageCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    dragging_ = true;
    dragFrom_ = event->pos();
    setCursor(Qt::ClosedHandCursor);
}

void ImageCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (dragging_) {
        panBy(event->pos() - dragFrom_);
        dragFrom_ = event->pos();
    }
    reportCursor(event->position());
}

void ImageCanvas::mouseReleaseEvent(QMouseEvent*) {
    dragging_ = false;
    setCursor(restingCursor_);
}

void ImageCanvas::mouseDoubleClickEvent(QMouseEvent*) {
    fitView();
}

void ImageCanvas::leaveEvent(QEvent*) {
    Q_EMIT cursorMoved({-1, -1}, std::nullopt, -1);
}

void ImageCanvas::reportCursor(const QPointF& position) {
    if (!viewport_.hasImage()) return;
    const QPointF pixel = widgetToImage(position);
    if (!QRectF(QPointF(0, 0), imageSize()).contains(pixel)) {
        Q_EMIT cursorMoved({-1, -1}, std::nullopt, -1);
        return;
    }
    const QPoint whole(static_cast<int>(pixel.x()), static_cast<int>(pixel.y()));
    int segment = -1;
    if (picture_ && picture_->segments) {
        const cv::Mat& labels = picture_->segments->labels();
        segment = labels.at<uchar>(onGrid(pixel, imageSize(), labels));
    }
    Q_EMIT cursorMoved(whole, valueAt(whole), segment);
}

}  // namespace segad::ui
