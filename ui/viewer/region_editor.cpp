#include "ui/viewer/region_editor.h"

#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "core/image/region_shapes.h"
#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
constexpr double kBrushStep = 1.2;
/// Width of a first stroke on a segment, and its share of the picture.
constexpr double kFinestStroke = 3;
constexpr double kStrokes = 50;
constexpr int kToleranceStep = 2;
constexpr int kLevelStep = 5;
constexpr int kWheelUnits = 120;
/// On the screen: a click this near to the first corner closes the polygon.
constexpr double kClosing = 9;
/// On the screen, between the corners of a polygon drawn by dragging, and how many of them make one.
constexpr double kLassoStep = 5;
constexpr int kLassoCorners = 8;

cv::Point2d toPoint(const QPointF& point) {
    return {point.x(), point.y()};
}

}  // namespace

RegionEditor::RegionEditor(ProjectSession& session, ImageCanvas& canvas, QObject* parent)
    : QObject(parent), session_(session), canvas_(canvas), regions_(session, this) {
    setSurface(nullptr);
    canvas_.installEventFilter(this);
    canvas_.setOverlay(this);
    connect(&canvas_, &ImageCanvas::transformChanged, this, [this] { guides_ = guideRegion(); });
    connect(&session_, &ProjectSession::currentPartChanged, this, &RegionEditor::showPart);
    connect(&session_, &ProjectSession::dataChanged, this, &RegionEditor::showPart);
}

RegionEditor::~RegionEditor() {
    endGesture();
    canvas_.setOverlay(nullptr);
}

void RegionEditor::setSurface(PaintSurface* surface) {
    PaintSurface* const wanted = surface != nullptr ? surface : &regions_;
    if (wanted == surface_) return;
    if (surface_ != nullptr) {
        setTool(RegionTool::None);
        disconnect(surface_, nullptr, this, nullptr);
    }
    surface_ = wanted;
    connect(surface_, &PaintSurface::changed, this, &RegionEditor::onSurfaceChanged);
    connect(surface_, &PaintSurface::lookChanged, this, [this] { canvas_.update(); });
    connect(surface_, &PaintSurface::statusChanged, this, &RegionEditor::statusChanged);
    loadSettings();
    if (part_ != 0) surface_->showPart(part_);
    canvas_.update();
}

QString RegionEditor::settingsName() const {
    return paintsRegions() ? QStringLiteral("regions") : QStringLiteral("segments");
}

void RegionEditor::loadSettings() {
    RegionSettings first;
    // Strokes say what is what: they must fit into the segments, whatever the size of the picture.
    const int side = std::min(canvas_.imageSize().width(), canvas_.imageSize().height());
    if (!paintsRegions() && side > 0) first.diameter = std::max(kFinestStroke, std::round(side / kStrokes));
    settings_ = RegionSettings::stored(settingsName(), first);
    regions_.setMarksBad(settings_.marksBad);
    Q_EMIT settingsChanged();
}

void RegionEditor::setTool(RegionTool tool) {
    if (tool == tool_) return;
    endGesture();
    endSearch();
    tool_ = tool;
    updatePointer();
    canvas_.update();  // regions are always seen while a tool is in hand
    guides_ = guideRegion();
    Q_EMIT toolChanged();
}

void RegionEditor::setSettings(const RegionSettings& settings) {
    settings_ = settings.clamped();
    settings_.store(settingsName());
    regions_.setMarksBad(settings_.marksBad);
    updateGuides();
    Q_EMIT settingsChanged();
}

void RegionEditor::step(int direction) {
    RegionSettings changed = settings_;
    if (usesBrush()) {
        const double wanted = std::round(changed.diameter * std::pow(kBrushStep, direction));
        changed.diameter = wanted == changed.diameter ? wanted + direction : wanted;
    } else if (tool_ == RegionTool::Similar) {
        changed.tolerance += direction * kToleranceStep;
    } else if (tool_ == RegionTool::Heat) {
        changed.level += direction * kLevelStep;
    }
    setSettings(changed);
}

void RegionEditor::setLayer(const LayerState& state) {
    layerState_ = state;
    canvas_.update();
}

bool RegionEditor::canPaint() const {
    const auto& picture = canvas_.picture();
    const PartRecord* part = session_.currentRecord();
    return picture && part != nullptr && part->id == part_ && picture->part == part_ &&
           canvas_.imageSize() == QSize(part->width, part->height);
}

