// Small builders shared by the workspaces, so that headings, tables and buttons look alike everywhere.
#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>

class QAction;
class QComboBox;
class QLabel;
class QMimeData;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QToolButton;
class QWidget;

namespace segad::ui {

/// A bold line above a group of widgets.
QLabel* heading(const QString& text);

/// A read-only table of whole rows, whose columns keep to its width.
QTableWidget* recordTable(const QStringList& columns, const QString& accessibleName);

/// Appends a row; each cell's tooltip is its text.
void addRecord(QTableWidget* table, const QStringList& cells);

/// A drop-down list that gives way in a narrow panel instead of demanding the width of its longest entry.
QComboBox* choiceBox(const QString& accessibleName, const QString& tip);

/// `content` in a frameless area that scrolls up and down only.
QScrollArea* scrolled(QWidget* content);

/// A push button that stands for an action: text, icon, tooltip with shortcut, enabled and checked state.
QPushButton* actionButton(QAction* action);

/// A small button that stands for an action, with its icon and text beside each other.
QToolButton* toolButton(QAction* action);

/// "tip (key)", or the tip alone when there is no key.
QString withKey(const QString& tip, const QKeySequence& key);

/// An action with icon, key and tooltip, added to `owner` so that its key works. The user may set another
/// key (KeyMap); its id there is the class of `owner` and the standard key, or the icon when it has none.
QAction* makeAction(QWidget* owner, const QString& iconName, const QString& text, const QString& tip,
                    const QString& shortcut);

/// The folder that is dragged, empty when it is anything else.
QString draggedFolder(const QMimeData* data);

/// UTC ISO 8601 as local date and time, minutes.
QString localTime(const std::string& iso);
/// The same without what goes without saying: this year, or today's date.
QString briefTime(const std::string& iso);

}  // namespace segad::ui
