// Every key on one sheet (F1), read from the actions themselves.
#pragma once

#include <QDialog>

class QAction;

namespace segad::ui {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<QAction*>& actions, QWidget* parent = nullptr);
};

}  // namespace segad::ui
