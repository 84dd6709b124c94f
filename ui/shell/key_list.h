// Every key in one list, by area, searchable by what it does or by the key. It follows keys that are set and
// actions that come and go.
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace segad::ui {

class KeyList : public QWidget {
    Q_OBJECT

public:
    /// Lists the actions below `window`, which may go before the list does.
    explicit KeyList(QWidget* window, QWidget* parent = nullptr);

    /// The action that is chosen; nullptr when none is, or it is gone.
    QAction* chosen() const;
    void choose(const QString& id);
    QWidget* root() const { return window_; }

Q_SIGNALS:
    void chosenChanged();
    /// Double click or Return on an action.
    void activated();

private:
    void fill();
    void filter();

    QPointer<QWidget> window_;
    QLineEdit* search_;
    QTreeWidget* tree_;
};

}  // namespace segad::ui
