#include "ui/shell/shortcut_sheet.h"

#include <QAction>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>
#include <set>

#include "ui/widgets/pane.h"

namespace segad::ui {

ShortcutSheet::ShortcutSheet(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    resize(520, 560);
    auto* table = recordTable({tr("Key"), tr("What it does")}, tr("Keys"));
    std::set<QString> seen;
    for (const QAction* action : actions) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty() || !seen.insert(keys).second) continue;
        addRecord(table, {keys, action->text().remove(QLatin1Char('&'))});
    }
    addRecord(table, {tr("Space (hold)"), tr("Bare image, without overlays")});
    addRecord(table, {tr("Wheel, drag, double click"), tr("Zoom at the cursor, pan, fit to window")});
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
}

}  // namespace segad::ui
