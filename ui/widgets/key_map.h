// Which key does what. Every action gets its key here: the one the user has set, else its standard key. A
// change is seen at once by every action with that id, in its tooltip and in every list of keys.
//
// The id of an action is its object name. It stays the same in every language and from version to version,
// because the user's key is kept under it.
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

class QAction;
class QWidget;

namespace segad::ui {

class KeyMap : public QObject {
    Q_OBJECT

public:
    static KeyMap& instance();

    /// From now on the action has the key that is set for `id`, and a tooltip that says it. `tip` is the
    /// tooltip without the key.
    void bind(QAction* action, const QString& id, const QKeySequence& standard, const QString& tip);

    /// Sets and keeps the user's key; an empty one means that the action has none.
    void setKey(const QString& id, const QKeySequence& key);
    void reset(const QString& id);
    void resetAll();

    /// The bound actions that belong to `root`, by area and then in the order they were made.
    QList<QAction*> actions(const QWidget& root) const;

    static QKeySequence standardKey(const QAction& action);
    static bool isUsers(const QAction& action) { return keyOf(action) != standardKey(action); }

    /// Where an action belongs on the sheet of keys: the nearest name given by setArea() to it or to what it
    /// is in, else the title of its dock or dialog.
    static QString area(const QAction& action);
    static void setArea(QObject* object, const QString& name);

Q_SIGNALS:
    /// A key was set, or actions have come or gone. Sent later, once for many.
    void changed();

private:
    KeyMap();
    static QKeySequence keyOf(const QAction& action);
    void apply(QAction* action);

    QList<QAction*> actions_;
    QTimer announce_;
};

/// Keys that belong to no action, because they are held or move the focus; what they do. Empty for a key
/// that is free.
QString fixedKeyUse(const QKeySequence& key);

/// The action below `root` that has `key`, other than those with the id `except`; nullptr when it is free.
QAction* keyOwner(const QWidget& root, const QKeySequence& key, const QString& except);

/// What an action is called, without mnemonics and dots.
QString actionName(const QAction& action);

}  // namespace segad::ui
