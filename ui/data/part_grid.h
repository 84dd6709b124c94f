// Cells in rows under group headings, tens of thousands of them: where a cell is follows from its number, so
// that laying out costs as much as there are groups, and painting as much as is seen.
#pragma once

#include <QAbstractItemView>
#include <vector>

namespace segad::ui {

/// A heading and the rows of the model below it.
struct GridGroup {
    QString title;
    int first = 0;
    int shown = 0;  ///< rows below the heading; none when it is collapsed
    int count = 0;  ///< said in the heading
    bool collapsed = false;
};

class PartGrid : public QAbstractItemView {
    Q_OBJECT

public:
    explicit PartGrid(QWidget* parent = nullptr);

    /// After each reset of the model; an empty list: no headings.
    void setGroups(std::vector<GridGroup> groups);
    const std::vector<GridGroup>& groups() const { return groups_; }
    int columns() const { return columns_; }
    /// First and last row of the model that can be seen, -1 and -1 when there is none.
    std::pair<int, int> rowsInView() const;
    /// The heading at a place of the viewport, -1 when there is none.
    int groupAt(const QPoint& place) const;
    /// Scrolls so that the top of `row` is at this height of the viewport.
    void putRowAt(int row, int y);

    QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint& place) const override;
    void reset() override;
    void doItemsLayout() override;
    /// Letters are keys of the window, not the beginning of a name.
    void keyboardSearch(const QString&) override {}

Q_SIGNALS:
    /// Other rows may be in view now.
    void viewChanged();
    void groupClicked(int group);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& area, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    struct Block {
        int top = 0;      ///< of its heading
        int heading = 0;  ///< height; 0 without headings
        int first = 0;
        int rows = 0;
    };

    void layOut();
    int lineCount(int rows) const { return (rows + columns_ - 1) / columns_; }
    const Block* blockOfRow(int row) const;
    const Block* blockAt(int y) const;  ///< in the coordinates of the whole
    QRect cell(int row) const;          ///< in the coordinates of the whole
    QItemSelection rowsTouching(const QRect& area) const;
    void paintCells(QPainter& painter, const QRect& dirty);
    void paintHeading(QPainter& painter, const Block& block, int top) const;
    void paintHeadings(QPainter& painter);

    std::vector<GridGroup> groups_;
    std::vector<Block> blocks_;
    QSize cellSize_;
    int columns_ = 1;
    int height_ = 0;
    QPersistentModelIndex hovered_;
    QPersistentModelIndex rangeStart_;  ///< where a range with Shift begins
};

}  // namespace segad::ui
