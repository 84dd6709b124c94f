#include "ui/data/part_grid.h"

#include <QGuiApplication>
#include <QHoverEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOptionViewItem>
#include <algorithm>

namespace segad::ui {

namespace {
constexpr int kHeadingMargin = 10;
constexpr int kArrow = 8;
constexpr int kWheelLines = 3;
}  // namespace

PartGrid::PartGrid(QWidget* parent) : QAbstractItemView(parent) {
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // A bar that comes and goes would change the number of columns, and that the need for a bar.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setSelectionMode(ExtendedSelection);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void PartGrid::setGroups(std::vector<GridGroup> groups) {
    groups_ = std::move(groups);
    layOut();
}

void PartGrid::reset() {
    groups_.clear();
    QAbstractItemView::reset();
    layOut();
}

void PartGrid::doItemsLayout() {
    layOut();
    QAbstractItemView::doItemsLayout();
}

void PartGrid::layOut() {
    const int rows = model() == nullptr ? 0 : model()->rowCount(rootIndex());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QSize wanted = itemDelegate()->sizeHint(option, QModelIndex());
    columns_ = std::max(1, viewport()->width() / std::max(1, wanted.width()));
    cellSize_ = {viewport()->width() / columns_, std::max(1, wanted.height())};
    blocks_.clear();
    int top = 0;
    const auto add = [&](int heading, int first, int shown) {
        blocks_.push_back({.top = top, .heading = heading, .first = first, .rows = shown});
        top += heading + lineCount(shown) * cellSize_.height();
    };
    if (groups_.empty()) add(0, 0, rows);
    for (const GridGroup& group : groups_)
        add(fontMetrics().height() + kHeadingMargin, group.first, group.shown);
    height_ = top;
    updateGeometries();
    viewport()->update();
    Q_EMIT viewChanged();
}

void PartGrid::updateGeometries() {
    QAbstractItemView::updateGeometries();
    QScrollBar* bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setSingleStep(std::max(1, cellSize_.height() / kWheelLines));
    bar->setRange(0, std::max(0, height_ - viewport()->height()));
}

int PartGrid::verticalOffset() const {
    return verticalScrollBar()->value();
}

const PartGrid::Block* PartGrid::blockOfRow(int row) const {
    const auto after = std::ranges::upper_bound(blocks_, row, {}, &Block::first);
    // Collapsed groups begin at the row of the next one: the last that begins there has the rows.
    return after == blocks_.begin() ? nullptr : &*std::prev(after);
}

const PartGrid::Block* PartGrid::blockAt(int y) const {
    const auto after = std::ranges::upper_bound(blocks_, y, {}, &Block::top);
    return after == blocks_.begin() ? nullptr : &*std::prev(after);
}

QRect PartGrid::cell(int row) const {
    const Block* block = blockOfRow(row);
    if (block == nullptr || row >= block->first + block->rows) return {};
    const int place = row - block->first;
    const int line = place / columns_;
    return {
        QPoint(place % columns_ * cellSize_.width(), block->top + block->heading + line * cellSize_.height()),
        cellSize_};
}

QRect PartGrid::visualRect(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    const QRect area = cell(index.row());
    return area.isNull() ? area : area.translated(0, -verticalOffset());
}

QModelIndex PartGrid::indexAt(const QPoint& place) const {
    const int y = place.y() + verticalOffset();
    const Block* block = blockAt(y);
    if (block == nullptr || model() == nullptr) return {};
    const int below = y - block->top - block->heading;
    const int column = place.x() / cellSize_.width();
    if (below < 0 || place.x() < 0 || column >= columns_) return {};
    const int offset = below / cellSize_.height() * columns_ + column;
    return offset < block->rows ? model()->index(block->first + offset, 0, rootIndex()) : QModelIndex();
}

int PartGrid::groupAt(const QPoint& place) const {
    if (groups_.empty()) return -1;
    const int y = place.y() + verticalOffset();
    const Block* block = blockAt(y);
    // The heading of what is at the top stays in sight.
    const Block* top = blockAt(verticalOffset());
    const auto number = [this](const Block* of) { return static_cast<int>(of - blocks_.data()); };
    if (top != nullptr && place.y() < top->heading && (block == top || y >= block->top + block->heading))
        return number(top);
    if (block == nullptr || y >= block->top + block->heading) return -1;
    return number(block);
}

std::pair<int, int> PartGrid::rowsInView() const {
    int first = -1;
    int last = -1;
    const int from = verticalOffset();
    const int to = from + viewport()->height();
    for (const Block* block = blockAt(from);
         block != nullptr && block != blocks_.data() + blocks_.size() && block->top < to; ++block) {
        const int start = block->top + block->heading;
        const int begin = std::max(0, (from - start) / cellSize_.height() * columns_);
        const int end = std::min(block->rows, ((to - start - 1) / cellSize_.height() + 1) * columns_);
        if (to <= start || begin >= end) continue;
        if (first < 0) first = block->first + begin;
        last = block->first + end - 1;
    }
    return {first, last};
}

void PartGrid::scrollTo(const QModelIndex& index, ScrollHint hint) {
    const QRect area = index.isValid() ? cell(index.row()) : QRect();
    if (area.isNull()) return;
    const int room = viewport()->height();
    // What is at the top is under the heading that stays there.
    const int covered = blocks_.front().heading;
    int value = verticalOffset();
    if (hint == PositionAtCenter)
        value = area.center().y() - room / 2;
    else if (hint == PositionAtTop || area.top() - covered < value)
        value = area.top() - covered;
    else if (hint == PositionAtBottom || area.bottom() >= value + room)
        value = area.bottom() + 1 - room;
    verticalScrollBar()->setValue(value);
}

void PartGrid::putRowAt(int row, int y) {
    const QRect area = cell(row);
    if (!area.isNull()) verticalScrollBar()->setValue(area.top() - y);
}

QModelIndex PartGrid::moveCursor(CursorAction action, Qt::KeyboardModifiers) {
    const int rows = model() == nullptr ? 0 : model()->rowCount(rootIndex());
    if (rows == 0) return {};
    const int row = currentIndex().isValid() ? currentIndex().row() : -1;
    const auto at = [&](int wanted) {
        return model()->index(std::clamp(wanted, 0, rows - 1), 0, rootIndex());
    };
    if (row < 0) return at(0);
    const int page = std::max(1, viewport()->height() / cellSize_.height());
    int lines = 0;
    switch (action) {
        case MoveHome:
            return at(0);
        case MoveEnd:
            return at(rows - 1);
        case MoveLeft:
        case MovePrevious:
            return at(row - 1);
        case MoveRight:
        case MoveNext:
            return at(row + 1);
        case MoveUp:
            lines = -1;
            break;
        case MoveDown:
            lines = 1;
            break;
        case MovePageUp:
            lines = -page;
            break;
        case MovePageDown:
            lines = page;
            break;
    }
    // Up and down keep the column, also from group to group, where the last line may be short.
    const int column = (row - blockOfRow(row)->first) % columns_;
    int line = row;
    for (; lines != 0; lines += lines < 0 ? 1 : -1) {
        const Block* block = blockOfRow(line);
        const int inLine = (line - block->first) / columns_ + (lines < 0 ? -1 : 1);
        if (inLine >= 0 && inLine < lineCount(block->rows)) {
            line = std::min(block->first + inLine * columns_ + column, block->first + block->rows - 1);
            continue;
        }
        const int neighbour = lines < 0 ? block->first - 1 : block->first + block->rows;
        if (neighbour < 0 || neighbour >= rows) break;
        const Block* next = blockOfRow(neighbour);
        const int start = lines < 0 ? (lineCount(next->rows) - 1) * columns_ : 0;
        line = next->first + std::min(start + column, next->rows - 1);
    }
    return at(line);
}

QItemSelection PartGrid::rowsTouching(const QRect& area) const {
    QItemSelection selection;
    const QRect whole = area.translated(0, verticalOffset());
    const int from = std::clamp(whole.left() / cellSize_.width(), 0, columns_ - 1);
    const int to = std::clamp(whole.right() / cellSize_.width(), 0, columns_ - 1);
    for (const Block& block : blocks_) {
        const int start = block.top + block.heading;
        if (block.rows == 0 || whole.bottom() < start ||
            whole.top() > start + lineCount(block.rows) * cellSize_.height())
            continue;
        const int firstLine = std::max(0, (whole.top() - start) / cellSize_.height());
        const int lastLine =
            std::min(lineCount(block.rows) - 1, (whole.bottom() - start) / cellSize_.height());
        for (int line = firstLine; line <= lastLine; ++line) {
            const int first = line * columns_ + from;
            const int last = std::min(line * columns_ + to, block.rows - 1);
            if (first > last) continue;
            selection.select(model()->index(block.first + first, 0), model()->index(block.first + last, 0));
        }
    }
    return selection;
}

void PartGrid::setSelection(const QRect& area, QItemSelectionModel::SelectionFlags flags) {
    if (model() == nullptr) return;
    if (state() == DragSelectingState) {
        selectionModel()->select(rowsTouching(area.normalized()), flags);
        return;
    }
    // A click, or the range from the first corner to the second, which may come before it. Qt's own first
    // corner is where the mouse or the cursor keys of the view have been last; steps by keys of the window
    // count, too.
    const bool extends = QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier);
    QModelIndex from = extends && rangeStart_.isValid() ? QModelIndex(rangeStart_) : indexAt(area.topLeft());
    QModelIndex to = indexAt(area.bottomRight());
    if (!from.isValid()) from = to;
    if (!to.isValid()) to = from;
    QItemSelection selection;
    if (from.isValid()) {
        if (to.row() < from.row()) std::swap(from, to);
        selection.select(from, to);
    }
    selectionModel()->select(selection, flags);
}

void PartGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    if (!QGuiApplication::keyboardModifiers().testFlag(Qt::ShiftModifier)) rangeStart_ = current;
    QAbstractItemView::currentChanged(current, previous);
}

QRegion PartGrid::visualRegionForSelection(const QItemSelection& selection) const {
    // What can't be seen needs no painting; thousands of rectangles would cost more than the whole.
    if (selection.size() == 1 && selection.front().top() == selection.front().bottom())
        return visualRect(selection.front().topLeft());
    return selection.isEmpty() ? QRegion() : QRegion(viewport()->rect());
}

void PartGrid::resizeEvent(QResizeEvent* event) {
    // The row at the top stays there, or the current one when it is in view.
    const auto [first, last] = rowsInView();
    const int current = currentIndex().row();
    const int kept = current >= first && current <= last ? current : first;
    const int y = kept < 0 ? 0 : cell(kept).top() - verticalOffset();
    const int columns = columns_;
    QAbstractItemView::resizeEvent(event);
    layOut();
    if (kept >= 0 && columns != columns_) putRowAt(kept, y);
}

void PartGrid::changeEvent(QEvent* event) {
    QAbstractItemView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) layOut();
}

void PartGrid::scrollContentsBy(int, int dy) {
    viewport()->scroll(0, dy);
    // The heading at the top does not scroll along.
    if (!groups_.empty())
        viewport()->update(0, 0, viewport()->width(), blocks_.front().heading + std::abs(dy));
    Q_EMIT viewChanged();
}

