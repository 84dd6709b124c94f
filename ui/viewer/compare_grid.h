// One part as every detector sees it: its picture, and its heatmap by the newest run of each detector. All
// have one zoom, one position and one cursor; each map has its own fixed scale.
#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/figure.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/image_canvas.h"

class QGridLayout;

namespace segad::ui {

class ElidedLabel;
class ProjectSession;

class CompareGrid : public QWidget {
    Q_OBJECT

public:
    /// `loader` is the viewer's and outlives the grid. Nothing is read while the grid is hidden.
    CompareGrid(ProjectSession& session, PictureLoader& loader, QWidget* parent = nullptr);

    void setHeat(const LayerState& state);
    void setSegments(const LayerState& state);
    void setGroundTruth(const LayerState& state);
    void setSegmentColors(std::vector<QColor> colors);
    /// Up to which percentile of good pixels the heatmaps are transparent.
    void setPercentile(double percentile);
    /// Which value of a run's map the contour lines follow; none where it is absent.
    void setContourLevels(std::function<std::optional<double>(RunId)> levelOf);
    void setBare(bool bare);

    /// The canvas of the bare picture; the others follow its zoom and position.
    ImageCanvas& lead() { return *cells_.front().canvas; }
    /// The runs whose maps are shown, in the order of the grid.
    std::vector<RunId> runs() const;
    /// What the grid shows, for a paper.
    Figure figure() const;

Q_SIGNALS:
    /// As ImageCanvas::cursorMoved, without a value: each map has its own, which stands above it.
    void cursorMoved(QPoint pixel, int segment);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Cell {
        RunId run = 0;  ///< 0: the bare picture
        QWidget* box = nullptr;
        ImageCanvas* canvas = nullptr;
        ElidedLabel* caption = nullptr;
        ElidedLabel* value = nullptr;
        std::optional<HeatScale> scale;
    };

    std::vector<RunId> wantedRuns() const;
    void rebuild();
    void followRuns();
    Cell makeCell(RunId run);
    void applyLayers();
    void applyScales();
    void arrange();
    int bestColumns() const;
    void showPart();
    void take(const std::shared_ptr<const PartPicture>& picture);
    void writeCaption(const Cell& cell) const;
    void shareView(const ImageCanvas& from);
    void shareCursor(const ImageCanvas& from, QPoint pixel, int segment);

    ProjectSession& session_;
    PictureLoader& loader_;
    QGridLayout* grid_;
    std::vector<Cell> cells_;
    LayerState heat_;
    LayerState segments_;
    LayerState groundTruth_;
    std::vector<QColor> segmentColors_;
    std::function<std::optional<double>(RunId)> contourLevelOf_;
    double percentile_ = 95;
    int columns_ = 0;
};

}  // namespace segad::ui
