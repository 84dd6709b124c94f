// Numbers as bars to both sides of a common zero, each under its name: orange raises, blue lowers. One is
// picked with the mouse or the arrow keys.
#pragma once

#include <QListWidget>
#include <vector>

namespace segad::ui {

/// Two decimals, and a sign in any case.
QString signedNumber(double value);

struct Bar {
    QString words;
    double value = 0;
    QString tip;  ///< more about it; may be empty
};

class BarList : public QListWidget {
    Q_OBJECT

public:
    explicit BarList(const QString& accessibleName, QWidget* parent = nullptr);

    /// Nothing is picked afterwards.
    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return bars_; }
    /// Marks a bar without picked(); below 0: none.
    void mark(int bar);

    /// As high as its bars, up to eight of them.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the user.
    void picked(int bar);

private:
    int heightOf(int bars) const;

    std::vector<Bar> bars_;
};

}  // namespace segad::ui
