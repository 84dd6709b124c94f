#include "ui/inspect/line_page.h"

#include <QAction>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include "ui/inspect/operator_pin.h"
#include "ui/inspect/verdict_sounds.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kFieldWidth = 160;
}  // namespace

LinePage::LinePage(QWidget* parent)
    : QWidget(parent),
      old_(pinField(tr("Present PIN"))),
      first_(pinField(tr("New PIN"))),
      second_(pinField(tr("New PIN again"))),
      message_(new QLabel),
      set_(makeAction(this, QStringLiteral("pin"), tr("Set PIN"),
                      tr("From now on operator mode is left with this PIN only"),
                      QStringLiteral("Ctrl+Alt+Shift+S"))),
      remove_(makeAction(this, QStringLiteral("clear"), tr("Remove PIN"),
                         tr("Operator mode is left without a PIN"), QStringLiteral("Ctrl+Alt+Shift+R"))),
      sounds_(new VerdictSounds(this)) {
    connect(set_, &QAction::triggered, this, &LinePage::setPin);
    connect(remove_, &QAction::triggered, this, &LinePage::removePin);
    message_->setWordWrap(true);
    auto* form = new QFormLayout;
    form->addRow(tr("Present PIN"), old_);
    form->addRow(tr("New PIN"), first_);
    form->addRow(tr("New PIN again"), second_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(actionButton(set_));
    buttons->addWidget(actionButton(remove_));
    buttons->addStretch(1);
    form->addRow(QString(), buttons);
    auto* tones = new QHBoxLayout;
    const auto addTone = [&](Verdict verdict, const QString& key) {
        QAction* action = makeAction(this, QStringLiteral("resume"),
                                     QStringLiteral("%1 %2").arg(verdictMark(verdict), verdictText(verdict)),
                                     tr("Play the sound of this verdict"), key);
        connect(action, &QAction::triggered, this, [this, verdict] { sounds_->tryOut(verdict); });
        tones->addWidget(actionButton(action));
    };
    addTone(Verdict::Pass, QStringLiteral("Ctrl+Alt+Shift+1"));
    addTone(Verdict::Review, QStringLiteral("Ctrl+Alt+Shift+2"));
    addTone(Verdict::Reject, QStringLiteral("Ctrl+Alt+Shift+3"));
    tones->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(heading(tr("PIN of operator mode")));
    column->addWidget(message_);
    column->addLayout(form);
    column->addSpacing(16);
    column->addWidget(heading(tr("Sounds")));
    auto* about = new QLabel(tr("Which verdicts are heard is chosen where the inspection is begun."));
    about->setWordWrap(true);
    column->addWidget(about);
    column->addLayout(tones);
    column->addStretch(1);
    showState();
}

QLineEdit* LinePage::pinField(const QString& name) {
    auto* field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(operator_pin::kMostDigits);
    field->setFixedWidth(kFieldWidth);
    field->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]*")), field));
    field->setAccessibleName(name);
    field->setToolTip(tr("%1 to %2 digits").arg(operator_pin::kLeastDigits).arg(operator_pin::kMostDigits));
    return field;
}

void LinePage::showState() {
    const bool set = operator_pin::isSet();
    old_->setEnabled(set);
    remove_->setEnabled(set);
    message_->setText(set ? tr("A PIN is set: operator mode is left with it only.")
                          : tr("No PIN is set: everybody can leave operator mode."));
    for (QLineEdit* field : {old_, first_, second_})
        field->clear();
}

bool LinePage::mayChange() {
    if (!operator_pin::isSet() || operator_pin::matches(old_->text())) return true;
    message_->setText(tr("✕ The present PIN is another one."));
    return false;
}

void LinePage::setPin() {
    if (!mayChange()) return;
    if (first_->text() != second_->text()) {
        message_->setText(tr("✕ The two new PINs differ."));
        return;
    }
    if (!operator_pin::set(first_->text())) {
        message_->setText(tr("✕ A PIN has %1 to %2 digits.")
                              .arg(operator_pin::kLeastDigits)
                              .arg(operator_pin::kMostDigits));
        return;
    }
    showState();
}

void LinePage::removePin() {
    if (!mayChange()) return;
    operator_pin::remove();
    showState();
}

}  // namespace segad::ui
