#include "ui/viewer/view_renderer.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/image/heat_colors.h"
#include "ui/session/halvings.h"
#include "ui/viewer/layer_images.h"
#include "ui/viewer/line_raster.h"

namespace segad::ui {

namespace {
/// Around the ground truth and contour lines, so that they are seen on dark and on bright.
const QColor kHalo(0, 0, 0, 190);
const QColor kContourColor(Qt::white);
const QColor kGridColor(128, 128, 128, 110);
/// From here on (device pixels for one of the image) lines are drawn between the pixels.
constexpr double kGridScale = 16;

cv::Mat viewOf(const QImage& image, int type) {
    return cv::Mat(image.height(), image.width(), type, const_cast<uchar*>(image.constBits()),
                   static_cast<std::size_t>(image.bytesPerLine()));
}

/// The levels that came with a picture, or the picture itself where somebody made it without.
std::vector<cv::Mat> levelsOf(const std::vector<cv::Mat>& known, const QImage& image, int type) {
    if (!known.empty() || image.isNull()) return known;
    return {viewOf(image, type)};
}

QRgb premultiplied(const QColor& color, double opacity) {
    QColor faded = color;
    faded.setAlphaF(static_cast<float>(color.alphaF() * opacity));
    return qPremultiply(faded.rgba());
}

PixelTable heatPixels(HeatColors colors) {
    PixelTable table{};
    const auto& rgba = heatOverlayTable(colors);
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = qPremultiply(qRgba(rgba[i][0], rgba[i][1], rgba[i][2], rgba[i][3]));
    return table;
}

/// Labels other than 0 are all the same to the ground truth.
PixelTable truthTable(QRgb outside, QRgb inside) {
    PixelTable table{};
    table.fill(inside);
    table[0] = outside;
    return table;
}

const cv::Mat& fitting(const std::vector<cv::Mat>& levels, const ViewGeometry& geometry,
                       bool oneForOne = false) {
    const double perCell = geometry.pictureOnScreen().width() / levels.front().cols;
    return levels[levelFor(levels, perCell, oneForOne)];
}

void clear(QImage& view, const QRect& area) {
    QPainter painter(&view);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(area, Qt::transparent);
}
}  // namespace

void ViewRenderer::setPicture(std::shared_ptr<const PartPicture> picture) {
    const auto before = std::exchange(picture_, std::move(picture));
    const bool both = before && picture_;
    if (!both || before->image.cacheKey() != picture_->image.cacheKey()) pictureBuffer_.forget();
    if (!both || before->map != picture_->map) heatBuffer_.forget();
    const bool sameSegments = both && before->segments == picture_->segments;
    const bool sameTruth = both && before->groundTruth.cacheKey() == picture_->groundTruth.cacheKey();
    if (!sameSegments) segmentBuffer_.forget();
    if (!sameTruth) truthBuffer_.forget();
    if (!sameSegments || !sameTruth) lineBuffer_.forget();
    levels_.clear();
    mapLevels_.clear();
    truthLevels_.clear();
    if (!picture_) return;
    levels_ = levelsOf(picture_->levels, picture_->image, CV_8UC3);
    truthLevels_ = levelsOf(picture_->groundTruthLevels, picture_->groundTruth, CV_8UC1);
    mapLevels_ = picture_->mapLevels;
    if (mapLevels_.empty() && picture_->map) mapLevels_.push_back(picture_->map->pixels());
}

void ViewRenderer::setHeatScale(const std::optional<HeatScale>& scale) {
    scale_ = scale;
    if (scale_) heatTable_ = heatPixels(scale_->colors);
    heatBuffer_.forget();
}

void ViewRenderer::setSegmentColors(std::vector<QColor> colors) {
    segmentColors_ = std::move(colors);
    segmentBuffer_.forget();
    lineBuffer_.forget();
}

void ViewRenderer::setSegments(const LayerState& state) {
    if (state.shown != segments_.shown) lineBuffer_.forget();
    if (state.opacity != segments_.opacity) segmentBuffer_.forget();
    segments_ = state;
}

void ViewRenderer::setGroundTruth(const LayerState& state) {
    if (state.shown != groundTruth_.shown) lineBuffer_.forget();
    if (state.opacity != groundTruth_.opacity) truthBuffer_.forget();
    groundTruth_ = state;
}

void ViewRenderer::setContours(std::vector<ContourLine> lines) {
    contours_ = std::move(lines);
    lineBuffer_.forget();
}

void ViewRenderer::setContoursShown(bool shown) {
    if (shown != contoursShown_) lineBuffer_.forget();
    contoursShown_ = shown;
}

PixelTable ViewRenderer::segmentTable(double opacity) const {
    PixelTable table{};
    table.fill(premultiplied(Qt::gray, opacity));
    for (std::size_t i = 0; i < std::min(table.size(), segmentColors_.size()); ++i)
        table[i] = premultiplied(segmentColors_[i], opacity);
    table[0] = 0;  // the background stays as it is
    return table;
}

void ViewRenderer::layOver(QPainter& painter, const QImage& layer, const QRect& seen,
                           const ViewGeometry& geometry, double ratio) const {
    // Whole device pixels, so that nothing is interpolated.
    const QRectF device(seen.x() * ratio, seen.y() * ratio, seen.width() * ratio, seen.height() * ratio);
    const QRect part = device.toAlignedRect() & layer.rect() & geometry.pictureRect();
    if (part.isEmpty()) return;
    const QRectF target(part.x() / ratio, part.y() / ratio, part.width() / ratio, part.height() / ratio);
    painter.drawImage(target, layer, part);
}

void ViewRenderer::paint(QPainter& painter, const QRect& seen, const ViewGeometry& geometry, double ratio,
                         bool bare) {
    if (levels_.empty() || geometry.size.isEmpty()) return;
    const auto draw = [&](auto method) {
        return [this, &geometry, method](QImage& view, const QRect& area) {
            (this->*method)(view, area, geometry);
        };
    };
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    layOver(painter, pictureBuffer_.at(geometry, draw(&ViewRenderer::drawPicture)), seen, geometry, ratio);
    if (!bare) {
        paintFills(painter, seen, geometry, ratio);
        if (heat_.shown && scale_ && !mapLevels_.empty()) {
            painter.setOpacity(heat_.opacity);
            layOver(painter, heatBuffer_.at(geometry, draw(&ViewRenderer::drawHeat)), seen, geometry, ratio);
        } else {
            heatBuffer_.release();
        }
        painter.setOpacity(1);
        if (showsSegments() || showsTruth() || showsContours() || geometry.scale >= kGridScale) {
            const int width = std::max(1, static_cast<int>(std::lround(ratio)));
            const auto lines = [&](QImage& view, const QRect& area) {
                drawLines(view, area, geometry, width);
            };
            layOver(painter, lineBuffer_.at(geometry, lines), seen, geometry, ratio);
        } else {
            lineBuffer_.release();
        }
    }
    painter.restore();
}

void ViewRenderer::paintFills(QPainter& painter, const QRect& seen, const ViewGeometry& geometry,
                              double ratio) {
    if (showsSegments() && segments_.opacity > 0) {
        const auto fill = [&](QImage& view, const QRect& area) { drawFill(view, area, geometry); };
        layOver(painter, segmentBuffer_.at(geometry, fill), seen, geometry, ratio);
    } else {
        segmentBuffer_.release();
    }
    if (showsTruth() && groundTruth_.opacity > 0) {
        const auto fill = [&](QImage& view, const QRect& area) { drawTruth(view, area, geometry); };
        layOver(painter, truthBuffer_.at(geometry, fill), seen, geometry, ratio);
    } else {
        truthBuffer_.release();
    }
}

void ViewRenderer::drawPicture(QImage& view, const QRect& area, const ViewGeometry& geometry) const {
    samplePicture(view, area, geometry, fitting(levels_, geometry));
}

void ViewRenderer::drawHeat(QImage& view, const QRect& area, const ViewGeometry& geometry) const {
    sampleMap(view, area, geometry, fitting(mapLevels_, geometry), static_cast<float>(scale_->low),
              static_cast<float>(scale_->high), heatTable_);
}

void ViewRenderer::drawFill(QImage& view, const QRect& area, const ViewGeometry& geometry) const {
    sampleLabels(view, area, geometry, picture_->segments->labels(), segmentTable(segments_.opacity));
}

void ViewRenderer::drawTruth(QImage& view, const QRect& area, const ViewGeometry& geometry) const {
    sampleLabels(view, area, geometry, fitting(truthLevels_, geometry, true),
                 truthTable(0, premultiplied(groundTruthColor(), groundTruth_.opacity)));
}

void ViewRenderer::drawLines(QImage& view, const QRect& area, const ViewGeometry& geometry, int width) const {
    clear(view, area);
    if (geometry.scale >= kGridScale) rasterPixelGrid(view, area, geometry, kGridColor);
    if (showsSegments())
        sampleLabelEdges(view, area, geometry, picture_->segments->labels(), segmentTable(1), width);
    if (showsContours()) drawContours(view, area, geometry, width);
    if (showsTruth()) {
        const cv::Mat& truth = fitting(truthLevels_, geometry, true);
        sampleLabelEdges(view, area, geometry, truth, truthTable(premultiplied(kHalo, 1), 0), width);
        sampleLabelEdges(view, area, geometry, truth, truthTable(0, premultiplied(groundTruthColor(), 1)),
                         2 * width);
    }
}

void ViewRenderer::drawContours(QImage& view, const QRect& area, const ViewGeometry& geometry,
                                int width) const {
    const auto pieces = visiblePieces(contours_, geometry.scale, geometry.origin, area);
    rasterLines(view, area, pieces,
                {.color = kContourColor, .width = 1.5 * width, .halo = kHalo, .haloWidth = 3.5 * width});
}

QImage ViewRenderer::overview(QSize wanted) const {
    if (levels_.empty()) return {};
    const double scale = static_cast<double>(wanted.width()) / levels_.front().cols;
    const cv::Mat& level = levels_[levelFor(levels_, scale)];
    return QImage(level.data, level.cols, level.rows, static_cast<qsizetype>(level.step),
                  QImage::Format_RGB888)
        .scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace segad::ui
