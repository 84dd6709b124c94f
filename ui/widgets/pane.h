// Small builders shared by the workspaces, so that headings, tables and buttons look alike everywhere.
#pragma once

#include <QString>
#include <QStringList>

class QAction;
class QLabel;
class QPushButton;
class QTableWidget;
class QWidget;

namespace segad::ui {

/// A bold line above a group of widgets.
QLabel* heading(const QString& text);

/// A read-only table of whole rows.
QTableWidget* recordTable(const QStringList& columns, const QString& accessibleName);

/// Appends a row; each cell's tooltip is its text.
void addRecord(QTableWidget* table, const QStringList& cells);

/// A push button that stands for an action: text, icon, tooltip with shortcut, enabled state.
QPushButton* actionButton(QAction* action);

/// An action with icon, shortcut and tooltip, added to `owner` so that its shortcut works.
QAction* makeAction(QWidget* owner, const QString& iconName, const QString& text, const QString& tip,
                    const QString& shortcut);

/// UTC ISO 8601 as local date and time, minutes.
QString localTime(const std::string& iso);

}  // namespace segad::ui
