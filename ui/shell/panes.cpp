#include "ui/shell/panes.h"

#include <QApplication>
#include <QWidget>

namespace segad::ui {

namespace {
bool takesKeys(const QWidget& widget) {
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) != 0;
}

/// Where the keys were the last time, else the first that takes them; nullptr when none does.
QWidget* entrance(QWidget& pane) {
    if (QWidget* last = pane.focusWidget(); last != nullptr && takesKeys(*last)) return last;
    for (QWidget* next = pane.nextInFocusChain(); next != &pane; next = next->nextInFocusChain()) {
        if (pane.isAncestorOf(next) && takesKeys(*next)) return next;
    }
    return takesKeys(pane) ? &pane : nullptr;
}
}  // namespace

void focusNextPane(const QList<QWidget*>& panes, bool forward) {
    const QWidget* focus = QApplication::focusWidget();
    const auto count = static_cast<int>(panes.size());
    int here = forward ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (focus != nullptr && (panes[i] == focus || panes[i]->isAncestorOf(focus))) here = i;
    }
    for (int step = 1; step <= count; ++step) {
        const int next = ((here + (forward ? step : -step)) % count + count) % count;
        QWidget* target = panes[next]->isVisible() ? entrance(*panes[next]) : nullptr;
        if (target == nullptr) continue;
        // As if it had been reached by Tab, so that it shows that it has the keys.
        target->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

}  // namespace segad::ui
