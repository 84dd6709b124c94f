#include "ui/viewer/image_canvas.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/viewer/layer_images.h"

namespace segad::ui {

namespace {
constexpr double kMaxZoom = 64;
constexpr double kStep = 1.25;
constexpr double kWheelUnits = 120;
/// From here on pixels are drawn as squares.
constexpr double kPixelZoom = 3;
const QColor kGroundTruthColor(0x56, 0xB4, 0xE9);

constexpr double kMarkerLength = 9;
constexpr double kMarkerGap = 3;

/// Where on a grid that covers the whole picture one of its pixels lies.
cv::Point onGrid(QPointF pixel, QSize picture, const cv::Mat& grid) {
    return {std::clamp(static_cast<int>(pixel.x() / picture.width() * grid.cols), 0, grid.cols - 1),
            std::clamp(static_cast<int>(pixel.y() / picture.height() * grid.rows), 0, grid.rows - 1)};
}
}  // namespace

ImageCanvas::ImageCanvas(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setMinimumSize(140, 120);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Picture of the part"));
    setCursor(restingCursor_);
}

void ImageCanvas::setPicture(std::shared_ptr<const PartPicture> picture) {
    const QSize before = picture_ ? picture_->image.size() : QSize();
    picture_ = std::move(picture);
    message_ = picture_ ? picture_->error : QString();
    levels_.clear();
    groundTruthOutlines_ = picture_ ? outlines(picture_->groundTruth) : std::vector<QPolygonF>{};
    rebuildHeat();
    rebuildSegments();
    const bool sameSize = picture_ && picture_->image.size() == before;
    if (!sameSize || fitted_) fitView();
    update();
}

void ImageCanvas::setMessage(const QString& message) {
    message_ = message;
    update();
}

void ImageCanvas::setHeatScale(const std::optional<HeatScale>& scale) {
    scale_ = scale;
    rebuildHeat();
    update();
}

void ImageCanvas::setSegmentColors(std::vector<QColor> colors) {
    if (colors == segmentColors_) return;
    segmentColors_ = std::move(colors);
    rebuildSegments();
    update();
}

void ImageCanvas::setHeat(const LayerState& state) {
    heat_ = state;
    update();
}

void ImageCanvas::setSegments(const LayerState& state) {
    segments_ = state;
    update();
}

void ImageCanvas::setGroundTruth(const LayerState& state) {
    groundTruth_ = state;
    update();
}

void ImageCanvas::setBare(bool bare) {
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

QPointF ImageCanvas::widgetToImage(const QPointF& position) const {
    return (position - QRectF(rect()).center()) / zoom_ + center_;
}

QPointF ImageCanvas::imageToWidget(const QPointF& point) const {
    return QRectF(rect()).center() + (point - center_) * zoom_;
}

void ImageCanvas::rebuildHeat() {
    heatImage_ = {};
    if (!picture_ || !picture_->map || !scale_) return;
    heatImage_ = heatImage(*picture_->map, *scale_);
}

void ImageCanvas::rebuildSegments() {
    segmentImage_ = {};
    if (!picture_ || !picture_->segments) return;
    segmentImage_ = segmentImage(*picture_->segments, segmentColors_);
}

double ImageCanvas::fitZoom() const {
    if (!picture_ || picture_->image.isNull()) return 1;
    const QSizeF size = picture_->image.size();
    return std::min({(width() - 16) / size.width(), (height() - 16) / size.height(), kMaxZoom});
}

void ImageCanvas::fit() {
    fitted_ = true;
    if (picture_ && !picture_->image.isNull()) {
        zoom_ = std::max(1e-3, fitZoom());
        center_ = QRectF(picture_->image.rect()).center();
    }
    viewMoved();
}

/// Draws anew after zoom_ or center_ has changed.
void ImageCanvas::viewMoved() {
    update();
    Q_EMIT transformChanged();
}

void ImageCanvas::fitView() {
    fit();
    Q_EMIT viewChanged();
}

void ImageCanvas::setView(const CanvasView& view) {
    if (view.fitted) {
        fit();
        return;
    }
    zoom_ = view.zoom;
    center_ = view.center;
    fitted_ = false;
    keepInView();
    viewMoved();
}

void ImageCanvas::setMarker(std::optional<QPoint> pixel) {
    if (marker_ == pixel) return;
    marker_ = pixel;
    update();
}

std::optional<double> ImageCanvas::valueAt(QPoint pixel) const {
    if (!picture_ || !picture_->map || !picture_->image.rect().contains(pixel)) return std::nullopt;
    const cv::Mat& map = picture_->map->pixels();
    return map.at<float>(onGrid(QPointF(pixel) + QPointF(0.5, 0.5), picture_->image.size(), map));
}

QSize ImageCanvas::imageSize() const {
    return picture_ ? picture_->image.size() : QSize();
}

QTransform ImageCanvas::imageToWidget() const {
    const QPointF origin = imageToWidget({0, 0});
    return {zoom_, 0, 0, zoom_, origin.x(), origin.y()};
}

void ImageCanvas::zoomIn() {
    zoomAt(QRectF(rect()).center(), kStep);
}
void ImageCanvas::zoomOut() {
    zoomAt(QRectF(rect()).center(), 1 / kStep);
}
void ImageCanvas::actualPixels() {
    setZoom(1, QRectF(rect()).center());
}

void ImageCanvas::zoomAt(const QPointF& anchor, double factor) {
    setZoom(zoom_ * factor, anchor);
}

void ImageCanvas::setZoom(double zoom, const QPointF& anchor) {
    const double wanted = std::clamp(zoom, std::min(fitZoom(), 1.0) / 2, kMaxZoom);
    const QPointF offset = anchor - QRectF(rect()).center();
    // The image point under the anchor stays where it is.
    center_ += offset / zoom_ - offset / wanted;
    zoom_ = wanted;
    fitted_ = false;
    keepInView();
    viewMoved();
    Q_EMIT viewChanged();
}

void ImageCanvas::keepInView() {
    if (!picture_ || picture_->image.isNull()) return;
    const QRectF image = picture_->image.rect();
    center_.setX(std::clamp(center_.x(), image.left(), image.right()));
    center_.setY(std::clamp(center_.y(), image.top(), image.bottom()));
}

QRectF ImageCanvas::imageRect() const {
    const QSizeF size = QSizeF(picture_->image.size()) * zoom_;
    return QRectF(imageToWidget({0, 0}), size);
}

const QImage& ImageCanvas::level(double scale) const {
    if (levels_.empty()) levels_.push_back(picture_->image);
    std::size_t wanted = 0;
    while (scale < 0.5 && levels_[wanted].width() > 64 && levels_[wanted].height() > 64) {
        if (wanted + 1 == levels_.size()) {
            const QImage& last = levels_.back();
            levels_.push_back(last.scaled(last.width() / 2, last.height() / 2, Qt::IgnoreAspectRatio,
                                          Qt::SmoothTransformation));
        }
        ++wanted;
        scale *= 2;
    }
    return levels_[wanted];
}

void ImageCanvas::drawImage(QPainter& painter) const {
    const QImage& source = level(zoom_ * devicePixelRatioF());
    const QRectF target = imageRect();
    const QRectF seen = target.intersected(rect());
    const double sx = source.width() / target.width();
    const double sy = source.height() / target.height();
    const QRectF part((seen.left() - target.left()) * sx, (seen.top() - target.top()) * sy, seen.width() * sx,
                      seen.height() * sy);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom_ < kPixelZoom);
    painter.drawImage(seen, source, part);
}

void ImageCanvas::drawGroundTruth(QPainter& painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(imageRect().topLeft());
    painter.scale(zoom_, zoom_);
    painter.setOpacity(groundTruth_.opacity);
    QPen halo(Qt::black, 3);
    halo.setCosmetic(true);
    QPen line(kGroundTruthColor, 1.5);
    line.setCosmetic(true);
    for (const QPen& pen : {halo, line}) {
        painter.setPen(pen);
        for (const QPolygonF& polygon : groundTruthOutlines_)
            painter.drawPolygon(polygon);
    }
    painter.restore();
}

void ImageCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Dark));
    if (!picture_ || picture_->image.isNull()) {
        painter.setPen(palette().color(QPalette::BrightText));
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    drawImage(painter);
    if (bare_) return;
    const QRectF target = imageRect();
    if (segments_.shown && !segmentImage_.isNull()) {
        painter.setOpacity(segments_.opacity);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(target, segmentImage_);
    }
    if (heat_.shown && !heatImage_.isNull()) {
        painter.setOpacity(heat_.opacity);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
        painter.drawImage(target, heatImage_);
    }
    painter.setOpacity(1);
    if (groundTruth_.shown) drawGroundTruth(painter);
    if (overlay_ != nullptr) overlay_->paint(painter, event->rect());
    if (marker_) drawMarker(painter);
}

