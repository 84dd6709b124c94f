// One cell of the compare grid: a canvas under a line that says what it is and what is under the cursor.
#pragma once

#include <QWidget>
#include <memory>
#include <optional>

#include "ui/session/picture_loader.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_layer.h"
#include "ui/viewer/segment_outline.h"

namespace segad::ui {

class ElidedLabel;

/// What a cell shows of which part.
struct CompareContent {
    enum class Kind {
        Picture,    ///< bare
        Map,        ///< by the detector run `run`
        Difference  ///< `run` minus another
    };
    Kind kind = Kind::Picture;
    PartId part = 0;
    RunId run = 0;

    bool operator==(const CompareContent&) const = default;
};

/// What lies over a cell's picture beside its layers: painted regions, and the segment that decided.
class CompareOverlay : public CanvasOverlay {
public:
    explicit CompareOverlay(const ImageCanvas& canvas) : canvas_(canvas), outline_(canvas) {}

    void setRegions(const cv::Mat& mask) {
        regions_ = mask;
        layer_.setMask(mask);
    }
    void setRegionState(const LayerState& state) { state_ = state; }
    SegmentOutline& outline() { return outline_; }
    int outlinedSegment() const { return outline_.segment(); }
    const cv::Mat& regions() const { return regions_; }
    void paint(QPainter& painter, const QRect& seen) override;

private:
    const ImageCanvas& canvas_;
    SegmentOutline outline_;
    RegionLayer layer_;
    cv::Mat regions_;
    LayerState state_;
};

class CompareCell : public QWidget {
    Q_OBJECT

public:
    explicit CompareCell(QWidget* parent = nullptr);
    ~CompareCell() override;

    ImageCanvas& canvas() const { return *canvas_; }
    const CompareContent& content() const { return content_; }
    /// The old picture goes when the part is another one.
    void setContent(const CompareContent& content);
    void setCaption(const QString& text, bool bold);
    QString caption() const;
    void setScale(const std::optional<HeatScale>& scale);
    const std::optional<HeatScale>& scale() const { return scale_; }
    /// Outlines a segment of the picture; below 0: none.
    void outlineSegment(int label);
    int outlinedSegment() const { return overlay_.outlinedSegment(); }
    /// The painted regions of the part, CV_8UC1; empty when it has none.
    void setRegions(const cv::Mat& mask);
    const cv::Mat& regions() const { return overlay_.regions(); }
    void setRegionState(const LayerState& state);

    /// Zoom and position of another canvas: by the pixel for pictures of one size, else by the share.
    void follow(const ImageCanvas& other);
    /// The cursor is at this pixel of another canvas, or of this one, or nowhere.
    void showCursor(const ImageCanvas& from, std::optional<QPoint> pixel);

private:
    QPoint counterpart(const ImageCanvas& from, QPoint pixel) const;
    QString valueText(double value) const;

    CompareContent content_;
    ImageCanvas* canvas_;
    ElidedLabel* caption_;
    ElidedLabel* value_;
    CompareOverlay overlay_;
    std::optional<HeatScale> scale_;
};

}  // namespace segad::ui
