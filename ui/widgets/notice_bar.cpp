#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "ui/widgets/icons.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kStripe = 4;
/// Of the window's colour, so that text keeps its contrast in light and dark.
constexpr int kTintAlpha = 36;
}  // namespace

NoticeBar::NoticeBar(const QString& accessibleName, QWidget* parent)
    : QFrame(parent),
      mark_(new QLabel(QStringLiteral("⚠"))),
      text_(new QLabel),
      buttons_(new QHBoxLayout),
      close_(new QToolButton) {
    setAccessibleName(accessibleName);
    fitMark();
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    close_->setIcon(icon(QStringLiteral("clear")));
    close_->setAutoRaise(true);
    close_->setToolTip(tr("Put this notice away"));
    close_->setAccessibleName(close_->toolTip());
    connect(close_, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT putAway();
    });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kStripe + 8, 4, 6, 4);
    row->addWidget(mark_);
    row->addWidget(text_, 1);
    row->addLayout(buttons_);
    row->addWidget(close_);
    setClosable(false);
    hide();
}

void NoticeBar::fitMark() {
    QFont larger = font();
    if (larger.pixelSize() > 0)
        larger.setPixelSize(larger.pixelSize() * 6 / 5);
    else
        larger.setPointSizeF(larger.pointSizeF() * 1.2);
    mark_->setFont(larger);
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitMark();
}

void NoticeBar::addAction(QAction* action) {
    QPushButton* button = actionButton(action);
    // In its place first: shown without a parent it would be a window, and take the keys.
    buttons_->addWidget(button);
    button->setVisible(action->isVisible());
    connect(action, &QAction::visibleChanged, button,
            [button, action] { button->setVisible(action->isVisible()); });
}

void NoticeBar::say(const QString& text) {
    text_->setText(text);
    setAccessibleDescription(text);
    show();
}

QString NoticeBar::text() const {
    return text_->text();
}

void NoticeBar::setHint() {
    isHint_ = true;
    mark_->setText(QStringLiteral("➜"));
    update();
}

void NoticeBar::setClosable(bool closable) {
    close_->setVisible(closable);
}

void NoticeBar::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    QColor tint = isHint_ ? palette().color(QPalette::Highlight) : verdictColor(Verdict::Review);
    painter.fillRect(0, 0, kStripe, height(), tint);
    tint.setAlpha(kTintAlpha);
    painter.fillRect(rect(), tint);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

}  // namespace segad::ui
