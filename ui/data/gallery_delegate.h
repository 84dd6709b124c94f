// Draws one cell of the gallery: thumbnail, name, label badge (mark and colour), verdict, defect type,
// score bar.
#pragma once

#include <QStyledItemDelegate>

namespace segad::ui {

class GalleryDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit GalleryDelegate(int thumbnailSide, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Of the picture in a cell.
    int side() const { return side_; }
    void setSide(int side) { side_ = side; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPicture(QPainter* painter, const QRect& box, const QModelIndex& index,
                      const QPalette& palette) const;
    static void paintFault(QPainter* painter, const QRect& box, const QModelIndex& index,
                           const QPalette& palette);
    void paintBadges(QPainter* painter, const QRect& box, const QModelIndex& index) const;
    /// Defect type, and whether the part was generated, along the foot of the picture.
    void paintStrip(QPainter* painter, const QStyleOptionViewItem& option, const QRect& box,
                    const QModelIndex& index) const;

    int side_;
};

}  // namespace segad::ui
