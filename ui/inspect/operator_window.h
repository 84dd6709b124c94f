// Operator mode: the line on the whole screen, without menus and without anything that can be set. The only
// way out is the PIN, when one is set.
#pragma once

#include <QWidget>

class QAction;

namespace segad::ui {

class LineLive;
class LineView;

class OperatorWindow : public QWidget {
    Q_OBJECT

public:
    /// `start` and `stop` are the workspace's. Deletes itself when it is left.
    OperatorWindow(LineLive& live, QAction* start, QAction* stop);

    LineView& view() { return *view_; }
    /// Asks for the PIN when there is one.
    void leave();

Q_SIGNALS:
    void left();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void goOut();

    LineView* view_;
    bool leaving_ = false;
};

}  // namespace segad::ui
