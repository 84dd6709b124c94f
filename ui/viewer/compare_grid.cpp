#include "ui/viewer/compare_grid.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "ui/session/project_session.h"
#include "ui/viewer/figure_source.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr int kGap = 2;
constexpr int kCaptionHeight = 22;
}  // namespace

CompareGrid::CompareGrid(ProjectSession& session, PictureLoader& loader, QWidget* parent)
    : QWidget(parent), session_(session), loader_(loader), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(kGap);
    connect(&loader_, &PictureLoader::ready, this, &CompareGrid::take);
    connect(&session_, &ProjectSession::currentPartChanged, this, &CompareGrid::showPart);
    connect(&session_, &ProjectSession::dataChanged, this, [this] {
        followRuns();
        applyScales();
    });
    connect(&session_, &ProjectSession::shownRunChanged, this, &CompareGrid::followRuns);
    rebuild();
}

std::vector<RunId> CompareGrid::runs() const {
    std::vector<RunId> runs;
    for (const Cell& cell : cells_)
        if (cell.run != 0) runs.push_back(cell.run);
    return runs;
}

Figure CompareGrid::figure() const {
    const PartId part = session_.currentPart();
    Figure figure{.title = figureFileName(session_, part),
                  .caption = figureCaption(session_, std::vector<PartId>{part}, runs()),
                  .columns = columns_,
                  .heat = heat_,
                  .segments = segments_,
                  .groundTruth = groundTruth_,
                  .segmentColors = segmentColors_,
                  .seen = seenShare(*cells_.front().canvas)};
    for (const Cell& cell : cells_) {
        FigurePanel panel = panelByDetector(session_, part, cell.run, loader_.get(part, cell.run));
        panel.scale = cell.scale;
        figure.panels.push_back(std::move(panel));
    }
    return figure;
}

/// The newest run of each detector, and the one that was chosen in the viewer.
std::vector<RunId> CompareGrid::wantedRuns() const {
    std::vector<RunId> runs;
    std::set<std::string> known;
    // Newest first.
    for (const RunRecord* run : session_.data().scoredRuns(RunKind::Train)) {
        if (known.insert(run->subject).second || run->id == session_.shownRun()) runs.push_back(run->id);
    }
    std::ranges::sort(runs);
    return runs;
}

CompareGrid::Cell CompareGrid::makeCell(RunId run) {
    Cell cell{.run = run,
              .box = new QWidget,
              .canvas = new ImageCanvas,
              .caption = new ElidedLabel(Qt::ElideRight),
              .value = new ElidedLabel(Qt::ElideRight)};
    cell.caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* words = new QHBoxLayout;
    words->setContentsMargins(6, 2, 6, 2);
    words->addWidget(cell.caption, 1);
    words->addWidget(cell.value);
    auto* column = new QVBoxLayout(cell.box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(words);
    column->addWidget(cell.canvas, 1);
    ImageCanvas* canvas = cell.canvas;
    canvas->setAccessibleName(run == 0 ? tr("Picture of the part") : tr("Heatmap of run %1").arg(run));
    connect(canvas, &ImageCanvas::viewChanged, this, [this, canvas] { shareView(*canvas); });
    connect(canvas, &ImageCanvas::cursorMoved, this,
            [this, canvas](QPoint pixel, std::optional<double>, int segment) {
                shareCursor(*canvas, pixel, segment);
            });
    return cell;
}

void CompareGrid::rebuild() {
    for (const Cell& cell : cells_)
        delete cell.box;
    cells_.clear();
    cells_.push_back(makeCell(0));
    for (const RunId run : wantedRuns())
        cells_.push_back(makeCell(run));
    columns_ = 0;
    applyLayers();
    applyScales();
    arrange();
}

void CompareGrid::followRuns() {
    if (wantedRuns() != runs()) rebuild();
    showPart();
}

void CompareGrid::setHeat(const LayerState& state) {
    heat_ = state;
    applyLayers();
}

void CompareGrid::setSegments(const LayerState& state) {
    segments_ = state;
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
}

void CompareGrid::setContourLevels(std::function<std::optional<double>(RunId)> levelOf) {
    contourLevelOf_ = std::move(levelOf);
    applyScales();
}

void CompareGrid::setBare(bool bare) {
    for (const Cell& cell : cells_)
        cell.canvas->setBare(bare);
}

void CompareGrid::applyLayers() {
    for (const Cell& cell : cells_) {
        cell.canvas->setHeat(heat_);
        cell.canvas->setSegments(segments_);
        cell.canvas->setGroundTruth(groundTruth_);
        cell.canvas->setSegmentColors(segmentColors_);
    }
}

void CompareGrid::applyScales() {
    if (!isVisible()) return;  // showEvent() does it
    for (Cell& cell : cells_) {
        cell.scale = HeatScale::ofRun(session_.data(), cell.run, percentile_);
        cell.canvas->setHeatScale(cell.scale);
        cell.canvas->setContourLevel(contourLevelOf_ ? contourLevelOf_(cell.run) : std::nullopt);
    }
}

/// The number of columns with which a picture is shown largest.
int CompareGrid::bestColumns() const {
    const int count = static_cast<int>(cells_.size());
    const QSizeF picture = cells_.front().canvas->imageSize();
    const double aspect = picture.isEmpty() ? 1 : picture.width() / picture.height();
    int best = 1;
    double largest = 0;
    for (int columns = 1; columns <= count; ++columns) {
        const int rows = (count + columns - 1) / columns;
        const double across = static_cast<double>(width()) / columns - kGap;
        const double down = static_cast<double>(height()) / rows - kGap - kCaptionHeight;
        const double shown = std::min(across, down * aspect);
        if (shown > largest) {
            largest = shown;
            best = columns;
        }
    }
    return best;
}

void CompareGrid::arrange() {
    const int columns = bestColumns();
    if (columns == columns_) return;
    columns_ = columns;
    for (const Cell& cell : cells_)
        grid_->removeWidget(cell.box);
    for (int i = 0; i < std::ssize(cells_); ++i)
        grid_->addWidget(cells_[static_cast<std::size_t>(i)].box, i / columns, i % columns);
    // Those of an earlier arrangement take no room.
    for (int i = 0; i < grid_->columnCount(); ++i)
        grid_->setColumnStretch(i, i < columns ? 1 : 0);
    const int rows = (static_cast<int>(cells_.size()) + columns - 1) / columns;
    for (int i = 0; i < grid_->rowCount(); ++i)
        grid_->setRowStretch(i, i < rows ? 1 : 0);
}

void CompareGrid::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    applyScales();
    showPart();
}

void CompareGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CompareGrid::showPart() {
    if (!isVisible()) return;
    for (const Cell& cell : cells_) {
        writeCaption(cell);
        if (session_.currentPart() == 0) {
            cell.canvas->setPicture(nullptr);
        } else if (const auto picture = loader_.get(session_.currentPart(), cell.run)) {
            take(picture);
        }
    }
}

void CompareGrid::take(const std::shared_ptr<const PartPicture>& picture) {
    if (!isVisible() || picture->part != session_.currentPart()) return;
    for (const Cell& cell : cells_) {
        if (cell.run != picture->run) continue;
        cell.canvas->setPicture(picture);
        cell.canvas->setView(cells_.front().canvas->view());
    }
    arrange();
}

void CompareGrid::writeCaption(const Cell& cell) const {
    const ProjectData& project = session_.data();
    if (cell.run == 0) {
        const PartRecord* part = session_.currentRecord();
        cell.caption->setText(part == nullptr ? QString() : QString::fromStdString(part->path));
        return;
    }
    const RunRecord* run = project.run(cell.run);
    QString text =
        run == nullptr ? QString() : tr("%1 · run %2").arg(detectorTitle(run->subject)).arg(cell.run);
    if (const ScoreRecord* score = project.score(cell.run, session_.currentPart()))
        text += tr("  ·  score %1").arg(QLocale().toString(score->imageScore, 'g', 4));
    cell.caption->setText(text);
    QFont font = cell.caption->font();
    font.setBold(cell.run == session_.shownRun());
    cell.caption->setFont(font);
}

void CompareGrid::shareView(const ImageCanvas& from) {
    for (const Cell& cell : cells_)
        if (cell.canvas != &from) cell.canvas->setView(from.view());
}

void CompareGrid::shareCursor(const ImageCanvas& from, QPoint pixel, int segment) {
    const bool inside = pixel.x() >= 0;
    for (const Cell& cell : cells_) {
        cell.canvas->setMarker(inside && cell.canvas != &from ? std::optional(pixel) : std::nullopt);
        const std::optional<double> value = inside ? cell.canvas->valueAt(pixel) : std::nullopt;
        QString text;
        if (value) {
            text = QLocale().toString(*value, 'g', 4);
            if (const auto share = cell.scale ? cell.scale->percentileOf(*value) : std::nullopt)
                text = tr("%1 (%2 %)").arg(text, QLocale().toString(*share, 'f', 1));
        }
        cell.value->setText(text);
        cell.value->setToolTip(tr("Value under the cursor, and the share of good pixels below it"));
    }
    Q_EMIT cursorMoved(pixel, segment);
}

}  // namespace segad::ui
