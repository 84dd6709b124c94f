// Draws the seen part of pictures, maps and masks into a buffer of the screen's pixels: what is not seen
// costs nothing, whatever the picture's size.
//
// Threads: any; rows are shared out among OpenCV's threads.
#pragma once

#include <QImage>
#include <QPoint>
#include <QRect>
#include <QSize>
#include <array>

#include <opencv2/core/mat.hpp>

namespace segad::ui {

/// Where an image lies on the screen, in the screen's own (device) pixels.
struct ViewGeometry {
    double scale = 1;  ///< device pixels per image pixel
    QPoint origin;     ///< of the image, in the view
    QSize size;        ///< of the view
    QSize picture;     ///< of the image, in its pixels

    bool operator==(const ViewGeometry&) const = default;
    QSizeF pictureOnScreen() const { return QSizeF(picture) * scale; }
    /// The device pixels whose centre lies in the image.
    QRect pictureRect() const;
};

/// 256 premultiplied colours.
using PixelTable = std::array<QRgb, 256>;

/// All of them take `area` within the view and set every pixel of it in `view` (whose size is geometry.size;
/// outside the image: transparent). `source` covers the whole image, whatever its own size.

/// CV_8UC3 RGB to Format_RGB32. Enlarged pixels are squares with sharp edges, even where a pixel is not a
/// whole number of device pixels; reduced ones are interpolated: take the level whose size is nearest.
void samplePicture(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source);

/// CV_32FC1 to Format_ARGB32_Premultiplied: values are interpolated, then looked up: `low` and below is the
/// first colour, `high` and above the last.
void sampleMap(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
               float low, float high, const PixelTable& colors);

/// CV_8UC1 to Format_ARGB32_Premultiplied: the colour of the nearest label.
void sampleLabels(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
                  const PixelTable& colors);

/// Over what is there: pixels within `width` device pixels of another label get their own label's colour;
/// those of transparent colour stay as they are.
void sampleLabelEdges(QImage& view, const QRect& area, const ViewGeometry& geometry, const cv::Mat& source,
                      const PixelTable& colors, int width);

}  // namespace segad::ui
