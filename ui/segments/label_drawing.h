// Draws label images over a canvas: fills, edges, and hatching where a map is in doubt.
#pragma once

#include <QRect>
#include <QSize>

#include <opencv2/core/mat.hpp>

#include "ui/viewer/view_sampling.h"

class QPainter;
class QTransform;

namespace segad::ui {

/// What is seen of a picture on a canvas.
struct SeenPicture {
    QRect seen;                  ///< of the canvas
    const QTransform& toWidget;  ///< scales and moves, nothing else
    QSize picture;               ///< in its pixels
};

/// CV_8UC1 of any size over the whole picture: each label in its colour of `fills`, its border in that of
/// `edges`.
void drawLabels(QPainter& painter, const SeenPicture& view, const cv::Mat& labels, const PixelTable& fills,
                const PixelTable& edges);

/// Hatches where `doubt` (CV_32FC1, 0 … 1, over the whole picture) is at least `least`.
void drawDoubt(QPainter& painter, const SeenPicture& view, const cv::Mat& doubt, double least);

}  // namespace segad::ui
