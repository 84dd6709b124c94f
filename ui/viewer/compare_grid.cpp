#include "ui/viewer/compare_grid.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/viewer/color_bar.h"
#include "ui/viewer/compare_area.h"
#include "ui/viewer/compare_contents.h"
#include "ui/viewer/difference_maker.h"
#include "ui/viewer/disagreement_list.h"
#include "ui/viewer/figure_source.h"
#include "ui/viewer/reasons_cell.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

using Kind = CompareContent::Kind;

CompareGrid::CompareGrid(ProjectSession& session, PictureLoader& loader, QWidget* parent)
    : QWidget(parent),
      session_(session),
      loader_(loader),
      header_(new CompareHeader(session)),
      area_(new CompareArea),
      colorBar_(new ColorBar),
      disputed_(new DisagreementList(session)),
      reasonsBox_(new QWidget(area_)),
      reasons_(new ReasonsCell(session)),
      difference_(new DifferenceMaker(this)) {
    auto* reasons = new QVBoxLayout(reasonsBox_);
    reasons->setContentsMargins(0, 0, 0, 0);
    reasons->setSpacing(0);
    auto* title = heading(tr("Why this score"));
    title->setContentsMargins(6, 2, 6, 2);
    reasons->addWidget(title);
    reasons->addWidget(reasons_, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(area_, 1);
    middle->addWidget(colorBar_);
    middle->addWidget(disputed_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    column->addLayout(middle, 1);
    connect(&loader_, &PictureLoader::ready, this, &CompareGrid::take);
    connect(difference_, &DifferenceMaker::made, this, &CompareGrid::takeDifference);
    connect(reasons_, &ReasonsCell::explained, this, &CompareGrid::outlineDeciding);
    connect(colorBar_, &ColorBar::lowMoved, this, &CompareGrid::percentileMoved);
    connect(header_, &CompareHeader::changed, this, &CompareGrid::refill);
    connect(&session_, &ProjectSession::currentPartChanged, this, &CompareGrid::refill);
    connect(&session_, &ProjectSession::shownRunChanged, this, &CompareGrid::refill);
    connect(&session_, &ProjectSession::dataChanged, this, &CompareGrid::followProject);
    connect(&session_.view(), &PartView::selectionChanged, this, &CompareGrid::followSelection);
    connect(&session_.view(), &PartView::arranged, this, &CompareGrid::followSelection);
    connect(&session_, &ProjectSession::regionsChanged, this, &CompareGrid::loadRegions);
    reading_.setMaxThreadCount(1);
    followProject();
}

CompareGrid::~CompareGrid() {
    reading_.clear();
    reading_.waitForDone();
}

void CompareGrid::followSelection() {
    if (isVisible() && header_->mode() == CompareMode::Parts) refill();
}

std::vector<RunId> CompareGrid::runs() const {
    std::vector<RunId> runs;
    for (const CompareCell* cell : cells_) {
        const CompareContent& content = cell->content();
        if (content.kind == Kind::Map && content.run != 0 && !std::ranges::count(runs, content.run))
            runs.push_back(content.run);
    }
    return runs;
}

bool CompareGrid::wantsReasons() const {
    return header_->mode() == CompareMode::Detectors && !session_.data().scoredRuns(RunKind::Fit).empty();
}

CompareCell* CompareGrid::makeCell() {
    auto* cell = new CompareCell(area_);
    ImageCanvas* canvas = &cell->canvas();
    connect(canvas, &ImageCanvas::viewChanged, this, [this, canvas] { shareView(*canvas); });
    connect(canvas, &ImageCanvas::cursorMoved, this,
            [this, canvas](QPoint pixel, std::optional<double>, int segment) {
                shareCursor(*canvas, pixel, segment);
            });
    return cell;
}

void CompareGrid::followProject() {
    header_->setRuns(comparedRuns(session_));
    if (isVisible()) disputed_->refresh();
    refill();
}

/// Gives each cell its content; cells that stay keep what they show until the new pictures are there.
void CompareGrid::refill() {
    const std::vector<CompareContent> wanted = compareContents(session_, *header_);
    while (cells_.size() > wanted.size()) {
        delete cells_.back();
        cells_.pop_back();
    }
    while (cells_.size() < wanted.size())
        cells_.push_back(makeCell());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        cells_[i]->setContent(wanted[i]);
        cells_[i]->show();
    }
    const bool oneScale = header_->mode() != CompareMode::Detectors;
    colorBar_->setVisible(oneScale && heat_.shown);
    // The ends of a difference stand where they are.
    colorBar_->setAttribute(Qt::WA_TransparentForMouseEvents, header_->mode() == CompareMode::Difference);
    disputed_->setVisible(header_->mode() == CompareMode::Difference);
    reasonsBox_->setVisible(wantsReasons());
    std::vector<QWidget*> boxes(cells_.begin(), cells_.end());
    if (wantsReasons()) boxes.push_back(reasonsBox_);
    area_->setBoxes(std::move(boxes));
    applyLayers();
    applyScales();
    applyContours();
    placeBoxes();
    load();
}

void CompareGrid::setHeat(const LayerState& state) {
    heat_ = state;
    colorBar_->setVisible(header_->mode() != CompareMode::Detectors && heat_.shown);
    applyLayers();
}

void CompareGrid::setSegments(const LayerState& state) {
    segments_ = state;
    applyLayers();
}

void CompareGrid::setRegions(const LayerState& state) {
    regions_ = state;
    applyLayers();
}

void CompareGrid::setGroundTruth(const LayerState& state) {
    groundTruth_ = state;
    applyLayers();
}

void CompareGrid::setSegmentColors(std::vector<QColor> colors) {
    segmentColors_ = std::move(colors);
    applyLayers();
}

void CompareGrid::setPercentile(double percentile) {
    percentile_ = percentile;
    applyScales();
    if (isVisible()) makeDifference();
}

void CompareGrid::setContourLevels(std::function<std::optional<double>(RunId)> levelOf) {
    contourLevelOf_ = std::move(levelOf);
    applyContours();
}

void CompareGrid::setBare(bool bare) {
    for (const CompareCell* cell : cells_)
        cell->canvas().setBare(bare);
}

void CompareGrid::applyLayers() {
    for (CompareCell* cell : cells_) {
        cell->canvas().setHeat(heat_);
        cell->canvas().setSegments(segments_);
        cell->setRegionState(regions_);
        cell->canvas().setGroundTruth(groundTruth_);
        cell->canvas().setSegmentColors(segmentColors_);
    }
}

void CompareGrid::applyScales() {
    if (!isVisible()) return;  // showEvent() does it
    for (CompareCell* cell : cells_) {
        const bool difference = cell->content().kind == Kind::Difference;
        const RunId run = cell->content().run;
        cell->setScale(difference ? std::optional(DifferenceMaker::scale())
                                  : HeatScale::ofRun(session_.data(), run, percentile_));
    }
    colorBar_->setScale(cells_.back()->scale());
}

void CompareGrid::applyContours() {
    if (!isVisible()) return;  // showEvent() does it
    for (const CompareCell* cell : cells_) {
        // A difference of percentiles has no threshold.
        const bool has = contourLevelOf_ && cell->content().kind != Kind::Difference;
        cell->canvas().setContourLevel(has ? contourLevelOf_(cell->content().run) : std::nullopt);
    }
}

void CompareGrid::placeBoxes() {
    area_->place(lead().imageSize());
}

void CompareGrid::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refill();
}

void CompareGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    placeBoxes();
}

void CompareGrid::load() {
    if (!isVisible()) return;
    for (CompareCell* cell : cells_) {
        cell->setCaption(compareCaption(session_, *header_, cell->content()),
                         isChosen(session_, *header_, cell->content()));
        const CompareContent& content = cell->content();
        if (content.kind == Kind::Difference || content.part == 0) continue;
        if (const auto picture = loader_.get(content.part, content.run)) show(*cell, picture);
    }
    std::set<PartId> parts;
    for (const CompareCell* cell : cells_)
        if (parts.insert(cell->content().part).second) loadRegions(cell->content().part);
    if (header_->mode() == CompareMode::Difference) disputed_->setPair(header_->first(), header_->second());
    makeDifference();
    reasons_->setWanted(wantsReasons());
    placeBoxes();
}

void CompareGrid::take(const std::shared_ptr<const PartPicture>& picture) {
    if (!isVisible()) return;
    for (CompareCell* cell : cells_) {
        const CompareContent& content = cell->content();
        if (content.kind != Kind::Difference && content.part == picture->part && content.run == picture->run)
            show(*cell, picture);
    }
    makeDifference();
    placeBoxes();
}

void CompareGrid::show(CompareCell& cell, const std::shared_ptr<const PartPicture>& picture) {
    cell.canvas().setPicture(picture);
    if (&cell != cells_.front()) cell.follow(lead());
    outlineDeciding();
}

