// Settings ▸ Keys: choose what to do, press the key for it. A key that is taken says by what, and is only
// given away when the user says so.
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QPushButton;

namespace segad::ui {

class KeyList;

class KeysPage : public QWidget {
    Q_OBJECT

public:
    /// Edits the keys of `window`.
    explicit KeysPage(QWidget* window, QWidget* parent = nullptr);

private:
    void showChosen();
    void judge();
    void set();
    void clear();
    void reset();

    KeyList* list_;
    QKeySequenceEdit* key_;
    QLabel* note_;
    QPushButton* set_;
    QPushButton* clear_;
    QPushButton* reset_;
    QPushButton* resetAll_;
};

}  // namespace segad::ui
