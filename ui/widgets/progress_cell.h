// Draws a bar instead of a number in the cells of one column: 0…1 under kProgressRole, negative when
// nobody knows how far it is, absent when there is nothing to draw.
#pragma once

#include <QStyledItemDelegate>

namespace segad::ui {

inline constexpr int kProgressRole = Qt::UserRole + 10;

class ProgressCell : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Room for a bar, whatever the text is.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

}  // namespace segad::ui