void PartGrid::mousePressEvent(QMouseEvent* event) {
    const int group = event->button() == Qt::LeftButton ? groupAt(event->position().toPoint()) : -1;
    if (group < 0)
        QAbstractItemView::mousePressEvent(event);
    else
        Q_EMIT groupClicked(group);
}

bool PartGrid::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter ||
        event->type() == QEvent::HoverLeave) {
        const auto* hover = static_cast<QHoverEvent*>(event);
        const QModelIndex now =
            event->type() == QEvent::HoverLeave ? QModelIndex() : indexAt(hover->position().toPoint());
        if (hovered_ != now) {
            update(hovered_);
            hovered_ = now;
            update(hovered_);
        }
    }
    return QAbstractItemView::viewportEvent(event);
}

void PartGrid::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    paintCells(painter, event->rect());
    paintHeadings(painter);
}

void PartGrid::paintCells(QPainter& painter, const QRect& dirty) {
    const auto [first, last] = rowsInView();
    if (first < 0) return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QStyle::State state = option.state;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        option.rect = visualRect(index);
        if (!option.rect.intersects(dirty)) continue;
        option.state = state;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_MouseOver, index == hovered_);
        option.state.setFlag(QStyle::State_HasFocus, index == currentIndex());
        itemDelegate()->paint(&painter, option, index);
    }
}

void PartGrid::paintHeadings(QPainter& painter) {
    if (groups_.empty()) return;
    const int offset = verticalOffset();
    const Block* top = blockAt(offset);
    for (const Block& block : blocks_) {
        const int y = block.top - offset;
        if (y >= viewport()->height()) break;
        if (y + block.heading > 0 && &block != top) paintHeading(painter, block, y);
    }
    if (top == nullptr) return;
    // It stays in sight while its parts are, and is pushed out by the next one.
    const bool isLast = top == &blocks_.back();
    const int next = isLast ? height_ - offset : (top + 1)->top - offset;
    paintHeading(painter, *top, std::min(0, next - top->heading));
}

void PartGrid::paintHeading(QPainter& painter, const Block& block, int top) const {
    const GridGroup& group = groups_[static_cast<std::size_t>(&block - blocks_.data())];
    const QRect line(0, top, viewport()->width(), block.heading);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(line, palette().color(QPalette::Window));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(line.bottomLeft(), line.bottomRight());
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Text));
    const QPointF middle(line.left() + kArrow + 2, line.center().y() + 0.5);
    const double half = kArrow / 2.0;
    const QPolygonF down{{middle.x() - half, middle.y() - half / 2},
                         {middle.x() + half, middle.y() - half / 2},
                         {middle.x(), middle.y() + half / 2}};
    const QPolygonF right{{middle.x() - half / 2, middle.y() - half},
                          {middle.x() - half / 2, middle.y() + half},
                          {middle.x() + half / 2, middle.y()}};
    painter.drawPolygon(group.collapsed ? right : down);
    const QString count = QLocale().toString(group.count);
    const int countWidth = fontMetrics().horizontalAdvance(count);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.setFont(font());
    painter.drawText(line.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    const QRect words = line.adjusted(2 * kArrow + 4, 0, -countWidth - 12, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(bold).elidedText(group.title, Qt::ElideMiddle, words.width()));
}

}  // namespace segad::ui
