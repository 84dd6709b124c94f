#include "ui/inspect/operator_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/inspect/line_live.h"
#include "ui/inspect/line_view.h"
#include "ui/inspect/operator_pin.h"
#include "ui/inspect/pin_dialog.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kMargin = 14;
constexpr int kGap = 28;
/// Buttons for fingers.
constexpr double kButtonShare = 0.048;
constexpr int kLeastButton = 36;
}  // namespace

OperatorWindow::OperatorWindow(LineLive& live, QAction* start, QAction* stop)
    : view_(new LineView(live, LineSize::Hall)) {
    setWindowTitle(tr("Inspection"));
    setAttribute(Qt::WA_DeleteOnClose);
    KeyMap::setArea(this, tr("Operator mode"));
    QAction* leaving = makeAction(
        this, QStringLiteral("quit"), tr("Leave"),
        operator_pin::isSet() ? tr("Back to the window; asks for the PIN") : tr("Back to the window"),
        QStringLiteral("Esc"));
    connect(leaving, &QAction::triggered, this, &OperatorWindow::leave);
    for (QAction* action : {start, stop, leaving}) {
        auto* gap = new QWidget;
        gap->setFixedWidth(action == stop ? 0 : kGap);  // who stops the line does not leave by mistake
        view_->addToFoot(gap);
        view_->addToFoot(actionButton(action));
    }
    for (QPushButton* button : view_->findChildren<QPushButton*>())
        button->setFocusPolicy(Qt::NoFocus);  // Space goes back to live and must not stop the line
    auto* column = new QVBoxLayout(this);
    // The screen says how large it is, not what is in it.
    column->setSizeConstraint(QLayout::SetNoConstraint);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(view_, 1);
}

void OperatorWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int high = std::max(kLeastButton, static_cast<int>(height() * kButtonShare));
    for (QPushButton* button : view_->findChildren<QPushButton*>()) {
        button->setMinimumHeight(high);
        button->setIconSize({high / 2, high / 2});
    }
}

void OperatorWindow::leave() {
    if (!operator_pin::isSet()) {
        goOut();
        return;
    }
    if (findChild<PinDialog*>() != nullptr) return;
    auto* dialog = new PinDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &OperatorWindow::goOut);
    dialog->open();
}

void OperatorWindow::goOut() {
    leaving_ = true;
    Q_EMIT left();
    close();
}

void OperatorWindow::closeEvent(QCloseEvent* event) {
    if (leaving_) {
        event->accept();
        return;
    }
    event->ignore();
    leave();
}

}  // namespace segad::ui
