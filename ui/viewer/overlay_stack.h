// Several overlays of one canvas, the first one lowest.
#pragma once

#include <vector>

#include "ui/viewer/image_canvas.h"

namespace segad::ui {

class OverlayStack : public CanvasOverlay {
public:
    /// They outlive the stack, or it is taken off the canvas before.
    explicit OverlayStack(std::vector<CanvasOverlay*> overlays) : overlays_(std::move(overlays)) {}

    void paint(QPainter& painter, const QRect& seen) override {
        for (CanvasOverlay* overlay : overlays_)
            overlay->paint(painter, seen);
    }

private:
    std::vector<CanvasOverlay*> overlays_;
};

}  // namespace segad::ui
