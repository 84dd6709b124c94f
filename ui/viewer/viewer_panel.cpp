#include "ui/viewer/viewer_panel.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

#include "ui/session/project_session.h"
#include "ui/session/region_book.h"
#include "ui/viewer/bare_key.h"
#include "ui/viewer/color_bar.h"
#include "ui/viewer/compare_grid.h"
#include "ui/viewer/figure_dialog.h"
#include "ui/viewer/figure_source.h"
#include "ui/viewer/heat_options.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/region_editor.h"
#include "ui/viewer/region_hint.h"
#include "ui/viewer/region_tool_bar.h"
#include "ui/viewer/viewer_footer.h"
#include "ui/viewer/viewer_layers.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kDetectorLetters = 10;
constexpr int kPrefetch = 2;
}  // namespace

ViewerPanel::ViewerPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      loader_(new PictureLoader(session, this)),
      canvas_(new ImageCanvas),
      editor_(new RegionEditor(session, *canvas_, this)),
      regionTools_(new RegionToolBar(*editor_, session_)),
      grid_(new CompareGrid(session, *loader_)),
      pages_(new QStackedWidget),
      colorBar_(new ColorBar),
      toolBar_(new QToolBar(tr("Viewer"))),
      detectors_(new QComboBox),
      footer_(new ViewerFooter),
      outline_(*canvas_),
      overlays_({&outline_, editor_}) {
    canvas_->setOverlay(&overlays_);
    buildToolBar();
    auto* single = new QWidget;
    auto* middle = new QHBoxLayout(single);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(regionTools_);
    middle->addWidget(canvas_, 1);
    middle->addWidget(colorBar_);
    pages_->addWidget(single);
    pages_->addWidget(grid_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolBar_);
    column->addWidget(pages_, 1);
    column->addWidget(footer_);

    buildRegionTools();
    connect(loader_, &PictureLoader::ready, this, &ViewerPanel::showPicture);
    connect(loader_, &PictureLoader::previewReady, this,
            [this](PartId part, const QImage& preview, QSize size) {
                if (part == session_.currentPart()) canvas_->setPreview(preview, size);
            });
    connect(canvas_, &ImageCanvas::cursorMoved, this, &ViewerPanel::describeCursor);
    connect(grid_, &CompareGrid::cursorMoved, this,
            [this](QPoint pixel, int segment) { describeCursor(pixel, std::nullopt, segment); });
    connect(&session_, &ProjectSession::currentPartChanged, this, &ViewerPanel::showCurrent);
    connect(&session_, &ProjectSession::shownRunChanged, this, [this] {
        reason_.run = 0;
        fillDetectors();
        showCurrent();
    });
    connect(&session_, &ProjectSession::dataChanged, this, [this] {
        if (reason_.run != 0 && session_.data().run(reason_.run) == nullptr) reason_ = {};
        fillDetectors();
        showCurrent();
    });
    connect(canvas_, &ImageCanvas::transformChanged, this, &ViewerPanel::showZoom);
    connect(grid_, &CompareGrid::cursorMoved, this, &ViewerPanel::showZoom);
    connect(colorBar_, &ColorBar::lowMoved, layers_, &ViewerLayers::setPercentile);
    connect(grid_, &CompareGrid::percentileMoved, layers_, &ViewerLayers::setPercentile);
    connect(colorBar_, &ColorBar::contourMoved, this,
            [this](double value) { layers_->heatOptions().setOwnLevel(mapRun(), value); });
    connect(new BareKey(*this), &BareKey::changed, this, [this](bool bare) {
        canvas_->setBare(bare);
        grid_->setBare(bare);
    });
    fillDetectors();
    applyLayers();
    showCurrent();
}

ViewerPanel::~ViewerPanel() {
    canvas_->setOverlay(nullptr);
}

QAction* ViewerPanel::addAction(const QString& iconName, const QString& text, const QKeySequence& key) {
    QAction* action = makeAction(this, iconName, text, text, key.toString(QKeySequence::PortableText));
    toolBar_->addAction(action);
    actions_.push_back(action);
    return action;
}

