// Two handles over a histogram choose a range. Numbers beside it are for the keyboard; this is for the mouse.
#pragma once

#include <QWidget>
#include <vector>

namespace segad::ui {

class RangeSlider : public QWidget {
    Q_OBJECT

public:
    explicit RangeSlider(QWidget* parent = nullptr);

    /// How many there are in equal steps of the whole range.
    void setBins(std::vector<int> bins);
    /// Fractions of the whole range, 0 ≤ from ≤ to ≤ 1. Sends no signal.
    void setRange(double from, double to);
    double from() const { return from_; }
    double to() const { return to_; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// The user has moved a handle; 0 and 1 are the ends.
    void rangeDragged(double from, double to);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    enum class Handle { None, From, To };
    QRectF track() const;
    double fractionAt(double x) const;
    void drag(double x);

    std::vector<int> bins_;
    double from_ = 0;
    double to_ = 1;
    Handle held_ = Handle::None;
};

}  // namespace segad::ui
