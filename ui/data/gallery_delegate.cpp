#include "ui/data/gallery_delegate.h"

#include <QPainter>
#include <QPixmap>

#include "ui/data/part_list_model.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr int kPadding = 5;
constexpr int kBadge = 20;
constexpr int kSmallBadge = 16;
constexpr int kScoreBar = 3;
const QColor kRegionColor(0xFF, 0x4F, 0xC3);

void paintBadge(QPainter* painter, const QRect& box, const QString& mark, const QColor& color) {
    painter->setPen(QPen(Qt::white, 1.5));
    painter->setBrush(color);
    painter->drawEllipse(box);
    QFont font = painter->font();
    font.setBold(true);
    font.setPixelSize(kBadge * 6 / 10);
    painter->setFont(font);
    painter->drawText(box, Qt::AlignCenter, mark);
}
/// A dark plate for a mark that says what there is, by its shape.
QRect plate(QPainter* painter, const QRect& box, int place) {
    const QRect where(box.left() + 5, box.top() + 3 + kBadge + 3 + place * (kSmallBadge + 2), kSmallBadge,
                      kSmallBadge);
    painter->setPen(Qt::NoPen);
    painter->setBrush(QColor(0, 0, 0, 170));
    painter->drawRoundedRect(where, 3, 3);
    return where;
}

/// A blot with an outline, as regions are drawn in the viewer.
void paintRegionMark(QPainter* painter, const QRect& where) {
    const QRectF inner = QRectF(where).adjusted(3, 3, -3, -3);
    const QPolygonF blot{inner.topLeft() + QPointF(0, inner.height() * 0.4),
                         inner.topLeft() + QPointF(inner.width() * 0.45, 0),
                         inner.topRight() + QPointF(0, inner.height() * 0.3),
                         inner.bottomRight() - QPointF(inner.width() * 0.25, 0),
                         inner.bottomLeft() + QPointF(inner.width() * 0.2, 0)};
    painter->setPen(QPen(Qt::white, 1.2));
    painter->setBrush(kRegionColor);
    painter->drawPolygon(blot);
}

/// Lines of writing.
void paintNoteMark(QPainter* painter, const QRect& where) {
    const QRectF inner = QRectF(where).adjusted(4, 4, -4, -4);
    painter->setPen(QPen(Qt::white, 1.4));
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = inner.top() + share * inner.height();
        painter->drawLine(QPointF(inner.left(), y),
                          QPointF(share < 1 ? inner.right() : inner.center().x(), y));
    }
}
}  // namespace

GalleryDelegate::GalleryDelegate(int thumbnailSide, QObject* parent)
    : QStyledItemDelegate(parent), side_(thumbnailSide) {}

QSize GalleryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {side_ + 2 * kPadding, side_ + 2 * kPadding + kScoreBar + option.fontMetrics.height() + 4};
}

void GalleryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect cell = option.rect.adjusted(1, 1, -1, -1);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        QColor fill = option.palette.color(QPalette::Highlight);
        fill.setAlpha(selected ? 255 : 50);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(cell, 4, 4);
    }
    const QRect box(cell.left() + kPadding, cell.top() + kPadding, cell.width() - 2 * kPadding, side_);
    paintPicture(painter, box, index, option.palette);
    paintBadges(painter, box, index);
    paintStrip(painter, option, box, index);

    const QVariant share = index.data(PartListModel::ScoreShareRole);
    if (share.isValid()) {
        QRect bar(box.left(), box.bottom() + 2, box.width(), kScoreBar);
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.palette.color(QPalette::Mid));
        painter->drawRect(bar);
        bar.setWidth(static_cast<int>(bar.width() * share.toDouble()));
        painter->setBrush(QColor(0xE6, 0x9F, 0x00));
        painter->drawRect(bar);
    }
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    const QRect line(box.left(), box.bottom() + kScoreBar + 3, box.width(), option.fontMetrics.height());
    painter->setFont(option.font);
    painter->drawText(
        line, Qt::AlignHCenter | Qt::AlignVCenter,
        option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideMiddle, line.width()));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(option.palette.color(QPalette::Text), 1, Qt::DotLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell, 4, 4);
    }
    painter->restore();
}