void ImageCanvas::drawMarker(QPainter& painter) const {
    const QPointF at = imageToWidget(QPointF(*marker_) + QPointF(0.5, 0.5));
    for (const QPen& pen : {QPen(Qt::black, 3), QPen(Qt::white, 1)}) {
        painter.setPen(pen);
        for (const QPointF& direction : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
            painter.drawLine(at + kMarkerGap * direction, at + kMarkerLength * direction);
    }
}

void ImageCanvas::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (fitted_)
        fitView();
    else
        viewMoved();
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
        center_ -= QPointF(event->pos() - dragFrom_) / zoom_;
        dragFrom_ = event->pos();
        fitted_ = false;
        keepInView();
        viewMoved();
        Q_EMIT viewChanged();
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
    if (!picture_ || picture_->image.isNull()) return;
    const QPointF pixel = widgetToImage(position);
    if (!QRectF(picture_->image.rect()).contains(pixel)) {
        Q_EMIT cursorMoved({-1, -1}, std::nullopt, -1);
        return;
    }
    const QPoint whole(static_cast<int>(pixel.x()), static_cast<int>(pixel.y()));
    int segment = -1;
    if (picture_->segments) {
        const cv::Mat& labels = picture_->segments->labels();
        segment = labels.at<uchar>(onGrid(pixel, picture_->image.size(), labels));
    }
    Q_EMIT cursorMoved(whole, valueAt(whole), segment);
}

}  // namespace segad::ui
