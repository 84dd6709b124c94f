#include "ui/viewer/bare_key.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QTreeView>

namespace segad::ui {

namespace {
/// Where one types, and at a button to which one went with the Tab key, the Space key has its usual meaning.
bool needsSpace(const QWidget* focus) {
    if (focus == nullptr) return false;
    const auto* box = qobject_cast<const QComboBox*>(focus);
    const bool typing = qobject_cast<const QLineEdit*>(focus) != nullptr ||
                        qobject_cast<const QTextEdit*>(focus) != nullptr ||
                        qobject_cast<const QPlainTextEdit*>(focus) != nullptr ||
                        qobject_cast<const QAbstractSpinBox*>(focus) != nullptr ||
                        (box != nullptr && box->isEditable());
    const bool checks = qobject_cast<const QTreeView*>(focus) != nullptr;  // of the filters
    const bool own = focus->property("takesSpace").toBool();  // lists to tick, the preview of defects
    const bool byKeyboard = focus->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    return typing || checks || own || (byKeyboard && qobject_cast<const QAbstractButton*>(focus) != nullptr);
}
}  // namespace

BareKey::BareKey(QWidget& viewer) : QObject(&viewer), viewer_(viewer) {
    qApp->installEventFilter(this);
}

bool BareKey::isMine(const QKeyEvent& key) const {
    return key.key() == Qt::Key_Space && key.modifiers() == Qt::NoModifier && viewer_.isVisible() &&
           viewer_.isActiveWindow() && QApplication::activePopupWidget() == nullptr;
}

bool BareKey::eventFilter(QObject* watched, QEvent* event) {
    // Without the window the key's release would never come.
    if (event->type() == QEvent::WindowDeactivate && watched == viewer_.window()) setBare(false);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::KeyRelease)
        return QObject::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isPress = event->type() == QEvent::KeyPress;
    // Let go while typing or in a menu: the image is not left bare.
    if (!isMine(*key) || (isPress && needsSpace(QApplication::focusWidget()))) {
        if (!isPress && key->key() == Qt::Key_Space && !key->isAutoRepeat()) setBare(false);
        return QObject::eventFilter(watched, event);
    }
    if (!isPress && !bare_) return QObject::eventFilter(watched, event);
    // A key that is held repeats: none of it may reach a button or a list.
    if (!key->isAutoRepeat()) setBare(isPress);
    return true;
}

void BareKey::setBare(bool bare) {
    if (bare == bare_) return;
    bare_ = bare;
    Q_EMIT changed(bare);
}

}  // namespace segad::ui