void GalleryDelegate::paintPicture(QPainter* painter, const QRect& box, const QModelIndex& index,
                                   const QPalette& palette) const {
    const auto pixmap = index.data(Qt::DecorationRole).value<QPixmap>();
    if (pixmap.isNull()) {
        painter->setPen(palette.color(QPalette::Mid));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(box.adjusted(0, 0, -1, -1));
        paintFault(painter, box, index, palette);
        return;
    }
    const QSize size = pixmap.size().scaled(box.size(), Qt::KeepAspectRatio);
    const QRect target(box.left() + (box.width() - size.width()) / 2,
                       box.top() + (box.height() - size.height()) / 2, size.width(), size.height());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawPixmap(target, pixmap);
}

void GalleryDelegate::paintFault(QPainter* painter, const QRect& box, const QModelIndex& index,
                                 const QPalette& palette) {
    const auto fault = static_cast<PictureFault>(index.data(PartListModel::PictureFaultRole).toInt());
    if (fault == PictureFault::None) return;
    // A torn picture: said with a line and a word.
    painter->drawLine(box.topLeft(), box.bottomRight());
    painter->setPen(palette.color(QPalette::Text));
    const QString word = fault == PictureFault::Missing ? tr("file missing") : tr("unreadable");
    const QRect line = QRect(box.left(), box.center().y() - painter->fontMetrics().height(), box.width(),
                             2 * painter->fontMetrics().height());
    painter->fillRect(line, palette.color(QPalette::Base));
    painter->drawText(line, Qt::AlignCenter,
                      painter->fontMetrics().elidedText(word, Qt::ElideRight, box.width()));
}

void GalleryDelegate::paintBadges(QPainter* painter, const QRect& box, const QModelIndex& index) const {
    const auto label = static_cast<Label>(index.data(PartListModel::LabelRole).toInt());
    paintBadge(painter, QRect(box.left() + 3, box.top() + 3, kBadge, kBadge), labelMark(label),
               labelColor(label));
    int place = 0;
    if (index.data(PartListModel::RegionsRole).toInt() > 0)
        paintRegionMark(painter, plate(painter, box, place++));
    if (!index.data(PartListModel::NoteRole).toString().isEmpty())
        paintNoteMark(painter, plate(painter, box, place++));
    const QVariant verdict = index.data(PartListModel::VerdictRole);
    if (verdict.isValid()) {
        // A ring of its own at the other corner: the program's opinion, not the person's.
        const auto value = static_cast<Verdict>(verdict.toInt());
        const QRect corner(box.right() - kBadge - 2, box.top() + 3, kBadge, kBadge);
        painter->setPen(QPen(verdictColor(value), 3));
        painter->setBrush(QColor(0, 0, 0, 150));
        painter->drawEllipse(corner.adjusted(1, 1, -1, -1));
        painter->setPen(Qt::white);
        painter->drawText(corner, Qt::AlignCenter, verdictMark(value));
    }
}

void GalleryDelegate::paintStrip(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box,
                                 const QModelIndex& index) const {
    QStringList words;
    if (const QString defect = index.data(PartListModel::DefectTypeRole).toString(); !defect.isEmpty())
        words.push_back(defect);
    if (index.data(PartListModel::GeneratedRole).toBool()) words.push_back(tr("generated"));
    if (words.isEmpty()) return;
    const int height = option.fontMetrics.height() + 2;
    const QRect strip(box.left(), box.bottom() - height + 1, box.width(), height);
    painter->fillRect(strip, QColor(0, 0, 0, 165));
    painter->setFont(option.font);
    painter->setPen(Qt::white);
    painter->drawText(
        strip, Qt::AlignCenter,
        option.fontMetrics.elidedText(words.join(QStringLiteral(" · ")), Qt::ElideRight, strip.width() - 6));
}

}  // namespace segad::ui