bool RegionEditor::isOpen() {
    return canPaint() && surface_->open(canvas_.imageSize());
}

void RegionEditor::showPart() {
    if (part_ != session_.currentPart()) {
        endGesture();
        endSearch();
        strokeEnd_.reset();
        part_ = session_.currentPart();
    }
    surface_->showPart(part_);
    canvas_.update();
}

void RegionEditor::onSurfaceChanged(const QRect& area) {
    gesture_ = Gesture::None;  // what was not a step yet is gone
    if (area.isNull())
        canvas_.update();
    else
        redraw({area.x(), area.y(), area.width(), area.height()});
}

void RegionEditor::redraw(const cv::Rect& area) {
    canvas_.update(surface_->onScreen(area, canvas_.imageToWidget()));
}

void RegionEditor::paintSpans(std::span<const Span> spans, bool on) {
    if (isOpen()) redraw(surface_->paint(spans, on));
}

void RegionEditor::endGesture() {
    if (std::exchange(gesture_, Gesture::None) == Gesture::Stroke) {
        strokeEnd_ = from_;
        surface_->commit(surface_->strokeName(erases_));
    }
    if (!corners_.isEmpty()) {
        corners_.clear();
        Q_EMIT activityChanged();
    }
    updateGuides();
}

void RegionEditor::cancel() {
    if (isDrawing()) {
        if (gesture_ == Gesture::Stroke) {
            gesture_ = Gesture::None;
            redraw(surface_->revert());
        }
        endGesture();
    } else if (searching_) {
        endSearch();
    } else {
        setTool(RegionTool::None);
    }
}

bool RegionEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove) updatePointer();
    // Space shows the bare image: then the canvas is for looking and moving only.
    if (tool_ == RegionTool::None || (canvas_.isBare() && gesture_ == Gesture::None))
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
            return press(*static_cast<QMouseEvent*>(event));
        case QEvent::MouseMove:
            move(*static_cast<QMouseEvent*>(event));
            return false;  // the canvas says what is under the cursor, and pans
        case QEvent::MouseButtonRelease:
            return release(*static_cast<QMouseEvent*>(event));
        case QEvent::Wheel:
            return turnWheel(*static_cast<QWheelEvent*>(event));
        case QEvent::ContextMenu:
            return true;  // the right button erases
        case QEvent::Leave:
            moveCursor(std::nullopt);
            return false;
        default:
            return QObject::eventFilter(watched, event);
    }
}

bool RegionEditor::press(const QMouseEvent& event) {
    if (gesture_ != Gesture::None) return true;
    const bool paints = event.button() == Qt::LeftButton;
    if ((!paints && event.button() != Qt::RightButton) || !isOpen()) return false;
    if (corners_.isEmpty()) {
        erases_ = !paints || tool_ == RegionTool::Eraser || event.modifiers().testFlag(Qt::AltModifier);
    }
    button_ = event.button();
    const QPointF at = canvas_.widgetToImage(event.position());
    to_ = at;
    cursor_ = event.position();
    switch (tool_) {
        case RegionTool::Brush:
        case RegionTool::Eraser:
            pressBrush(at, event.modifiers().testFlag(Qt::ShiftModifier));
            break;
        case RegionTool::Polygon:
            pressCorner(event, at);
            break;
        case RegionTool::Rectangle:
        case RegionTool::Ellipse:
        case RegionTool::GrabCut:
            gesture_ = Gesture::Box;
            from_ = at;
            break;
        case RegionTool::Similar:
        case RegionTool::Heat:
            select(at);
            break;
        case RegionTool::None:
            return false;
    }
    updateGuides();
    return true;
}

void RegionEditor::pressBrush(const QPointF& at, bool straight) {
    gesture_ = Gesture::Stroke;
    from_ = straight && strokeEnd_ ? *strokeEnd_ : at;
    addSegment(at);
}

void RegionEditor::addSegment(const QPointF& to) {
    const QSize size = canvas_.imageSize();
    paintSpans(brushSpans(toPoint(from_), toPoint(to), settings_.diameter, {size.width(), size.height()}),
               !erases_);
    from_ = to;
}

