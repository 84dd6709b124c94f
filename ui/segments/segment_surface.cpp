#include "ui/segments/segment_surface.h"

#include <QLocale>
#include <QTransform>
#include <algorithm>
#include <cmath>

#include <opencv2/core.hpp>

#include "ui/segments/label_drawing.h"
#include "ui/session/project_session.h"
#include "ui/session/segment_book.h"

namespace segad::ui {

namespace {
/// Strokes lie over what was learned from them, and must not be mixed up with it.
constexpr double kStrokeOpacity = 0.85;
/// Two labels of nearly the same chance.
constexpr double kDoubtful = 0.7;

PixelTable tableOf(const std::vector<SegmentRecord>& segments, double opacity, bool background) {
    PixelTable table{};
    for (std::size_t i = background ? 0 : 1; i < std::min(table.size(), segments.size()); ++i) {
        QColor color(QString::fromStdString(segments[i].color));
        color.setAlphaF(static_cast<float>(opacity));
        table[i] = qPremultiply(color.rgba());
    }
    return table;
}
}  // namespace

SegmentSurface::SegmentSurface(ProjectSession& session, QObject* parent)
    : PaintSurface(parent), session_(session), book_(SegmentBook::of(session)) {
    connect(&book_, &SegmentBook::changed, this,
            [this](PaintedPurpose purpose, PartId part, const QRect& area) {
                if (purpose != purpose_ || part != part_) return;
                Q_EMIT changed(area);
                tell();
            });
    connect(&book_, &SegmentBook::listChanged, this, [this] {
        setInHand(inHand_);
        Q_EMIT lookChanged();
    });
}

void SegmentSurface::setPurpose(PaintedPurpose purpose) {
    purpose_ = purpose;
    setInHand(inHand_);
    showPart(part_);
    Q_EMIT changed({});
}

void SegmentSurface::setInHand(int label) {
    const auto count = static_cast<int>(book_.segmentsOf(purpose_).size());
    inHand_ = std::clamp(label, 0, std::max(0, count - 1));
    tell();
}

void SegmentSurface::setPreview(PartId part, std::shared_ptr<const TriedPart> preview) {
    previewed_ = part;
    preview_ = std::move(preview);
    if (part == part_) Q_EMIT lookChanged();
}

void SegmentSurface::setPreviewShown(bool shown) {
    previewShown_ = shown;
    Q_EMIT lookChanged();
}

void SegmentSurface::setDoubtShown(bool shown) {
    doubtShown_ = shown;
    Q_EMIT lookChanged();
}

TilePainting* SegmentSurface::labels() const {
    return book_.labels(purpose_, part_);
}

std::uint8_t SegmentSurface::nothing() const {
    return purpose_ == PaintedPurpose::Strokes ? SegmentBook::kUnpainted : 0;
}

QSize SegmentSurface::pictureSize() const {
    const auto row = session_.data().rowOf.find(part_);
    if (row == session_.data().rowOf.end()) return {};
    const PartRecord& part = session_.data().parts[row->second];
    return {part.width, part.height};
}

void SegmentSurface::showPart(PartId part) {
    part_ = part;
    labels();  // read in time for the first stroke
    tell();
}

bool SegmentSurface::open(QSize image) {
    const TilePainting* const painted = labels();
    return painted != nullptr && painted->size() == cv::Size(image.width(), image.height());
}

cv::Mat SegmentSurface::mask() const {
    return labels()->pixels() == inHand_;
}

cv::Rect SegmentSurface::paint(std::span<const Span> spans, bool on) {
    return labels()->paint(spans, on ? static_cast<std::uint8_t>(inHand_) : nothing());
}

cv::Rect SegmentSurface::revert() {
    TilePainting* const painted = labels();
    return painted != nullptr ? painted->revert() : cv::Rect();
}

void SegmentSurface::commit(const QString& text) {
    const auto& segments = book_.segmentsOf(purpose_);
    const auto index = static_cast<std::size_t>(inHand_);
    const QString name = index < segments.size() ? QString::fromStdString(segments[index].name) : QString();
    book_.commit(purpose_, part_, tr("%1: %2").arg(name, text));
    tell();
}

QString SegmentSurface::strokeName(bool erases) const {
    return erases ? tr("Erase") : tr("Stroke");
}

void SegmentSurface::draw(QPainter& painter, const QRect& seen, const QTransform& imageToWidget,
                          double opacity) const {
    const SeenPicture view{.seen = seen, .toWidget = imageToWidget, .picture = pictureSize()};
    const std::vector<SegmentRecord>& segments = book_.segmentsOf(purpose_);
    const bool strokes = purpose_ == PaintedPurpose::Strokes;
    if (strokes && previewShown_ && preview_ && previewed_ == part_) {
        drawLabels(painter, view, preview_->map.labels(), tableOf(segments, opacity, false),
                   tableOf(segments, 1, false));
        if (doubtShown_) drawDoubt(painter, view, preview_->uncertainty, kDoubtful);
    }
    const TilePainting* const painted = labels();
    if (painted == nullptr) return;
    const PixelTable fills =
        tableOf(segments, strokes ? std::max(opacity, kStrokeOpacity) : opacity, strokes);
    drawLabels(painter, view, painted->pixels(), fills, tableOf(segments, 1, strokes));
}

QRect SegmentSurface::onScreen(const cv::Rect& area, const QTransform& imageToWidget) const {
    if (area.empty()) return {};
    // The edges reach beyond what has changed.
    return imageToWidget.mapRect(QRectF(area.x, area.y, area.width, area.height))
        .toAlignedRect()
        .adjusted(-3, -3, 3, 3);
}

QColor SegmentSurface::color() const {
    const auto& segments = book_.segmentsOf(purpose_);
    const auto index = static_cast<std::size_t>(inHand_);
    return index < segments.size() ? QColor(QString::fromStdString(segments[index].color))
                                   : QColor(Qt::white);
}

void SegmentSurface::tell() {
    const auto& segments = book_.segmentsOf(purpose_);
    const auto index = static_cast<std::size_t>(inHand_);
    Q_EMIT statusChanged(index < segments.size()
                             ? tr("In hand: %1").arg(QString::fromStdString(segments[index].name))
                             : QString());
}

}  // namespace segad::ui