void ViewerPanel::buildToolBar() {
    toolBar_->setIconSize({18, 18});
    toolBar_->toggleViewAction()->setVisible(false);
    detectors_->setToolTip(tr("Detector whose heatmap is shown (D: next)"));
    detectors_->setAccessibleName(tr("Detector shown"));
    detectors_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    detectors_->setMinimumContentsLength(kDetectorLetters);
    toolBar_->addWidget(detectors_);
    connect(detectors_, &QComboBox::activated, this,
            [this](int index) { chooseDetector(detectors_->itemData(index).toLongLong()); });
    auto* next = makeAction(this, QStringLiteral("next"), tr("Next detector"),
                            tr("Show the heatmap of the next detector"), QStringLiteral("D"));
    connect(next, &QAction::triggered, this, &ViewerPanel::nextDetector);
    actions_.push_back(next);
    layers_ = new ViewerLayers(this, toolBar_);
    actions_ += layers_->switches();
    connect(layers_, &ViewerLayers::changed, this, &ViewerPanel::applyLayers);
    connect(layers_, &ViewerLayers::percentileChanged, this, &ViewerPanel::applyScale);
    connect(&layers_->heatOptions(), &HeatOptions::levelChanged, this, &ViewerPanel::applyContours);
    connect(&layers_->heatOptions(), &HeatOptions::colorsChanged, this, &ViewerPanel::applyScale);
    canvas_->setMinimapShown(layers_->overview()->isChecked());
    connect(layers_->overview(), &QAction::toggled, canvas_, &ImageCanvas::setMinimapShown);
    compare_ = addAction(QStringLiteral("compare"), tr("Compare grid"), Qt::Key_C);
    compare_->setCheckable(true);
    connect(compare_, &QAction::toggled, this, &ViewerPanel::setComparing);
    actions_ += layers_->options();
    auto* figure = addAction(QStringLiteral("export"), tr("Export figure …"), QStringLiteral("Ctrl+E"));
    figure->setToolTip(withKey(tr("Write what is shown as PNG, SVG or PDF for a paper"), figure->shortcut()));
    connect(figure, &QAction::triggered, this, &ViewerPanel::exportFigure);
    auto* spacer = new QWidget;
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    toolBar_->addWidget(spacer);
    const auto onActive = [this](void (ImageCanvas::*change)()) {
        return [this, change] { (active().*change)(); };
    };
    connect(addAction(QStringLiteral("zoom-out"), tr("Zoom out"), Qt::Key_Minus), &QAction::triggered, this,
            onActive(&ImageCanvas::zoomOut));
    connect(addAction(QStringLiteral("zoom-in"), tr("Zoom in"), Qt::Key_Plus), &QAction::triggered, this,
            onActive(&ImageCanvas::zoomIn));
    connect(addAction(QStringLiteral("actual-pixels"), tr("One to one"), Qt::Key_Equal), &QAction::triggered,
            this, onActive(&ImageCanvas::actualPixels));
    connect(addAction(QStringLiteral("fit-view"), tr("Fit to window"), Qt::Key_F), &QAction::triggered, this,
            onActive(&ImageCanvas::fitView));
}

void ViewerPanel::buildRegionTools() {
    new RegionHint(session_, *editor_, *canvas_);
    connect(editor_, &RegionEditor::statusChanged, footer_, &ViewerFooter::setPainted);
    // What is painted has to be seen.
    connect(regionTools_, &RegionToolBar::toolTaken, this, [this] { compare_->setChecked(false); });
    editor_->showPart();
}

QList<QAction*> ViewerPanel::regionActions() const {
    return regionTools_->menuActions();
}

void ViewerPanel::setComparing(bool on) {
    if (on) editor_->setTool(RegionTool::None);
    pages_->setCurrentIndex(on ? 1 : 0);
    footer_->clearSpot();
}

