#include "ui/viewer/region_surface.h"

#include <QLocale>

#include "ui/session/project_session.h"
#include "ui/session/region_book.h"

namespace segad::ui {

RegionSurface::RegionSurface(ProjectSession& session, QObject* parent)
    : PaintSurface(parent), session_(session), book_(session.regionBook()) {
    connect(&book_, &RegionBook::changed, this, &RegionSurface::onBookChanged);
    connect(&session_, &ProjectSession::labelsChanged, this, &RegionSurface::tell);
}

void RegionSurface::showPart(PartId part) {
    part_ = part;
    // Most parts have no regions and need no mask until somebody paints.
    const RegionMask* const painted = book_.has(part_) ? book_.mask(part_) : nullptr;
    layer_.setMask(painted != nullptr ? painted->pixels() : cv::Mat());
    tell();
}

bool RegionSurface::open(QSize image) {
    const RegionMask* const painted = book_.mask(part_);
    if (painted == nullptr || painted->size() != cv::Size(image.width(), image.height())) return false;
    if (layer_.isEmpty()) layer_.setMask(painted->pixels());
    return true;
}

cv::Mat RegionSurface::mask() const {
    return book_.mask(part_)->pixels();
}

cv::Rect RegionSurface::paint(std::span<const Span> spans, bool on) {
    const cv::Rect changed = book_.mask(part_)->paint(spans, on);
    layer_.refresh(changed);
    return changed;
}

cv::Rect RegionSurface::revert() {
    RegionMask* const painted = book_.mask(part_);
    if (painted == nullptr) return {};
    const cv::Rect changed = painted->revert();
    layer_.refresh(changed);
    return changed;
}

void RegionSurface::commit(const QString& text) {
    book_.commit(part_, text, marksBad_);
    tell();
}

QString RegionSurface::strokeName(bool erases) const {
    return erases ? tr("Erase region") : tr("Paint region");
}

void RegionSurface::draw(QPainter& painter, const QRect& seen, const QTransform& imageToWidget,
                         double opacity) const {
    layer_.paint(painter, seen, imageToWidget, opacity);
}

QRect RegionSurface::onScreen(const cv::Rect& area, const QTransform& imageToWidget) const {
    return RegionLayer::onScreen(area, imageToWidget);
}

void RegionSurface::onBookChanged(PartId part, const QRect& area) {
    if (part != part_) return;
    if (area.isNull() || layer_.isEmpty()) {
        showPart(part);
        Q_EMIT changed({});
        return;
    }
    layer_.refresh({area.x(), area.y(), area.width(), area.height()});
    Q_EMIT changed(area);
    tell();
}

void RegionSurface::tell() {
    const auto& data = session_.data();
    const auto regions = data.regions.find(part_);
    const auto row = data.rowOf.find(part_);
    const bool any = row != data.rowOf.end() && regions != data.regions.end();
    Q_EMIT goodPartPainted(any && data.parts[row->second].label == Label::Good);
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

}  // namespace segad::ui
