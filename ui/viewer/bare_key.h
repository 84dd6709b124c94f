// The Space key: as long as it is held, the picture is shown bare, wherever the focus is in the window;
// except while typing, in menus, and at what the key has a meaning of its own for.
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace segad::ui {

class BareKey : public QObject {
    Q_OBJECT

public:
    /// Works while the viewer, its parent, is to be seen in the active window.
    explicit BareKey(QWidget& viewer);

Q_SIGNALS:
    void changed(bool bare);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isMine(const QKeyEvent& key) const;
    void setBare(bool bare);

    QWidget& viewer_;
    bool bare_ = false;
};

}  // namespace segad::ui
