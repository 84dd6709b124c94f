// F6: the keyboard goes round the parts of the window, each time to where it was there before.
#pragma once

#include <QList>

class QWidget;

namespace segad::ui {

/// Gives the focus to the next of `panes` that is seen and takes it, after the one that has it; to the one
/// before when `forward` is false.
void focusNextPane(const QList<QWidget*>& panes, bool forward);

}  // namespace segad::ui
