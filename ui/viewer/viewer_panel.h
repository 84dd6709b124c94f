// The viewer: canvas, layer switches, colour bar, and the line that says what is under the cursor.
#pragma once

#include <QWidget>
#include <memory>

#include "ui/session/picture_loader.h"
#include "ui/viewer/figure.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/overlay_stack.h"
#include "ui/viewer/segment_outline.h"

class QAction;
class QComboBox;
class QStackedWidget;
class QToolBar;

namespace segad::ui {

class ColorBar;
class CompareGrid;
class ImageCanvas;
class PaintSurface;
class ProjectSession;
class RegionEditor;
class RegionToolBar;
class ViewerFooter;
class ViewerLayers;

class ViewerPanel : public QWidget {
    Q_OBJECT

public:
    explicit ViewerPanel(ProjectSession& session, QWidget* parent = nullptr);
    ~ViewerPanel() override;

    /// The actions with shortcuts, for the View menu.
    QList<QAction*> viewActions() const { return actions_; }
    /// Tools and steps of painting regions, for the Regions menu.
    QList<QAction*> regionActions() const;
    ImageCanvas& canvas() { return *canvas_; }

    CompareGrid& grid() { return *grid_; }

    /// Outlines the segment of the part that decided (below 0: none) and shows the map of the detector that
    /// did (0: of the one that is chosen). Choosing a detector takes the map back; another part keeps it
    /// until its own reason is known.
    void showReason(PartId part, int segment, RunId run);
    /// The run whose map is shown; 0 when nothing was trained.
    RunId mapRun() const;

    /// What is shown now, for a paper.
    Figure figure() const;

    /// The segments by themselves, as long as it is on; afterwards the layers are as they were before.
    void setSegmentsAlone(bool on);

    /// What the tools paint on instead of the part's regions; null: the regions again. It must be taken off
    /// before it goes.
    void setPaintSurface(PaintSurface* surface);
    /// Takes the brush in hand unless another tool is.
    void takeBrush();

private:
    struct Deciding {
        PartId part = 0;
        int segment = -1;
        RunId run = 0;
    };
    void buildToolBar();
    void buildRegionTools();
    QAction* addAction(const QString& iconName, const QString& text, const QKeySequence& key);
    std::vector<QColor> segmentColors() const;
    void fillDetectors();
    void nextDetector();
    void chooseDetector(RunId run);
    void outlineReason();
    void setComparing(bool on);
    void offerTools();
    void exportFigure();
    /// Whose zoom the keys change.
    ImageCanvas& active();
    void showCurrent();
    void showPicture(const std::shared_ptr<const PartPicture>& picture);
    void applyScale();
    void applyContours();
    void showZoom();
    void applyLayers();
    void prefetchNeighbours();
    void describeCursor(QPoint pixel, std::optional<double> value, int segment);

    ProjectSession& session_;
    PictureLoader* loader_;
    ImageCanvas* canvas_;
    RegionEditor* editor_;
    RegionToolBar* regionTools_;
    CompareGrid* grid_;
    QStackedWidget* pages_;
    ColorBar* colorBar_;
    QToolBar* toolBar_;
    QComboBox* detectors_;
    ViewerLayers* layers_ = nullptr;
    ViewerFooter* footer_;
    QAction* compare_ = nullptr;
    std::optional<HeatScale> scale_;
    QList<QAction*> actions_;
    SegmentOutline outline_;
    OverlayStack overlays_;
    Deciding reason_;
};

}  // namespace segad::ui
