// What an empty screen shows: one sentence on what this place is for, and the button to begin with.
#pragma once

#include <QWidget>

class QAction;
class QLabel;

namespace segad::ui {

class EmptyState : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);

    /// Adds a button for the action; the first one is the one to press.
    void addAction(QAction* action);
    void setText(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// As wide as there is room, up to what is easily read, and as high as the text is then.
    void fitText();

    QLabel* text_;
    QWidget* buttons_;
};

}  // namespace segad::ui
