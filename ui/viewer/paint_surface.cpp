#include "ui/viewer/paint_surface.h"

namespace segad::ui {

PaintSurface::~PaintSurface() = default;

}  // namespace segad::ui
