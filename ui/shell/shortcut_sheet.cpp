#include "ui/shell/shortcut_sheet.h"

#include <QVBoxLayout>

#include "ui/shell/key_list.h"

namespace segad::ui {

ShortcutSheet::ShortcutSheet(QWidget* window, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Keys"));
    resize(620, 720);
    auto* keys = new KeyList(window);
    auto* column = new QVBoxLayout(this);
    column->addWidget(keys);
    keys->setFocus();
}

}  // namespace segad::ui