void RegionEditor::pressCorner(const QMouseEvent& event, const QPointF& at) {
    const bool enough = corners_.size() >= 3;
    const bool atFirst =
        enough && QLineF(canvas_.imageToWidget(corners_.front()), event.position()).length() <= kClosing;
    // The first click of a double click has set the last corner.
    if (atFirst || (enough && event.type() == QEvent::MouseButtonDblClick)) {
        finishPolygon();
        return;
    }
    gesture_ = Gesture::Lasso;
    lassoFrom_ = corners_.size();
    corners_ << at;
    Q_EMIT activityChanged();
}

void RegionEditor::finishPolygon() {
    gesture_ = Gesture::None;
    if (corners_.size() < 3) return;
    std::vector<cv::Point2d> corners;
    std::ranges::transform(corners_, std::back_inserter(corners), toPoint);
    const QSize size = canvas_.imageSize();
    corners_.clear();
    paintSpans(polygonSpans(corners, {size.width(), size.height()}), !erases_);
    surface_->commit(erases_ ? tr("Erase polygon") : tr("Polygon"));
    updateGuides();
    Q_EMIT activityChanged();
}

void RegionEditor::removeCorner() {
    if (corners_.isEmpty()) return;
    corners_.removeLast();
    canvas_.update(guides_);
    updateGuides();
    Q_EMIT activityChanged();
}

void RegionEditor::move(const QMouseEvent& event) {
    // A release that went elsewhere, to a menu for example.
    if (gesture_ != Gesture::None && !event.buttons().testFlag(button_)) endDrag();
    to_ = canvas_.widgetToImage(event.position());
    if (gesture_ == Gesture::Stroke) addSegment(to_);
    if (gesture_ == Gesture::Lasso &&
        QLineF(canvas_.imageToWidget(corners_.back()), event.position()).length() >= kLassoStep)
        corners_ << to_;
    moveCursor(event.position());
}

bool RegionEditor::release(const QMouseEvent& event) {
    if (gesture_ == Gesture::None || event.button() != button_) return false;
    endDrag();
    return true;
}

void RegionEditor::endDrag() {
    switch (gesture_) {
        case Gesture::Stroke:
            endGesture();
            break;
        case Gesture::Box:
            finishBox();
            break;
        case Gesture::Lasso:
            gesture_ = Gesture::None;
            if (corners_.size() - lassoFrom_ > kLassoCorners) finishPolygon();
            break;
        case Gesture::None:
            break;
    }
    updateGuides();
}

void RegionEditor::finishBox() {
    gesture_ = Gesture::None;
    const cv::Rect box = drawnBox();
    if (tool_ == RegionTool::GrabCut) {
        cutOut(box);
        return;
    }
    const bool round = tool_ == RegionTool::Ellipse;
    paintSpans(round ? ellipseSpans(box) : rectangleSpans(box), !erases_);
    if (erases_)
        surface_->commit(round ? tr("Erase ellipse") : tr("Erase rectangle"));
    else
        surface_->commit(round ? tr("Ellipse") : tr("Rectangle"));
}

bool RegionEditor::turnWheel(const QWheelEvent& event) {
    if (!event.modifiers().testFlag(Qt::ControlModifier)) return false;
    wheel_ += event.angleDelta().y();
    for (; std::abs(wheel_) >= kWheelUnits; wheel_ -= wheel_ > 0 ? kWheelUnits : -kWheelUnits)
        step(wheel_ > 0 ? 1 : -1);
    return true;
}

void RegionEditor::updatePointer() {
    const bool hide = usesBrush() && canPaint() && !canvas_.isBare();
    if (std::exchange(hidesPointer_, hide) != hide)
        canvas_.setRestingCursor(hide ? Qt::BlankCursor : Qt::CrossCursor);
}

void RegionEditor::moveCursor(const std::optional<QPointF>& position) {
    cursor_ = position;
    updateGuides();
}

void RegionEditor::paint(QPainter& painter, const QRect& seen) {
    if (!canvas_.picture() || canvas_.picture()->part != part_) return;
    if (layerState_.shown || tool_ != RegionTool::None)
        surface_->draw(painter, seen, canvas_.imageToWidget(), layerState_.opacity);
    if (tool_ != RegionTool::None) drawGuides(painter);
}

}  // namespace segad::ui