/// Off the GUI thread: a grid may show six of them.
void CompareGrid::loadRegions(PartId part) {
    const auto shows = [part](const CompareCell* cell) { return cell->content().part == part; };
    if (!isVisible() || std::ranges::none_of(cells_, shows)) return;
    const auto put = [this, shows](const cv::Mat& mask) {
        for (CompareCell* cell : cells_)
            if (shows(cell)) cell->setRegions(mask);
    };
    if (!session_.data().regions.contains(part)) {
        put({});
        return;
    }
    runInBackground(
        this, reading_,
        [file = session_.file(), part]() -> cv::Mat {
            try {
                return Project::open(file, true).regions().get(part).value_or(cv::Mat());
            } catch (const Error&) {
                return {};  // the viewer says what is wrong with them
            }
        },
        put);
}

/// Once both pictures are there.
void CompareGrid::makeDifference() {
    if (header_->mode() != CompareMode::Difference || header_->first() == 0) return;
    const auto side = [this](std::size_t cell) {
        const CompareContent& content = cells_[cell]->content();
        const auto& picture = cells_[cell]->canvas().picture();
        const bool right = picture && picture->part == content.part && picture->run == content.run;
        const auto& percentiles = session_.data().percentiles;
        const auto scale = percentiles.find(content.run);
        return DifferenceSide{right ? picture : nullptr,
                              scale == percentiles.end() ? std::vector<double>() : scale->second};
    };
    const DifferenceSide first = side(1);
    const DifferenceSide second = side(2);
    if (first.picture && second.picture) difference_->make(first, second, percentile_);
}

void CompareGrid::takeDifference(const std::shared_ptr<const PartPicture>& picture) {
    CompareCell& cell = *cells_.back();
    if (cell.content().kind == Kind::Difference && cell.content().part == picture->part) show(cell, picture);
}

/// In the cell of the detector that decided.
void CompareGrid::outlineDeciding() {
    const PartExplanation* explanation = reasons_->explanation();
    const bool known = wantsReasons() && explanation != nullptr &&
                       explanation->part == session_.currentPart() && !explanation->cells.empty();
    for (CompareCell* cell : cells_) {
        const bool decides = known && cell->content().run == explanation->cells.front().run &&
                             explanation->cells.front().value > 0;
        cell->outlineSegment(decides ? explanation->cells.front().segment : -1);
    }
}

void CompareGrid::shareView(const ImageCanvas& from) {
    for (CompareCell* cell : cells_)
        if (&cell->canvas() != &from) cell->follow(from);
}

void CompareGrid::shareCursor(const ImageCanvas& from, QPoint pixel, int segment) {
    const std::optional<QPoint> at = pixel.x() >= 0 ? std::optional(pixel) : std::nullopt;
    std::optional<double> value;
    for (CompareCell* cell : cells_) {
        cell->showCursor(from, at);
        if (&cell->canvas() == &from && at) value = from.valueAt(*at);
    }
    colorBar_->setCursorValue(value);
    Q_EMIT cursorMoved(pixel, segment);
}

Figure CompareGrid::figure() const {
    std::vector<PartId> parts;
    Figure figure{.title = figureFileName(session_, session_.currentPart()),
                  .columns = area_->columns(),
                  .oneScale = header_->mode() == CompareMode::Parts,
                  .heat = heat_,
                  .segments = segments_,
                  .regions = regions_,
                  .groundTruth = groundTruth_,
                  .segmentColors = segmentColors_,
                  .seen = seenShare(cells_.front()->canvas())};
    for (const CompareCell* cell : cells_) {
        const CompareContent& content = cell->content();
        if (!std::ranges::count(parts, content.part)) parts.push_back(content.part);
        const auto& picture = cell->canvas().picture();
        FigurePanel panel = header_->mode() == CompareMode::Parts
                                ? panelByPart(session_, content.part, content.run, picture)
                                : panelByDetector(session_, content.part, content.run, picture);
        panel.scale = cell->scale();
        panel.regions = cell->regions();
        panel.outlinedSegment = cell->outlinedSegment();
        if (contourLevelOf_ && content.kind == Kind::Map) panel.contourLevel = contourLevelOf_(content.run);
        if (content.kind == Kind::Difference) {
            panel.title = tr("Difference");
            panel.note = tr("in percentile points");
            panel.highWords = tr("%1 sees more").arg(figure.panels[1].title);
            panel.lowWords = tr("%1 sees more").arg(figure.panels[2].title);
        }
        figure.panels.push_back(std::move(panel));
    }
    if (wantsReasons() && reasons_->explanation() != nullptr) {
        figure.panels.push_back(
            {.title = tr("Why this score"), .note = reasons_->remark(), .reasons = reasons_->bars()});
    }
    figure.caption = figureCaption(session_, parts, runs());
    int outlined = -1;
    for (const FigurePanel& panel : figure.panels)
        outlined = std::max(outlined, panel.outlinedSegment);
    addOutlineWords(figure.caption, session_, outlined);
    return figure;
}

}  // namespace segad::ui
