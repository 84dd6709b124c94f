// Asks for the PIN, on a keyboard or with a finger. After three wrong ones it waits half a minute.
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QLineEdit;
class QPushButton;

namespace segad::ui {

class PinDialog : public QDialog {
    Q_OBJECT

public:
    explicit PinDialog(QWidget* parent = nullptr);

    static constexpr int kTries = 3;
    static constexpr int kPauseSeconds = 30;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePad();
    void type(const QString& key);
    void check();
    void showPause();

    QLineEdit* digits_;
    QLabel* message_;
    QPushButton* enter_ = nullptr;
    QWidget* pad_;
    QTimer pause_;
};

}  // namespace segad::ui
