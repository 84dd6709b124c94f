// A line across a page that says what the user should know and offers what to do about it. It stays until
// that is done or it is put away, and takes neither the focus nor the window.
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace segad::ui {

class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(const QString& accessibleName, QWidget* parent = nullptr);

    /// Adds a button for an action, which is seen while the action is visible.
    void addAction(QAction* action);
    /// Shows the bar with these words; plain text.
    void say(const QString& text);
    QString text() const;
    /// It is no warning but says what comes next: another mark, another colour.
    void setHint();
    /// With a button that puts it away until the next say().
    void setClosable(bool closable);

Q_SIGNALS:
    /// The user has put it away.
    void putAway();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitMark();

    QLabel* mark_;
    QLabel* text_;
    QHBoxLayout* buttons_;
    QToolButton* close_;
    bool isHint_ = false;
};

}  // namespace segad::ui
