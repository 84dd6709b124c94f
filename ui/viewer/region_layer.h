// The painted regions of one part as they lie over its picture: a translucent fill with a crisp outline that
// is as wide at any zoom, light inside and dark outside, so that it is seen on any
// picture and with any colour vision. However small a region is on the screen, it does not vanish.
#pragma once

#include <QColor>
#include <QRect>
#include <vector>

#include <opencv2/core/mat.hpp>

class QPainter;
class QTransform;

namespace segad::ui {

class RegionLayer {
public:
    static const QColor kColor;

    /// A CV_8UC1 mask at the image's size, 0 or 255. Its memory is shared: after each change of the mask
    /// refresh() must be told where. An empty one: nothing is drawn.
    void setMask(const cv::Mat& mask);
    void refresh(const cv::Rect& area);
    bool isEmpty() const { return levels_.empty(); }

    /// Draws the part of it that lies in `seen`. `imageToWidget` scales and moves, nothing else; `opacity`
    /// (0 … 1) is that of the fill.
    void paint(QPainter& painter, const QRect& seen, const QTransform& imageToWidget, double opacity) const;

    /// What has to be repainted when pixels of `area` have changed.
    static QRect onScreen(const cv::Rect& area, const QTransform& imageToWidget);

private:
    /// Each half the size of the one before; a pixel is set when one of its four is.
    std::vector<cv::Mat> levels_;
};

}  // namespace segad::ui
