// Settings ▸ Inspection: the PIN of operator mode, and the sounds of the verdicts.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace segad::ui {

class VerdictSounds;

class LinePage : public QWidget {
    Q_OBJECT

public:
    explicit LinePage(QWidget* parent = nullptr);

private:
    void setPin();
    void removePin();
    void showState();
    bool mayChange();
    QLineEdit* pinField(const QString& name);

    QLineEdit* old_;
    QLineEdit* first_;
    QLineEdit* second_;
    QLabel* message_;
    QAction* set_;
    QAction* remove_;
    VerdictSounds* sounds_;
};

}  // namespace segad::ui
