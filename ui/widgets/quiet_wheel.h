// In a form that scrolls the wheel scrolls: it changes a field only when the field has the keys, not when it
// happens to pass under the pointer; a plot that can't be zoomed never takes it.
#pragma once

class QWidget;

namespace segad::ui {

/// For `content` and everything in it, now and later.
void keepWheelQuiet(QWidget& content);

}  // namespace segad::ui
