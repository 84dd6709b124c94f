#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/widgets/icons.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kIconSide = 56;
constexpr int kTextWidth = 460;
constexpr int kLeastTextWidth = 180;
constexpr int kMargins = 32;
}  // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent), text_(new QLabel(text)), buttons_(new QWidget) {
    auto* picture = new QLabel;
    picture->setPixmap(icon(iconName).pixmap(kIconSide, kIconSide));
    picture->setAlignment(Qt::AlignCenter);
    auto* heading = new QLabel(title);
    QFont font = heading->font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    heading->setFont(font);
    heading->setAlignment(Qt::AlignCenter);
    text_->setWordWrap(true);
    text_->setAlignment(Qt::AlignCenter);

    auto* buttonRow = new QHBoxLayout(buttons_);
    buttonRow->setContentsMargins(0, 8, 0, 0);
    buttonRow->addStretch();
    buttonRow->addStretch();

    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addWidget(picture);
    column->addWidget(heading);
    column->addWidget(text_, 0, Qt::AlignHCenter);
    column->addWidget(buttons_);
    column->addStretch(3);
    fitText();
}

void EmptyState::addAction(QAction* action) {
    QPushButton* button = actionButton(action);
    auto* row = static_cast<QHBoxLayout*>(buttons_->layout());
    button->setDefault(row->count() == 2);
    row->insertWidget(row->count() - 1, button);
}

void EmptyState::setText(const QString& text) {
    text_->setText(text);
    fitText();
}

void EmptyState::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitText();
}

void EmptyState::fitText() {
    // A layout within a layout does not ask wrapped text how high it is.
    const int wide = std::clamp(width() - kMargins, kLeastTextWidth, kTextWidth);
    text_->setFixedSize(wide, std::max(0, text_->heightForWidth(wide)));
}

}  // namespace segad::ui
