#include "ui/segments/label_drawing.h"

#include <QPainter>
#include <QTransform>
#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>

namespace segad::ui {

namespace {
/// Distance of the hatching's lines and their width, in pixels of the screen at 100 %.
constexpr double kHatchStep = 7;
constexpr double kHatchLine = 1.2;

/// The seen part of a canvas in the screen's pixels.
struct Buffer {
    double density;
    QRect device;
    ViewGeometry geometry;
    QImage image;

    Buffer(const QPainter& painter, const SeenPicture& view)
        : density(painter.device()->devicePixelRatioF()) {
        const QRectF wanted(view.seen.x() * density, view.seen.y() * density, view.seen.width() * density,
                            view.seen.height() * density);
        device = wanted.toAlignedRect();
        // As the canvas does: the picture begins on a whole pixel of the screen.
        const QPoint origin(static_cast<int>(std::lround(view.toWidget.dx() * density)),
                            static_cast<int>(std::lround(view.toWidget.dy() * density)));
        geometry = {.scale = view.toWidget.m11() * density,
                    .origin = origin - device.topLeft(),
                    .size = device.size(),
                    .picture = view.picture};
        image = QImage(device.size(), QImage::Format_ARGB32_Premultiplied);
    }

    void draw(QPainter& painter) const {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(QRectF(device.x() / density, device.y() / density, device.width() / density,
                                 device.height() / density),
                          image, QRectF(image.rect()));
        painter.restore();
    }
};
}  // namespace

void drawLabels(QPainter& painter, const SeenPicture& view, const cv::Mat& labels, const PixelTable& fills,
                const PixelTable& edges) {
    if (labels.empty() || view.seen.isEmpty() || view.picture.isEmpty()) return;
    Buffer buffer(painter, view);
    const int width = std::max(1, static_cast<int>(std::lround(buffer.density)));
    sampleLabels(buffer.image, buffer.image.rect(), buffer.geometry, labels, fills);
    sampleLabelEdges(buffer.image, buffer.image.rect(), buffer.geometry, labels, edges, width);
    buffer.draw(painter);
}

void drawDoubt(QPainter& painter, const SeenPicture& view, const cv::Mat& doubt, double least) {
    if (doubt.empty() || view.seen.isEmpty() || view.picture.isEmpty()) return;
    Buffer buffer(painter, view);
    const cv::Mat doubted = doubt >= least;
    PixelTable table{};
    table[255] = qRgba(255, 255, 255, 255);
    sampleLabels(buffer.image, buffer.image.rect(), buffer.geometry, doubted, table);
    const int step = static_cast<int>(std::lround(kHatchStep * buffer.density));
    const int line = static_cast<int>(std::lround(kHatchLine * buffer.density));
    for (int y = 0; y < buffer.image.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(buffer.image.scanLine(y));
        for (int x = 0; x < buffer.image.width(); ++x) {
            if (row[x] == 0) continue;
            // Light beside dark, so that it is seen on any picture; in place on the canvas, not on what of it
            // is drawn.
            const int at = (x + y + buffer.device.x() + buffer.device.y()) % step;
            row[x] = at < line ? qRgba(190, 190, 190, 190) : at < 2 * line ? qRgba(0, 0, 0, 90) : 0;
        }
    }
    buffer.draw(painter);
}

}  // namespace segad::ui
