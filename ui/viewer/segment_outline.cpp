#include "ui/viewer/segment_outline.h"

#include <QPainter>

#include "ui/viewer/layer_images.h"
#include "ui/widgets/plot_style.h"

namespace segad::ui {

std::vector<QPolygonF> segmentOutlines(const SegmentMap& segments, int label) {
    const cv::Mat mask = segments.labels() == label;
    const QImage image(mask.data, mask.cols, mask.rows, static_cast<qsizetype>(mask.step),
                       QImage::Format_Grayscale8);
    std::vector<QPolygonF> found = outlines(image);
    const QTransform toShares = QTransform::fromScale(1.0 / mask.cols, 1.0 / mask.rows);
    for (QPolygonF& outline : found)
        outline = toShares.map(outline);
    return found;
}

QColor SegmentOutline::color() {
    return curveColor(1);
}

void SegmentOutline::setSegment(const std::shared_ptr<const SegmentMap>& segments, int label) {
    if (segments == segments_ && label == label_) return;
    segments_ = segments;
    label_ = label;
    outlines_.clear();
    if (segments && label >= 0) outlines_ = segmentOutlines(*segments, label);
}

void SegmentOutline::paint(QPainter& painter, const QRect&) {
    const QSizeF size = canvas_.imageSize();
    const QTransform onScreen = QTransform::fromScale(size.width(), size.height()) * canvas_.imageToWidget();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(Qt::black, 4), QPen(color(), 2)}) {
        painter.setPen(pen);
        for (const QPolygonF& outline : outlines_)
            painter.drawPolygon(onScreen.map(outline));
    }
    painter.restore();
}

}  // namespace segad::ui
