// Where the boxes of the compare grid stand: row by row, in as many columns as show a picture largest.
#pragma once

#include <QWidget>
#include <vector>

class QGridLayout;

namespace segad::ui {

class CompareArea : public QWidget {
    Q_OBJECT

public:
    explicit CompareArea(QWidget* parent = nullptr);

    /// Children of the area, which place() puts in their places. To be called again before one of them goes.
    void setBoxes(std::vector<QWidget*> boxes);
    /// Chooses the columns for pictures of this size, square ones when it is empty.
    void place(const QSizeF& picture);
    int columns() const { return columns_; }

private:
    int bestColumns(const QSizeF& picture) const;

    QGridLayout* grid_;
    std::vector<QWidget*> boxes_;
    int columns_ = 0;  ///< 0: the boxes are not placed yet
};

}  // namespace segad::ui
