// The preview as a grid of pictures: a column for each kind, a row for each part. While the mouse or Space is
// held on a cell, it shows the part without the defect.
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>

namespace segad::ui {

class PreviewModel;

class PreviewGrid : public QTableView {
    Q_OBJECT

public:
    explicit PreviewGrid(PreviewModel& model, QWidget* parent = nullptr);

    /// The cell that is shown without its defect; invalid when there is none.
    QModelIndex held() const { return held_; }
    /// Side of a cell.
    static constexpr int kCell = 132;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void hold(const QModelIndex& index);

    QPersistentModelIndex held_;
};

}  // namespace segad::ui
