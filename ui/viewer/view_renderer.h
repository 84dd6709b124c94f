// Draws a part's picture with what lies over it: segments, ground truth, heatmap, contour lines. Only what is
// seen is drawn, and only what has changed since the last time: a layer keeps what it drew, so that another
// opacity is a matter of laying buffers over each other.
//
// Threads: GUI thread.
#pragma once

#include <QColor>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/contour_lines.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/view_buffer.h"

class QPainter;

namespace segad::ui {

/// One layer's switch and the strength (0…1) of what it fills; its outlines are always drawn in full.
struct LayerState {
    bool shown = true;
    double opacity = 0.6;

    bool operator==(const LayerState&) const = default;
};

class ViewRenderer {
public:
    /// Null: nothing. What the new picture shares with the old one isn't drawn again.
    void setPicture(std::shared_ptr<const PartPicture> picture);
    void setHeatScale(const std::optional<HeatScale>& scale);
    void setSegmentColors(std::vector<QColor> colors);
    void setHeat(const LayerState& state) { heat_ = state; }
    void setSegments(const LayerState& state);
    void setGroundTruth(const LayerState& state);
    void setContours(std::vector<ContourLine> lines);
    void setContoursShown(bool shown);

    const std::vector<QColor>& segmentColors() const { return segmentColors_; }

    /// Draws `seen` (of the widget) at `ratio` device pixels per unit of the painter; `bare`: the picture
    /// only. Outside the image nothing is changed.
    void paint(QPainter& painter, const QRect& seen, const ViewGeometry& geometry, double ratio, bool bare);

    /// The picture at the size nearest to `wanted`, for overviews; null without one.
    QImage overview(QSize wanted) const;

private:
    void layOver(QPainter& painter, const QImage& layer, const QRect& seen, const ViewGeometry& geometry,
                 double ratio) const;
    void paintFills(QPainter& painter, const QRect& seen, const ViewGeometry& geometry, double ratio);
    void drawPicture(QImage& view, const QRect& area, const ViewGeometry& geometry) const;
    void drawHeat(QImage& view, const QRect& area, const ViewGeometry& geometry) const;
    void drawFill(QImage& view, const QRect& area, const ViewGeometry& geometry) const;
    void drawTruth(QImage& view, const QRect& area, const ViewGeometry& geometry) const;
    void drawLines(QImage& view, const QRect& area, const ViewGeometry& geometry, int width) const;
    void drawContours(QImage& view, const QRect& area, const ViewGeometry& geometry, int width) const;
    bool showsSegments() const { return segments_.shown && picture_->segments; }
    bool showsTruth() const { return groundTruth_.shown && !truthLevels_.empty(); }
    bool showsContours() const { return contoursShown_ && !contours_.empty(); }
    PixelTable segmentTable(double opacity) const;

    std::shared_ptr<const PartPicture> picture_;
    std::vector<cv::Mat> levels_;
    std::vector<cv::Mat> mapLevels_;
    std::vector<cv::Mat> truthLevels_;
    std::optional<HeatScale> scale_;
    PixelTable heatTable_{};
    std::vector<QColor> segmentColors_;
    std::vector<ContourLine> contours_;
    LayerState heat_{true, 0.6};
    LayerState segments_{false, 0.4};
    LayerState groundTruth_{true, 0.0};
    bool contoursShown_ = true;

    ViewBuffer pictureBuffer_{QImage::Format_RGB32};
    ViewBuffer segmentBuffer_{QImage::Format_ARGB32_Premultiplied};
    ViewBuffer truthBuffer_{QImage::Format_ARGB32_Premultiplied};
    ViewBuffer heatBuffer_{QImage::Format_ARGB32_Premultiplied};
    ViewBuffer lineBuffer_{QImage::Format_ARGB32_Premultiplied};
};

}  // namespace segad::ui
