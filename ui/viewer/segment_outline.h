// Outlines one segment of a part over a canvas: the one that decided.
#pragma once

#include <QColor>
#include <QPolygonF>
#include <memory>
#include <vector>

#include "core/image/segment_map.h"
#include "ui/viewer/image_canvas.h"

namespace segad::ui {

/// Closed outlines of a segment in shares of the picture; none for a label that is nowhere.
std::vector<QPolygonF> segmentOutlines(const SegmentMap& segments, int label);

class SegmentOutline : public CanvasOverlay {
public:
    /// `canvas` outlives the outline or takes it off before.
    explicit SegmentOutline(const ImageCanvas& canvas) : canvas_(canvas) {}

    static QColor color();

    /// A label below 0: nothing is outlined. What is outlined already is not looked for again.
    void setSegment(const std::shared_ptr<const SegmentMap>& segments, int label);
    /// Below 0: none.
    int segment() const { return outlines_.empty() ? -1 : label_; }
    void paint(QPainter& painter, const QRect& seen) override;

private:
    const ImageCanvas& canvas_;
    std::shared_ptr<const SegmentMap> segments_;
    int label_ = -1;
    std::vector<QPolygonF> outlines_;  ///< in shares of the picture
};

}  // namespace segad::ui
