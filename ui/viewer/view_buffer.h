// One layer of a view as it was last drawn. When the view has only been moved, what is still seen is moved
// along and only what came into sight is drawn.
#pragma once

#include <QImage>
#include <functional>

#include "ui/viewer/view_sampling.h"

namespace segad::ui {

class ViewBuffer {
public:
    /// Sets every pixel of a part of the image (whose size is the view's).
    using Draw = std::function<void(QImage&, const QRect&)>;

    explicit ViewBuffer(QImage::Format format) : format_(format) {}

    /// The layer at this geometry, drawn by `draw` as far as it isn't there.
    const QImage& at(const ViewGeometry& geometry, const Draw& draw);
    /// What it shows has changed.
    void forget() { valid_ = false; }
    /// Forgets, and gives the memory back: the layer is hidden.
    void release();

private:
    void move(const QPoint& by);

    QImage::Format format_;
    QImage image_;
    ViewGeometry geometry_;
    bool valid_ = false;
};

}  // namespace segad::ui
