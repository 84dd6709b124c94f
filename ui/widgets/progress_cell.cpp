#include "ui/widgets/progress_cell.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

namespace segad::ui {

namespace {
constexpr int kMargin = 4;
constexpr int kWidth = 150;
constexpr qreal kHeight = 6;
}  // namespace

QSize ProgressCell::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return QStyledItemDelegate::sizeHint(option, index).expandedTo({kWidth, 0});
}

void ProgressCell::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const QVariant value = index.data(kProgressRole);
    if (!value.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    // The cell without its text: selection and stripes.
    QStyleOptionViewItem background = option;
    initStyleOption(&background, index);
    const QString text = background.text;
    background.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect room = option.rect.adjusted(kMargin, 0, -kMargin, 0);
    const int textWidth = option.fontMetrics.horizontalAdvance(QStringLiteral("100 %")) + kMargin;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(ink);
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, text);
    const QRectF track(room.x(), room.center().y() - kHeight / 2 + 0.5, room.width() - textWidth, kHeight);
    if (track.width() > 2 * kHeight) {
        QColor faint = ink;
        faint.setAlphaF(0.2F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(faint);
        painter->drawRoundedRect(track, kHeight / 2, kHeight / 2);
        const double share = std::clamp(value.toDouble(), 0.0, 1.0);
        QRectF done = track;
        done.setWidth(std::max(kHeight, track.width() * share));
        painter->setBrush(selected ? ink : option.palette.color(QPalette::Highlight));
        if (share > 0) painter->drawRoundedRect(done, kHeight / 2, kHeight / 2);
    }
    painter->restore();
}

}  // namespace segad::ui
