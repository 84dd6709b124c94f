#include "ui/shell/keys_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/shell/key_list.h"
#include "ui/widgets/key_map.h"

namespace segad::ui {

namespace {
QPushButton* button(const QString& text, const QString& tip) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    return button;
}
}  // namespace

KeysPage::KeysPage(QWidget* window, QWidget* parent)
    : QWidget(parent),
      list_(new KeyList(window)),
      key_(new QKeySequenceEdit),
      note_(new QLabel),
      set_(button(tr("Set key"), tr("Use the key that was pressed for what is chosen"))),
      clear_(button(tr("No key"), tr("Take the key away from what is chosen"))),
      reset_(button(tr("Standard key"), tr("Give back the key that what is chosen had at first"))),
      resetAll_(button(tr("All standard keys"), tr("Give everything back the key it had at first"))) {
    key_->setAccessibleName(tr("New key"));
    key_->setToolTip(tr("Click here, then press the new key"));
    note_->setWordWrap(true);
    note_->setMinimumHeight(2 * note_->fontMetrics().lineSpacing());
    note_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel(tr("New key")));
    row->addWidget(key_, 1);
    row->addWidget(set_);
    row->addWidget(clear_);
    row->addWidget(reset_);
    row->addWidget(resetAll_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(list_, 1);
    column->addWidget(note_);
    column->addLayout(row);
    connect(list_, &KeyList::chosenChanged, this, &KeysPage::showChosen);
    connect(list_, &KeyList::activated, key_, [this] { key_->setFocus(); });
    connect(key_, &QKeySequenceEdit::keySequenceChanged, this, [this](const QKeySequence& keys) {
        // One key, not several after each other: the last one that was pressed.
        if (keys.count() > 1) key_->setKeySequence(QKeySequence(keys[static_cast<uint>(keys.count() - 1)]));
        judge();
    });
    connect(set_, &QPushButton::clicked, this, &KeysPage::set);
    connect(clear_, &QPushButton::clicked, this, &KeysPage::clear);
    connect(reset_, &QPushButton::clicked, this, &KeysPage::reset);
    connect(resetAll_, &QPushButton::clicked, this, [] { KeyMap::instance().resetAll(); });
    showChosen();
}

void KeysPage::showChosen() {
    const QAction* action = list_->chosen();
    const QSignalBlocker quiet(key_);
    key_->setKeySequence(action == nullptr ? QKeySequence() : action->shortcut());
    judge();
}

void KeysPage::judge() {
    const QAction* action = list_->chosen();
    const QKeySequence key = key_->keySequence();
    const QString pressed = key.toString(QKeySequence::NativeText);
    key_->setEnabled(action != nullptr);
    clear_->setEnabled(action != nullptr && !action->shortcut().isEmpty());
    reset_->setEnabled(action != nullptr && KeyMap::isUsers(*action));
    set_->setText(tr("Set key"));
    set_->setEnabled(action != nullptr && !key.isEmpty() && key != action->shortcut());
    if (action == nullptr) {
        note_->setText(
            tr("Choose what to do, then press the key for it. The keys of the workspaces are here "
               "while a project is open."));
        return;
    }
    if (const QString use = fixedKeyUse(key); !use.isEmpty()) {
        note_->setText(tr("%1 always means: %2. Press another key.").arg(pressed, use));
        set_->setEnabled(false);
    } else if (const QAction* owner = keyOwner(*list_->root(), key, action->objectName())) {
        note_->setText(tr("%1 belongs to “%2” (%3), which would have no key any more.")
                           .arg(pressed, actionName(*owner), KeyMap::area(*owner)));
        set_->setText(tr("Take it over"));
    } else if (set_->isEnabled()) {
        note_->setText(tr("%1 is free.").arg(pressed));
    } else {
        note_->setText(action->toolTip());
    }
}

void KeysPage::set() {
    const QAction* action = list_->chosen();
    if (action == nullptr) return;
    const QString id = action->objectName();
    const QKeySequence key = key_->keySequence();
    while (const QAction* owner = keyOwner(*list_->root(), key, id))
        KeyMap::instance().setKey(owner->objectName(), {});
    KeyMap::instance().setKey(id, key);
}

void KeysPage::clear() {
    if (const QAction* action = list_->chosen()) KeyMap::instance().setKey(action->objectName(), {});
}

void KeysPage::reset() {
    const QAction* action = list_->chosen();
    if (action == nullptr) return;
    // Like any other key: it may belong to something else by now.
    const QSignalBlocker quiet(key_);
    key_->setKeySequence(KeyMap::standardKey(*action));
    judge();
    if (keyOwner(*list_->root(), key_->keySequence(), action->objectName()) == nullptr)
        KeyMap::instance().reset(action->objectName());
}

}  // namespace segad::ui
