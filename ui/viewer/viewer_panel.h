// The viewer: canvas, layer switches, colour bar, and the line that says what is under the cursor.
#pragma once

#include <QWidget>
#include <memory>

#include "ui/session/picture_loader.h"
#include "ui/viewer/figure.h"
#include "ui/viewer/heat_scale.h"

class QAction;
class QComboBox;
class QLabel;
class QMenu;
class QSlider;
class QStackedWidget;
class QToolBar;

namespace segad::ui {

class ColorBar;
class CompareGrid;
class ElidedLabel;
class HeatOptions;
class ImageCanvas;
class ProjectSession;
class RegionEditor;
class RegionToolBar;

class ViewerPanel : public QWidget {
    Q_OBJECT

public:
    explicit ViewerPanel(ProjectSession& session, QWidget* parent = nullptr);

    /// The actions with shortcuts, for the View menu.
    QList<QAction*> viewActions() const;
    /// Tools and steps of painting regions, for the Regions menu.
    QList<QAction*> regionActions() const;
    ImageCanvas& canvas() { return *canvas_; }

    CompareGrid& grid() { return *grid_; }

    /// What is shown now, for a paper.
    Figure figure() const;

    /// The segments by themselves, as long as it is on; afterwards the layers are as they were before.
    void setSegmentsAlone(bool on);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Layer {
        QAction* action = nullptr;
        QSlider* opacity = nullptr;
    };

    void buildToolBar();
    void buildRegionTools();
    Layer addLayer(const QString& iconName, const QString& text, const QKeySequence& key, bool shown,
                   int opacity);
    /// Into the menu that all layers share; what is set is kept between sessions under `key`.
    QSlider* addSlider(const QString& key, const QString& text, const QString& tip, int value);
    void buildHeatOptions();
    QAction* addAction(const QString& iconName, const QString& text, const QKeySequence& key);
    static LayerState stateOf(const Layer& layer);
    std::vector<QColor> segmentColors() const;
    void fillDetectors();
    void nextDetector();
    void setComparing(bool on);
    void exportFigure();
    /// Whose zoom the keys change.
    ImageCanvas& active();
    void showCurrent();
    void showPicture(const std::shared_ptr<const PartPicture>& picture);
    void applyScale();
    void applyContours();
    void showZoom();
    void setBare(bool bare);
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
    QSlider* percentile_;
    QMenu* layerMenu_;
    QAction* contours_ = nullptr;
    HeatOptions* heatOptions_ = nullptr;
    ElidedLabel* title_;
    ElidedLabel* painted_;
    QAction* compare_ = nullptr;
    QLabel* zoomText_;
    ElidedLabel* readout_;
    Layer heat_;
    Layer segments_;
    Layer regions_;
    Layer groundTruth_;
    std::optional<std::vector<bool>> layersBefore_;  ///< while the segments are shown alone
    std::optional<HeatScale> scale_;
    QList<QAction*> actions_;
};

}  // namespace segad::ui
