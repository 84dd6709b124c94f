// Outlines one segment of a part over a canvas: the one that decided.
#pragma once

#include <QPolygonF>
#include <vector>

#include "core/image/segment_map.h"
#include "ui/viewer/image_canvas.h"

namespace segad::ui {

class SegmentOutline : public CanvasOverlay {
public:
    /// `canvas` outlives the outline or takes it off before.
    explicit SegmentOutline(const ImageCanvas& canvas) : canvas_(canvas) {}

    /// A label below 0: nothing is outlined.
    void setSegment(const SegmentMap* segments, int label);
    void paint(QPainter& painter, const QRect& seen) override;

private:
    const ImageCanvas& canvas_;
    std::vector<QPolygonF> outlines_;  ///< in shares of the picture
};

}  // namespace segad::ui
