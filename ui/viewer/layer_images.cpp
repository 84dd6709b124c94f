#include "ui/viewer/layer_images.h"

#include <opencv2/imgproc.hpp>

#include "core/image/heat_colors.h"

namespace segad::ui {

QImage heatImage(const AnomalyMap& map, const HeatScale& scale) {
    const cv::Mat rgba =
        colourize(map.pixels(), static_cast<float>(scale.low), static_cast<float>(scale.high), scale.colors);
    return QImage(rgba.data, rgba.cols, rgba.rows, static_cast<qsizetype>(rgba.step), QImage::Format_RGBA8888)
        .copy();
}

QImage segmentImage(const SegmentMap& segments, const std::vector<QColor>& colors) {
    const cv::Mat& labels = segments.labels();
    QImage image(labels.cols, labels.rows, QImage::Format_RGBA8888);
    for (int y = 0; y < labels.rows; ++y) {
        const uchar* from = labels.ptr(y);
        uchar* to = image.scanLine(y);
        for (int x = 0; x < labels.cols; ++x, to += 4) {
            const std::size_t label = from[x];
            const QColor color = label < colors.size() ? colors[label] : QColor(Qt::gray);
            to[0] = static_cast<uchar>(color.red());
            to[1] = static_cast<uchar>(color.green());
            to[2] = static_cast<uchar>(color.blue());
            to[3] = label == 0 ? 0 : 255;  // the background stays as it is
        }
    }
    return image;
}

QColor groundTruthColor() {
    return {0x56, 0xB4, 0xE9};  // Okabe and Ito's sky blue
}

std::vector<QPolygonF> outlines(const QImage& mask) {
    if (mask.isNull()) return {};
    const cv::Mat view(mask.height(), mask.width(), CV_8UC1, const_cast<uchar*>(mask.constBits()),
                       static_cast<std::size_t>(mask.bytesPerLine()));
    std::vector<std::vector<cv::Point>> contours;
    cv::findContours(view.clone(), contours, cv::RETR_LIST, cv::CHAIN_APPROX_SIMPLE);
    std::vector<QPolygonF> polygons;
    for (const auto& contour : contours) {
        QPolygonF polygon;
        for (const cv::Point& point : contour)
            polygon << QPointF(point.x + 0.5, point.y + 0.5);
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

}  // namespace segad::ui
