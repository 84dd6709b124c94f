// Tabs as a list at the side: for more pages than fit beside each other, with their names written across.
#pragma once

#include <QTabBar>
#include <QTabWidget>

namespace segad::ui {

class SideTabBar : public QTabBar {
    Q_OBJECT

public:
    using QTabBar::QTabBar;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;
    /// Up and Down go through the list, as Left and Right do.
    void keyPressEvent(QKeyEvent* event) override;
};

class SideTabs : public QTabWidget {
    Q_OBJECT

public:
    explicit SideTabs(QWidget* parent = nullptr);
};

}  // namespace segad::ui
