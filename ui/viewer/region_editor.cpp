#include "ui/viewer/region_editor.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "core/image/region_shapes.h"
#include "ui/session/project_session.h"
#include "ui/session/region_book.h"
#include "ui/viewer/region_guides.h"

namespace segad::ui {

namespace {
constexpr double kBrushStep = 1.2;
constexpr int kToleranceStep = 2;
constexpr int kLevelStep = 5;
constexpr int kWheelUnits = 120;
/// On the screen: a click this near to the first corner closes the polygon.
constexpr double kClosing = 9;
/// On the screen, between the corners of a polygon drawn by dragging, and how many of them make one.
constexpr double kLassoStep = 5;
constexpr int kLassoCorners = 8;
/// At this zoom the pixels that a small brush would paint are shown.
constexpr double kFootprintZoom = 6;
constexpr double kFootprintBrush = 24;
constexpr int kFrame = 6;

cv::Point2d toPoint(const QPointF& point) {
    return {point.x(), point.y()};
}

cv::Rect boxOf(const QPointF& a, const QPointF& b, const QSize& image) {
    return pixelRect(toPoint(a), toPoint(b), {image.width(), image.height()});
}
}  // namespace

RegionEditor::RegionEditor(ProjectSession& session, ImageCanvas& canvas, QObject* parent)
    : QObject(parent), session_(session), canvas_(canvas), book_(session.regionBook()) {
    canvas_.installEventFilter(this);
    canvas_.setOverlay(this);
    connect(&canvas_, &ImageCanvas::transformChanged, this, [this] { guides_ = guideRegion(); });
    connect(&book_, &RegionBook::changed, this, &RegionEditor::onMaskChanged);
    connect(&session_, &ProjectSession::currentPartChanged, this, &RegionEditor::showPart);
    connect(&session_, &ProjectSession::dataChanged, this, &RegionEditor::showPart);
    connect(&session_, &ProjectSession::labelsChanged, this, &RegionEditor::tell);
}

RegionEditor::~RegionEditor() {
    endGesture();
    canvas_.setOverlay(nullptr);
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
    settings_.store();
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

RegionMask* RegionEditor::mask() {
    RegionMask* const painted = canPaint() ? book_.mask(part_) : nullptr;
    if (painted != nullptr && layer_.isEmpty()) layer_.setMask(painted->pixels());
    return painted;
}

void RegionEditor::showPart() {
    if (part_ != session_.currentPart()) {
        endGesture();
        endSearch();
        strokeEnd_.reset();
        part_ = session_.currentPart();
    }
    // Most parts have no regions and need no mask until somebody paints.
    RegionMask* const painted = book_.has(part_) ? book_.mask(part_) : nullptr;
    layer_.setMask(painted != nullptr ? painted->pixels() : cv::Mat());
    canvas_.update();
    tell();
}

void RegionEditor::onMaskChanged(PartId part, const QRect& area) {
    if (part != part_) return;
    gesture_ = Gesture::None;  // what was not a step yet is gone from the mask
    if (area.isNull() || layer_.isEmpty()) {
        showPart();
        return;
    }
    const cv::Rect changed(area.x(), area.y(), area.width(), area.height());
    layer_.refresh(changed);
    canvas_.update(RegionLayer::onScreen(changed, canvas_.imageToWidget()));
    tell();
}

void RegionEditor::paintSpans(std::span<const Span> spans, bool on) {
    RegionMask* const painted = mask();
    if (painted == nullptr) return;
    const cv::Rect changed = painted->paint(spans, on);
    layer_.refresh(changed);
    canvas_.update(RegionLayer::onScreen(changed, canvas_.imageToWidget()));
}

void RegionEditor::commit(const QString& text) {
    book_.commit(part_, text, settings_.marksBad);
    tell();
}

void RegionEditor::tell() {
    const auto& data = session_.data();
    const auto regions = data.regions.find(part_);
    const PartRecord* part = session_.currentRecord();
    const bool any = part != nullptr && regions != data.regions.end();
    Q_EMIT goodPartPainted(any && part->label == Label::Good);
    if (!any) {
        Q_EMIT statusChanged({});
        return;
    }
    const QLocale locale;
    const RegionRecord& record = regions->second;
    Q_EMIT statusChanged(tr("%n region(s), %1 px (%2 %)", nullptr, record.count)
                             .arg(locale.toString(static_cast<qlonglong>(record.pixels)),
                                  locale.toString(100 * record.areaShare, 'f', 2)));
}

void RegionEditor::endGesture() {
    if (std::exchange(gesture_, Gesture::None) == Gesture::Stroke) {
        strokeEnd_ = from_;
        commit(erases_ ? tr("Erase region") : tr("Paint region"));
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
            if (RegionMask* const painted = mask()) {
                const cv::Rect changed = painted->revert();
                layer_.refresh(changed);
                canvas_.update(RegionLayer::onScreen(changed, canvas_.imageToWidget()));
            }
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
    if ((!paints && event.button() != Qt::RightButton) || mask() == nullptr) return false;
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
    commit(erases_ ? tr("Erase polygon") : tr("Polygon"));
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
    const cv::Rect box = boxOf(from_, to_, canvas_.imageSize());
    if (tool_ == RegionTool::GrabCut) {
        cutOut(box);
        return;
    }
    const bool round = tool_ == RegionTool::Ellipse;
    paintSpans(round ? ellipseSpans(box) : rectangleSpans(box), !erases_);
    if (erases_)
        commit(round ? tr("Erase ellipse") : tr("Erase rectangle"));
    else
        commit(round ? tr("Ellipse") : tr("Rectangle"));
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

QRegion RegionEditor::guideRegion() const {
    if (tool_ == RegionTool::None) return {};
    const double radius = settings_.diameter / 2 * canvas_.zoom();
    if (usesBrush()) return cursor_ ? QRegion(brushRect(*cursor_, radius)) : QRegion();
    if (gesture_ == Gesture::Box) {
        const QRect box = canvas_.imageToWidget()
                              .mapRect(QRectF(from_, to_).normalized().adjusted(-1, -1, 1, 1))
                              .toAlignedRect();
        const QRect outer = box.adjusted(-kFrame, -kFrame, kFrame, kFrame);
        if (tool_ == RegionTool::Ellipse) return outer;
        const int inset = kFrame + static_cast<int>(std::ceil(2 * canvas_.zoom()));
        return QRegion(outer) - QRegion(box.adjusted(inset, inset, -inset, -inset));
    }
    if (corners_.isEmpty()) return {};
    const QPolygonF points = canvas_.imageToWidget().map(corners_ + QPolygonF{to_});
    return points.boundingRect().toAlignedRect().adjusted(-kFrame, -kFrame, kFrame, kFrame);
}

void RegionEditor::updateGuides() {
    canvas_.update(guides_);
    guides_ = guideRegion();
    canvas_.update(guides_);
}

void RegionEditor::drawGuides(QPainter& painter) const {
    const QTransform toWidget = canvas_.imageToWidget();
    const double zoom = canvas_.zoom();
    if (usesBrush() && cursor_) {
        if (zoom >= kFootprintZoom && settings_.diameter <= kFootprintBrush) {
            QColor faint = erases_ && gesture_ == Gesture::Stroke ? QColor(Qt::white) : RegionLayer::kColor;
            faint.setAlphaF(0.3F);
            const QSize size = canvas_.imageSize();
            const cv::Point2d at = toPoint(canvas_.widgetToImage(*cursor_));
            for (const Span& span : brushSpans(at, at, settings_.diameter, {size.width(), size.height()}))
                painter.fillRect(toWidget.mapRect(QRectF(span.begin, span.y, span.end - span.begin, 1)),
                                 faint);
        }
        const bool erases = gesture_ == Gesture::Stroke ? erases_ : tool_ == RegionTool::Eraser;
        drawBrush(painter, *cursor_, settings_.diameter / 2 * zoom, erases);
    }
    if (gesture_ == Gesture::Box) {
        const cv::Rect box = boxOf(from_, to_, canvas_.imageSize());
        const QRectF onWidget = toWidget.mapRect(QRectF(box.x, box.y, box.width, box.height));
        if (tool_ == RegionTool::Ellipse)
            drawEllipse(painter, onWidget, erases_);
        else
            drawShape(painter, QPolygonF(onWidget), true, erases_, false);
    }
    if (!corners_.isEmpty()) drawShape(painter, toWidget.map(corners_ + QPolygonF{to_}), true, erases_, true);
}

void RegionEditor::paint(QPainter& painter, const QRect& seen) {
    if (!canvas_.picture() || canvas_.picture()->part != part_) return;
    if (layerState_.shown || tool_ != RegionTool::None)
        layer_.paint(painter, seen, canvas_.imageToWidget(), layerState_.opacity);
    if (tool_ != RegionTool::None) drawGuides(painter);
}

}  // namespace segad::ui
