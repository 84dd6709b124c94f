#include "ui/viewer/segment_outline.h"

#include <QPainter>

#include "ui/viewer/layer_images.h"
#include "ui/widgets/plot_style.h"

namespace segad::ui {

void SegmentOutline::setSegment(const SegmentMap* segments, int label) {
    outlines_.clear();
    if (segments == nullptr || label < 0) return;
    const cv::Mat& labels = segments->labels();
    QImage mask(labels.cols, labels.rows, QImage::Format_Grayscale8);
    for (int y = 0; y < labels.rows; ++y)
        for (int x = 0; x < labels.cols; ++x)
            mask.scanLine(y)[x] = labels.at<uchar>(y, x) == label ? 255 : 0;
    outlines_ = outlines(mask);
    const QTransform toShares = QTransform::fromScale(1.0 / labels.cols, 1.0 / labels.rows);
    for (QPolygonF& outline : outlines_)
        outline = toShares.map(outline);
}

void SegmentOutline::paint(QPainter& painter, const QRect&) {
    const QSizeF size = canvas_.imageSize();
    const QTransform onScreen = QTransform::fromScale(size.width(), size.height()) * canvas_.imageToWidget();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const QPen& pen : {QPen(Qt::black, 4), QPen(curveColor(1), 2)}) {
        painter.setPen(pen);
        for (const QPolygonF& outline : outlines_)
            painter.drawPolygon(onScreen.map(outline));
    }
    painter.restore();
}

}  // namespace segad::ui
