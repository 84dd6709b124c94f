// Paints on the picture of the current part: turns mouse and keys on a canvas into shapes on a surface, the
// part's defect regions unless another one is given. Each shape is a step of undo.
//
// Left paints, right (or Alt) erases; middle drag, the wheel and everything while Space is held stay the
// canvas's. Without a tool the canvas is as it is. Nothing is painted where the surface does not fit the
// picture.
//
// Life:    one per canvas, gone before it; what it paints belongs to the surface's book.
// Threads: GUI thread; selections are searched for on another one and dropped when they come too late.
#pragma once

#include <QObject>
#include <QPointF>
#include <QPolygonF>
#include <QRegion>
#include <QString>
#include <functional>
#include <optional>

#include "core/image/tile_painting.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_settings.h"
#include "ui/viewer/region_surface.h"

class QMouseEvent;
class QWheelEvent;

namespace segad::ui {

class ProjectSession;

enum class RegionTool { None, Brush, Eraser, Polygon, Rectangle, Ellipse, Similar, Heat, GrabCut };

/// What is done with the mask as a whole.
enum class RegionTidy { FillHoles, RemoveSpecks, Grow, Shrink, Clear };

class RegionEditor : public QObject, public CanvasOverlay {
    Q_OBJECT

public:
    RegionEditor(ProjectSession& session, ImageCanvas& canvas, QObject* parent = nullptr);
    ~RegionEditor() override;

    /// Shows and tells what is painted on the session's current part: once everything is connected, and by
    /// itself from then on.
    void showPart();

    /// What is painted on; null: the part's regions. Ends what is being drawn, and puts the tool away.
    void setSurface(PaintSurface* surface);
    /// The part's regions, whatever is painted on now.
    RegionSurface& regions() { return regions_; }
    bool paintsRegions() const { return surface_ == &regions_; }

    RegionTool tool() const { return tool_; }
    /// Ends what is being drawn.
    void setTool(RegionTool tool);
    const RegionSettings& settings() const { return settings_; }
    void setSettings(const RegionSettings& settings);
    /// One step of the tool's size, tolerance or level up (1) or down (−1).
    void step(int direction);

    void setLayer(const LayerState& state);
    /// The shown run's scale, where the heatmap begins.
    void setHeatScale(const std::optional<HeatScale>& scale) { heatScale_ = scale; }

    void tidy(RegionTidy what);
    bool isDrawing() const { return gesture_ != Gesture::None || hasCorners(); }
    /// A polygon was begun.
    bool hasCorners() const { return !corners_.isEmpty(); }
    /// A selection is being searched for.
    bool isSearching() const { return searching_; }
    /// Closes the polygon that is being drawn.
    void finishPolygon();
    void removeCorner();
    /// Drops what is being drawn or searched for; when there is nothing, leaves the tool.
    void cancel();

    void paint(QPainter& painter, const QRect& seen) override;

Q_SIGNALS:
    void toolChanged();
    void settingsChanged();
    /// A polygon was begun, ended or dropped; a search began or ended.
    void activityChanged();
    /// How much is painted, for the status line; empty when nothing is.
    void statusChanged(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Gesture { None, Stroke, Box, Lasso };

    bool press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool turnWheel(const QWheelEvent& event);
    void pressBrush(const QPointF& at, bool straight);
    void pressCorner(const QMouseEvent& event, const QPointF& at);
    void addSegment(const QPointF& to);
    void endDrag();
    void endGesture();
    void finishBox();
    /// The image pixels of the box that is being drawn.
    cv::Rect drawnBox() const;

    /// Looks for pixels on another thread, then paints or erases them as one step.
    void search(const QString& text, bool on, std::function<Spans()> look);
    void endSearch();
    void select(const QPointF& at);
    void selectHeat(cv::Point seed);
    void cutOut(const cv::Rect& box);

    /// Whether the picture on the canvas is the current part's, of the size that is known.
    bool canPaint() const;
    /// Whether the surface can be painted on now.
    bool isOpen();
    void onSurfaceChanged(const QRect& area);
    void redraw(const cv::Rect& area);
    void loadSettings();
    QString settingsName() const;
    void paintSpans(std::span<const Span> spans, bool on);

    void updatePointer();
    void moveCursor(const std::optional<QPointF>& position);
    QRegion guideRegion() const;
    void updateGuides();
    void drawGuides(QPainter& painter) const;
    bool usesBrush() const { return tool_ == RegionTool::Brush || tool_ == RegionTool::Eraser; }

    ProjectSession& session_;
    ImageCanvas& canvas_;
    RegionSurface regions_;
    PaintSurface* surface_ = nullptr;
    LayerState layerState_{true, 0.35};
    std::optional<HeatScale> heatScale_;
    RegionTool tool_ = RegionTool::None;
    RegionSettings settings_;
    PartId part_ = 0;  ///< that the surface shows

    Gesture gesture_ = Gesture::None;
    Qt::MouseButton button_ = Qt::NoButton;  ///< that began the gesture
    bool erases_ = false;
    QPointF from_;                      ///< image point: last of a stroke, first of a box
    QPointF to_;                        ///< image point under the cursor
    std::optional<QPointF> strokeEnd_;  ///< of the last stroke: where a straight line begins
    QPolygonF corners_;                 ///< image points of the polygon
    qsizetype lassoFrom_ = 0;           ///< corner at which the button was pressed
    std::optional<QPointF> cursor_;     ///< on the canvas
    bool hidesPointer_ = false;         ///< the ring stands for it
    QRegion guides_;                    ///< what the guides cover, to be repainted when they move
    int wheel_ = 0;                     ///< turned by less than a step
    bool searching_ = false;
    quint64 searchGeneration_ = 0;
};

}  // namespace segad::ui
