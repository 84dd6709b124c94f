#include "ui/viewer/view_buffer.h"

#include <cstdlib>
#include <cstring>

namespace segad::ui {

const QImage& ViewBuffer::at(const ViewGeometry& geometry, const Draw& draw) {
    if (image_.size() != geometry.size) {
        image_ = QImage(geometry.size, format_);
        valid_ = false;
    }
    const QPoint by = geometry.origin - geometry_.origin;
    const bool onlyMoved = valid_ && geometry.scale == geometry_.scale &&
                           geometry.picture == geometry_.picture && std::abs(by.x()) < image_.width() &&
                           std::abs(by.y()) < image_.height();
    geometry_ = geometry;
    valid_ = true;
    const QRect all = image_.rect();
    if (!onlyMoved) {
        draw(image_, all);
        return image_;
    }
    if (by.isNull()) return image_;
    move(by);
    // A strip along the whole height, and one along the rest of the width.
    QRect rest = all;
    if (by.x() > 0) rest.setLeft(by.x());
    if (by.x() < 0) rest.setRight(all.right() + by.x());
    if (by.x() != 0) {
        draw(image_, by.x() > 0 ? QRect(0, 0, by.x(), all.height())
                                : QRect(rest.right() + 1, 0, -by.x(), all.height()));
    }
    if (by.y() != 0) {
        draw(image_, by.y() > 0 ? QRect(rest.left(), 0, rest.width(), by.y())
                                : QRect(rest.left(), all.height() + by.y(), rest.width(), -by.y()));
    }
    return image_;
}

void ViewBuffer::move(const QPoint& by) {
    // As one run of bytes: what wraps around the sides lies in the strip that is drawn anew.
    const qsizetype shift = by.y() * image_.bytesPerLine() + by.x() * qsizetype{4};
    const qsizetype kept = image_.sizeInBytes() - std::abs(shift);
    uchar* bytes = image_.bits();
    if (shift > 0)
        std::memmove(bytes + shift, bytes, static_cast<std::size_t>(kept));
    else
        std::memmove(bytes, bytes - shift, static_cast<std::size_t>(kept));
}

void ViewBuffer::release() {
    image_ = {};
    valid_ = false;
}

}  // namespace segad::ui
