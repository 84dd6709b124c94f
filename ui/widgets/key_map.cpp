#include "ui/widgets/key_map.h"

#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDockWidget>
#include <QKeyEvent>
#include <QSettings>
#include <QUrl>
#include <QWidget>
#include <algorithm>
#include <ranges>

#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr const char* kStandard = "standardKey";
constexpr const char* kArea = "keyArea";
const QString kGroup = QStringLiteral("keys");

QString settingOf(const QString& id) {
    // Slashes would make groups, and some keys are slashes.
    return kGroup + QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(id));
}

bool belongsTo(const QObject* object, const QObject& root) {
    while (object != nullptr && object != &root)
        object = object->parent();
    return object != nullptr;
}

/// A letter goes to the entry that begins with it. Digits label parts, so they are the box's only when an
/// entry begins with one.
bool isTypedInto(const QComboBox& box, const QKeyEvent& key) {
    constexpr Qt::KeyboardModifiers kTyping = Qt::ShiftModifier | Qt::KeypadModifier;
    if ((key.modifiers() & ~kTyping) != Qt::NoModifier || key.text().isEmpty()) return false;
    const QChar typed = key.text()[0];
    if (typed.isLetter()) return true;
    const auto begins = [&](int row) {
        const QString text = box.itemText(row);
        return !text.isEmpty() && text[0].isDigit();
    };
    const auto rows = std::views::iota(0, box.count());
    return typed.isDigit() && std::ranges::any_of(rows, begins);
}

/// What is typed into a field is the field's, whatever action has the key. Line edits and number fields see
/// to that themselves; drop-down lists don't.
class TypedKeys : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ShortcutOverride) {
            const auto* box = qobject_cast<const QComboBox*>(watched);
            if (box != nullptr && isTypedInto(*box, *static_cast<QKeyEvent*>(event))) {
                event->accept();
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};
}  // namespace

KeyMap::KeyMap() {
    announce_.setSingleShot(true);
    announce_.setInterval(0);
    connect(&announce_, &QTimer::timeout, this, &KeyMap::changed);
    qApp->installEventFilter(new TypedKeys(this));
}

KeyMap& KeyMap::instance() {
    static KeyMap map;
    return map;
}

QKeySequence KeyMap::standardKey(const QAction& action) {
    return action.property(kStandard).value<QKeySequence>();
}

QKeySequence KeyMap::keyOf(const QAction& action) {
    const QVariant users = QSettings().value(settingOf(action.objectName()));
    return users.isValid() ? QKeySequence(users.toString(), QKeySequence::PortableText) : standardKey(action);
}

void KeyMap::bind(QAction* action, const QString& id, const QKeySequence& standard, const QString& tip) {
    action->setObjectName(id);
    action->setProperty(kStandard, QVariant::fromValue(standard));
    action->setToolTip(tip);
    actions_.push_back(action);
    connect(action, &QObject::destroyed, this, [this, action] {
        actions_.removeOne(action);
        announce_.start();
    });
    apply(action);
    announce_.start();
}

void KeyMap::apply(QAction* action) {
    // Whoever owns the action may have given it another tooltip since.
    QString tip = action->toolTip();
    if (const QString end = withKey({}, action->shortcut()); !end.isEmpty() && tip.endsWith(end))
        tip.chop(end.size());
    action->setShortcut(keyOf(*action));
    action->setToolTip(withKey(tip, action->shortcut()));
}

void KeyMap::setKey(const QString& id, const QKeySequence& key) {
    QSettings().setValue(settingOf(id), key.toString(QKeySequence::PortableText));
    for (QAction* action : actions_) {
        if (action->objectName() != id) continue;
        if (key == standardKey(*action)) QSettings().remove(settingOf(id));
        apply(action);
    }
    announce_.start();
}

void KeyMap::reset(const QString& id) {
    QSettings().remove(settingOf(id));
    for (QAction* action : actions_) {
        if (action->objectName() == id) apply(action);
    }
    announce_.start();
}

void KeyMap::resetAll() {
    QSettings().remove(kGroup);
    for (QAction* action : actions_)
        apply(action);
    announce_.start();
}

QList<QAction*> KeyMap::actions(const QWidget& root) const {
    QList<QAction*> own;
    QStringList areas;
    for (QAction* action : actions_) {
        if (!belongsTo(action, root)) continue;
        own.push_back(action);
        if (!areas.contains(area(*action))) areas.push_back(area(*action));
    }
    std::ranges::stable_sort(own, {}, [&](const QAction* action) { return areas.indexOf(area(*action)); });
    return own;
}

QString KeyMap::area(const QAction& action) {
    for (const QObject* here = &action; here != nullptr; here = here->parent()) {
        if (QString name = here->property(kArea).toString(); !name.isEmpty()) return name;
        const auto* widget = qobject_cast<const QWidget*>(here);
        const bool hasTitle = qobject_cast<const QDialog*>(here) != nullptr ||
                              qobject_cast<const QDockWidget*>(here) != nullptr;
        if (hasTitle && !widget->windowTitle().isEmpty()) return widget->windowTitle();
    }
    return tr("Window");
}

void KeyMap::setArea(QObject* object, const QString& name) {
    object->setProperty(kArea, name);
}

QString fixedKeyUse(const QKeySequence& key) {
    if (key == QKeySequence(Qt::Key_Space)) return KeyMap::tr("Bare image, without overlays");
    if (key == QKeySequence(Qt::Key_Tab) || key == QKeySequence(Qt::SHIFT | Qt::Key_Tab))
        return KeyMap::tr("Next or previous field");
    if (key == QKeySequence(Qt::Key_Escape)) return KeyMap::tr("Close or cancel");
    if (key == QKeySequence(Qt::Key_Return) || key == QKeySequence(Qt::Key_Enter))
        return KeyMap::tr("Press the chosen button");
    return {};
}

QAction* keyOwner(const QWidget& root, const QKeySequence& key, const QString& except) {
    if (key.isEmpty()) return nullptr;
    for (QAction* action : KeyMap::instance().actions(root)) {
        if (action->objectName() != except && action->shortcuts().contains(key)) return action;
    }
    return nullptr;
}

QString actionName(const QAction& action) {
    QString name = action.text();
    // "文件(&F)": the letter is no part of the name; "&File": it is.
    if (const qsizetype at = name.indexOf(QStringLiteral("(&")); at >= 0) name.remove(at, 4);
    name.remove(QLatin1Char('&')).remove(QStringLiteral(" …"));
    return name.trimmed();
}

}  // namespace segad::ui