Figure ViewerPanel::figure() const {
    if (pages_->currentIndex() == 1) return grid_->figure();
    const PartId part = session_.currentPart();
    const RunId run = mapRun();
    Figure figure{.title = figureFileName(session_, part),
                  .caption = figureCaption(session_, {&part, 1}, {&run, 1}),
                  .segmentColors = segmentColors(),
                  .seen = seenShare(*canvas_)};
    figure.heat = layers_->heat();
    figure.segments = layers_->segments();
    figure.regions = layers_->regions();
    figure.groundTruth = layers_->groundTruth();
    figure.panels.push_back(panelByDetector(session_, part, run, loader_->get(part, run)));
    figure.panels.back().scale = scale_;
    if (const RegionMask* mask = session_.regionBook().has(part) ? session_.regionBook().mask(part) : nullptr)
        figure.panels.back().regions = mask->pixels().clone();  // it is written on another thread
    figure.panels.back().outlinedSegment = outline_.segment();
    addOutlineWords(figure.caption, session_, outline_.segment());
    if (const auto level = layers_->heatOptions().level(session_.data(), run))
        figure.panels.back().contourLevel = level->value;
    return figure;
}

void ViewerPanel::exportFigure() {
    if (session_.currentRecord() == nullptr) return;
    Figure shown = figure();
    const QString name = shown.title;
    auto* dialog = new FigureDialog(std::move(shown), name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ImageCanvas& ViewerPanel::active() {
    return pages_->currentIndex() == 1 ? grid_->lead() : *canvas_;
}

void ViewerPanel::setSegmentsAlone(bool on) {
    layers_->setSegmentsAlone(on);
    offerTools();
}

void ViewerPanel::setPaintSurface(PaintSurface* surface) {
    editor_->setSurface(surface);
    offerTools();
    applyLayers();
}

void ViewerPanel::takeBrush() {
    compare_->setChecked(false);
    if (editor_->tool() == RegionTool::None) editor_->setTool(RegionTool::Brush);
}

void ViewerPanel::offerTools() {
    regionTools_->setPaintsRegions(editor_->paintsRegions());
    regionTools_->setAvailable(!layers_->areSegmentsAlone() || !editor_->paintsRegions());
}

void ViewerPanel::fillDetectors() {
    const QSignalBlocker blocked(detectors_);
    detectors_->clear();
    for (const RunRecord* run : session_.data().scoredRuns(RunKind::Train)) {
        detectors_->addItem(tr("%1 · %2").arg(detectorTitle(run->subject)).arg(run->id),
                            QVariant::fromValue<qlonglong>(run->id));
    }
    const bool any = detectors_->count() > 0;
    if (!any) detectors_->addItem(tr("no detector yet"));
    detectors_->setEnabled(any);
    detectors_->setCurrentIndex(std::max(0, detectors_->findData(QVariant::fromValue<qlonglong>(mapRun()))));
    applyScale();
    grid_->setSegmentColors(segmentColors());
    canvas_->setSegmentColors(segmentColors());
}

std::vector<QColor> ViewerPanel::segmentColors() const {
    std::vector<QColor> colors;
    for (const SegmentRecord& segment : session_.data().segments)
        colors.emplace_back(QString::fromStdString(segment.color));
    return colors;
}

void ViewerPanel::nextDetector() {
    if (!detectors_->isEnabled()) return;
    const int next = (detectors_->currentIndex() + 1) % detectors_->count();
    chooseDetector(detectors_->itemData(next).toLongLong());
}

void ViewerPanel::chooseDetector(RunId run) {
    if (run != session_.shownRun()) {
        session_.setShownRun(run);
        return;
    }
    // It was covered by the one that decided.
    reason_.run = 0;
    fillDetectors();
    showCurrent();
}

RunId ViewerPanel::mapRun() const {
    return reason_.run != 0 ? reason_.run : session_.shownRun();
}

void ViewerPanel::showReason(PartId part, int segment, RunId run) {
    const RunId before = mapRun();
    reason_ = {.part = part, .segment = segment, .run = run};
    if (mapRun() != before) {
        fillDetectors();
        showCurrent();
    }
    outlineReason();
}

/// What is painted meanwhile, or looked at by itself, is not outlined.
void ViewerPanel::outlineReason() {
    const auto& picture = canvas_->picture();
    const bool wanted =
        picture && picture->part == reason_.part && editor_->paintsRegions() && !layers_->areSegmentsAlone();
    outline_.setSegment(wanted ? picture->segments : nullptr, wanted ? reason_.segment : -1);
    canvas_->update();
}

void ViewerPanel::applyScale() {
    scale_ = HeatScale::ofRun(session_.data(), mapRun(), layers_->percentile());
    canvas_->setHeatScale(scale_);
    editor_->setHeatScale(scale_);
    grid_->setPercentile(layers_->percentile());
    colorBar_->setScale(scale_);
    colorBar_->setSource(detectors_->currentText());
    applyContours();
    colorBar_->setVisible(scale_.has_value() && layers_->heat().shown);
}

void ViewerPanel::applyContours() {
    const auto level = layers_->heatOptions().level(session_.data(), mapRun());
    colorBar_->setContour(level);
    canvas_->setContourLevel(level ? std::optional(level->value) : std::nullopt);
    grid_->setContourLevels([this](RunId run) -> std::optional<double> {
        const auto own = layers_->heatOptions().level(session_.data(), run);
        return own ? std::optional(own->value) : std::nullopt;
    });
}

void ViewerPanel::showZoom() {
    footer_->setZoom(active().imageSize().isEmpty() ? std::nullopt : std::optional(active().pixelZoom()));
}

void ViewerPanel::applyLayers() {
    canvas_->setHeat(layers_->heat());
    // Segments that are being painted are drawn by what they are painted on.
    const bool regions = editor_->paintsRegions();
    canvas_->setSegments(regions ? layers_->segments() : LayerState{.shown = false});
    editor_->setLayer(regions ? layers_->regions() : layers_->segments());
    canvas_->setGroundTruth(layers_->groundTruth());
    grid_->setHeat(layers_->heat());
    grid_->setSegments(layers_->segments());
    grid_->setRegions(layers_->regions());
    grid_->setGroundTruth(layers_->groundTruth());
    colorBar_->setVisible(scale_.has_value() && layers_->heat().shown);
    outlineReason();
}

void ViewerPanel::showCurrent() {
    const PartRecord* part = session_.currentRecord();
    if (part == nullptr) {
        canvas_->setPicture(nullptr);
        canvas_->setNotice({});
        canvas_->setMessage(tr("Import images to begin: drop a folder here."));
        footer_->setTitle({});
        return;
    }
    if (const auto picture = loader_->get(part->id, mapRun())) showPicture(picture);
}

void ViewerPanel::showPicture(const std::shared_ptr<const PartPicture>& picture) {
    const PartRecord* part = session_.currentRecord();
    if (part == nullptr || picture->part != part->id || picture->run != mapRun()) return;
    canvas_->setPicture(picture);
    outlineReason();
    QString title = QString::fromStdString(part->path);
    title += tr("  ·  %1 × %2 px").arg(picture->image.width()).arg(picture->image.height());
    footer_->setTitle(title);
    if (!picture->error.isEmpty() && !picture->image.isNull())
        canvas_->setNotice(picture->error);
    else if (mapRun() != 0 && !picture->map)
        canvas_->setNotice(tr("No map from this detector: score the part"));
    else
        canvas_->setNotice({});
    colorBar_->setCursorValue(std::nullopt);
    prefetchNeighbours();
}

/// In the gallery's order; where the part is not shown there, its first ones are as likely as any.
void ViewerPanel::prefetchNeighbours() {
    const PartView& shown = session_.view();
    const auto rows = static_cast<int>(shown.rows().size());
    const int row = shown.rowOf(session_.currentPart());
    for (int step = 1; step <= kPrefetch && row + step < rows; ++step)
        loader_->prefetch(shown.part(row + step).id, mapRun());
    if (row > 0) loader_->prefetch(shown.part(row - 1).id, mapRun());
}

void ViewerPanel::describeCursor(QPoint pixel, std::optional<double> value, int segment) {
    if (!editor_->paintsRegions()) {
        // What is seen are not the maps in force, and the heatmap is not what one looks at.
        value.reset();
        segment = -1;
    }
    colorBar_->setCursorValue(value);
    if (pixel.x() < 0) {
        footer_->clearSpot();
        return;
    }
    const auto& segments = session_.data().segments;
    const bool known = segment >= 0 && static_cast<std::size_t>(segment) < segments.size();
    footer_->setSpot(
        {.pixel = pixel,
         .segment =
             known ? QString::fromStdString(segments[static_cast<std::size_t>(segment)].name) : QString(),
         .value = value},
        scale_);
}

}  // namespace segad::ui
