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
    /// Whether a line runs around what changed.
    void setOutlined(bool on);
    bool isOutlined() const { return outlined_; }

    /// Side of a cell: as much as there is room for.
    static constexpr int kCell = 110;
    static constexpr int kLargestCell = 260;

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void hold(const QModelIndex& index);
    /// Cells share the width.
    void fitCells();

    QPersistentModelIndex held_;
    bool outlined_ = true;
};

}  // namespace segad::ui
