// Every key on one sheet (F1), read from the actions themselves and as they are now.
#pragma once

#include <QDialog>

namespace segad::ui {

class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    /// The keys of `window`.
    explicit ShortcutSheet(QWidget* window, QWidget* parent = nullptr);
};

}  // namespace segad::ui
