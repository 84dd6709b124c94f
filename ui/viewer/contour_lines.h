// Lines along which a map has one value.
//
// Threads: any.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QSize>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace segad::ui {

struct ContourLine {
    QPolygonF
        points;  ///< in image points; closed when the first is the last, else it ends at the image's edge
    QRectF bounds;
};

/// Marching squares on a CV_32FC1 map that covers an image of `picture` pixels: values are those of the
/// pixels' centres, between them it is interpolated, and where the four values of a square allow two answers
/// their mean decides. Larger values lie on the right of each line as it runs (y downwards).
std::vector<ContourLine> contourLines(const cv::Mat& map, float level, QSize picture);

/// What of them lies in or near `seen`, after moving and enlarging image points by `scale` and `origin`: runs
/// of at least two points, no more of them than can be told apart.
std::vector<QPolygonF> visiblePieces(const std::vector<ContourLine>& lines, double scale,
                                     const QPointF& origin, const QRectF& seen);

}  // namespace segad::ui
