// The list of messages: what went wrong, with which file, and what to do. The chosen one in full below.
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace segad::ui {

class MessageLog;

class MessagesPanel : public QWidget {
    Q_OBJECT

public:
    explicit MessagesPanel(MessageLog& log, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void showChosen();
    void copy();
    QString chosenText() const;

    MessageLog& log_;
    QTableView* table_;
    QLabel* details_;
    QAction* copy_;
    QAction* clear_;
};

}  // namespace segad::ui
