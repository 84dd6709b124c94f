#include "ui/inspect/pin_dialog.h"

#include <QDateTime>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/inspect/operator_pin.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr int kButton = 72;
constexpr double kLarge = 1.6;

/// Of the whole program: closing the dialog gives no new tries.
struct Tries {
    int wrong = 0;
    QDateTime until;  ///< no tries before
};
Tries& tries() {
    static Tries state;
    return state;
}

QFont large(QFont font) {
    font.setPointSizeF(font.pointSizeF() * kLarge);
    return font;
}
}  // namespace

PinDialog::PinDialog(QWidget* parent)
    : QDialog(parent), digits_(new QLineEdit), message_(new QLabel), pad_(makePad()) {
    setWindowTitle(tr("Leave operator mode"));
    digits_->setEchoMode(QLineEdit::Password);
    digits_->setMaxLength(operator_pin::kMostDigits);
    digits_->setReadOnly(true);  // keys come through the dialog, so that no other text gets in
    digits_->setFocusPolicy(Qt::NoFocus);
    digits_->setAlignment(Qt::AlignCenter);
    digits_->setFont(large(digits_->font()));
    digits_->setAccessibleName(tr("PIN"));
    digits_->setToolTip(tr("The PIN that is set in Settings ▸ Inspection"));
    message_->setWordWrap(true);
    message_->setAlignment(Qt::AlignCenter);
    message_->setText(tr("PIN to leave operator mode"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(message_);
    column->addWidget(digits_);
    column->addWidget(pad_);
    pause_.setInterval(500);
    connect(&pause_, &QTimer::timeout, this, &PinDialog::showPause);
    showPause();
}

QWidget* PinDialog::makePad() {
    auto* pad = new QWidget;
    auto* grid = new QGridLayout(pad);
    grid->setContentsMargins(0, 8, 0, 0);
    const auto add = [&](const QString& text, const QString& name, int row, int column) {
        auto* button = new QPushButton(text);
        button->setFont(large(button->font()));
        button->setMinimumSize(kButton, kButton);
        button->setAutoDefault(false);
        button->setAccessibleName(name);
        button->setToolTip(name);
        grid->addWidget(button, row, column);
        return button;
    };
    for (int digit = 1; digit <= 10; ++digit) {
        const QString text = QString::number(digit % 10);
        const QPushButton* button =
            digit == 10 ? add(text, text, 3, 1) : add(text, text, (digit - 1) / 3, (digit - 1) % 3);
        connect(button, &QPushButton::clicked, this, [this, text] { type(text); });
    }
    connect(add(QStringLiteral("⌫"), tr("Delete the last digit"), 3, 0), &QPushButton::clicked, this,
            [this] { digits_->backspace(); });
    enter_ = add(tr("OK"), tr("Leave operator mode"), 3, 2);
    connect(enter_, &QPushButton::clicked, this, &PinDialog::check);
    QPushButton* stay = add(tr("Stay"), tr("Go on in operator mode"), 4, 0);
    grid->addWidget(stay, 4, 0, 1, 3);
    connect(stay, &QPushButton::clicked, this, &QDialog::reject);
    return pad;
}

void PinDialog::type(const QString& key) {
    digits_->setText((digits_->text() + key).left(operator_pin::kMostDigits));
}

void PinDialog::keyPressEvent(QKeyEvent* event) {
    const QString text = event->text();
    if (event->key() == Qt::Key_Backspace)
        digits_->backspace();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        check();
    else if (text.size() == 1 && text[0] >= u'0' && text[0] <= u'9')
        type(text);
    else
        QDialog::keyPressEvent(event);
}

void PinDialog::check() {
    if (pause_.isActive() || digits_->text().isEmpty()) return;
    if (operator_pin::matches(digits_->text())) {
        tries() = {};
        accept();
        return;
    }
    digits_->clear();
    if (++tries().wrong % kTries == 0) tries().until = QDateTime::currentDateTime().addSecs(kPauseSeconds);
    message_->setText(tr("✕ That is not the PIN"));
    showPause();
}

void PinDialog::showPause() {
    const qint64 seconds = QDateTime::currentDateTime().secsTo(tries().until);
    const bool waits = tries().until.isValid() && seconds > 0;
    for (QPushButton* button : pad_->findChildren<QPushButton*>())
        button->setEnabled(!waits || button->text() == tr("Stay"));
    if (waits) {
        message_->setText(
            tr("Too many wrong PINs. Try again in %1.").arg(duration(static_cast<double>(seconds))));
        if (!pause_.isActive()) pause_.start();
    } else if (pause_.isActive()) {
        pause_.stop();
        message_->setText(tr("PIN to leave operator mode"));
    }
}

}  // namespace segad::ui
