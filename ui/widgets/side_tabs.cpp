#include "ui/widgets/side_tabs.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <algorithm>

namespace segad::ui {

namespace {
constexpr int kMarginX = 10;
constexpr int kMarginY = 7;
constexpr int kAccent = 3;
/// Between the list and what it leads to.
constexpr int kGap = 8;
}  // namespace

SideTabs::SideTabs(QWidget* parent) : QTabWidget(parent) {
    setTabBar(new SideTabBar);
    setTabPosition(QTabWidget::West);
    setDocumentMode(true);
    tabBar()->setDrawBase(false);
    tabBar()->setExpanding(false);
    tabBar()->setElideMode(Qt::ElideNone);
}

QSize SideTabBar::tabSizeHint(int /*index*/) const {
    // As wide as the longest: it is one list.
    int width = 0;
    for (int tab = 0; tab < count(); ++tab)
        width = std::max(width, fontMetrics().horizontalAdvance(tabText(tab)));
    return {width + 2 * kMarginX + kAccent + kGap, fontMetrics().height() + 2 * kMarginY};
}

void SideTabBar::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down) {
        QTabBar::keyPressEvent(event);
        return;
    }
    setCurrentIndex(std::clamp(currentIndex() + (key == Qt::Key_Down ? 1 : -1), 0, count() - 1));
}

void SideTabBar::paintEvent(QPaintEvent* /*event*/) {
    QStylePainter painter(this);
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    const bool inside = underMouse();
    for (int tab = 0; tab < count(); ++tab) {
        const QRect area = tabRect(tab).adjusted(0, 0, -kGap, 0);
        const bool current = tab == currentIndex();
        if (current) {
            QColor back = palette().color(QPalette::Highlight);
            painter.fillRect(QRect(area.topLeft(), QSize(kAccent, area.height())), back);
            back.setAlphaF(0.16F);
            painter.fillRect(area, back);
        } else if (inside && area.contains(mouse)) {
            QColor back = palette().color(QPalette::Text);
            back.setAlphaF(0.06F);
            painter.fillRect(area, back);
        }
        painter.setPen(
            palette().color(isTabEnabled(tab) ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
        painter.drawText(area.adjusted(kMarginX + kAccent, 0, -kMarginX, 0),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, tabText(tab));
        if (!current || !hasFocus()) continue;
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = area.adjusted(2, 2, -2, -2);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
    }
}

}  // namespace segad::ui
