#include "ui/inspect/operator_window.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/inspect/line_live.h"
#include "ui/inspect/line_view.h"
#include "ui/inspect/operator_pin.h"
#include "ui/inspect/pin_dialog.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kTouchHeight = 52;
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
    auto* foot = new QHBoxLayout;
    for (QAction* action : {start, stop, leaving}) {
        if (action == leaving) foot->addStretch(1);
        QPushButton* button = actionButton(action);
        button->setFont(view_->font());
        foot->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 14, 14, 10);
    column->addWidget(view_, 1);
    column->addLayout(foot);
    for (QPushButton* button : findChildren<QPushButton*>()) {
        button->setMinimumHeight(kTouchHeight);
        button->setFocusPolicy(Qt::NoFocus);  // Space goes back to live and must not stop the line
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
