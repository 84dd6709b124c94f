// Several views beside each other with one zoom, one position and one cursor: one part as every detector sees
// it and why the forest judges it so; several parts by one detector; or two detectors and their difference.
#pragma once

#include <QThreadPool>
#include <QWidget>
#include <functional>
#include <memory>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/compare_cell.h"
#include "ui/viewer/compare_header.h"
#include "ui/viewer/figure.h"

namespace segad::ui {

class ColorBar;
class CompareArea;
class DifferenceMaker;
class DisagreementList;
class ProjectSession;
class ReasonsCell;

class CompareGrid : public QWidget {
    Q_OBJECT

public:
    /// `loader` is the viewer's and outlives the grid. Nothing is read while the grid is hidden.
    CompareGrid(ProjectSession& session, PictureLoader& loader, QWidget* parent = nullptr);
    ~CompareGrid() override;

    void setHeat(const LayerState& state);
    void setSegments(const LayerState& state);
    void setRegions(const LayerState& state);
    void setGroundTruth(const LayerState& state);
    void setSegmentColors(std::vector<QColor> colors);
    /// Up to which percentile of good pixels the heatmaps are transparent.
    void setPercentile(double percentile);
    /// Which value of a run's map the contour lines follow; none where it is absent.
    void setContourLevels(std::function<std::optional<double>(RunId)> levelOf);
    void setBare(bool bare);

    /// The first canvas; the others follow its zoom and position.
    ImageCanvas& lead() { return cells_.front()->canvas(); }
    /// The runs whose maps are shown, in the order of the grid.
    std::vector<RunId> runs() const;
    CompareHeader& header() { return *header_; }
    /// Made anew when what is compared changes.
    const std::vector<CompareCell*>& cells() const { return cells_; }
    /// What the grid shows, for a paper.
    Figure figure() const;

Q_SIGNALS:
    /// As ImageCanvas::cursorMoved, without a value: each map has its own, which stands above it.
    void cursorMoved(QPoint pixel, int segment);
    /// The user wants the heatmaps to be transparent up to this percentile.
    void percentileMoved(double percentile);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    bool wantsReasons() const;
    void refill();
    void followProject();
    void followSelection();
    CompareCell* makeCell();
    void applyLayers();
    void applyScales();
    void applyContours();
    void placeBoxes();
    void load();
    void take(const std::shared_ptr<const PartPicture>& picture);
    void loadRegions(PartId part);
    void makeDifference();
    void takeDifference(const std::shared_ptr<const PartPicture>& picture);
    void show(CompareCell& cell, const std::shared_ptr<const PartPicture>& picture);
    void outlineDeciding();
    void shareView(const ImageCanvas& from);
    void shareCursor(const ImageCanvas& from, QPoint pixel, int segment);

    ProjectSession& session_;
    PictureLoader& loader_;
    CompareHeader* header_;
    CompareArea* area_;
    ColorBar* colorBar_;
    DisagreementList* disputed_;
    QWidget* reasonsBox_;
    ReasonsCell* reasons_;
    DifferenceMaker* difference_;
    std::vector<CompareCell*> cells_;
    LayerState heat_;
    LayerState segments_;
    LayerState regions_;
    LayerState groundTruth_;
    std::vector<QColor> segmentColors_;
    std::function<std::optional<double>(RunId)> contourLevelOf_;
    double percentile_ = 95;
    QThreadPool reading_;  ///< of regions
};

}  // namespace segad::ui
