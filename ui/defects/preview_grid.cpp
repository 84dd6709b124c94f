#include "ui/defects/preview_grid.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/defects/preview_model.h"

namespace segad::ui {

namespace {
constexpr int kGap = 3;
/// A picture that is about to be replaced stays, a little paler, so that the grid does not flicker.
constexpr double kStaleOpacity = 0.75;

class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const PreviewGrid& grid, const PreviewModel& model)
        : QStyledItemDelegate(const_cast<PreviewGrid*>(&grid)), grid_(grid), model_(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const PreviewCell& cell = model_.cell(index);
        const QRect room = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
        painter->save();
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const QImage& image = index == grid_.held() || cell.after.isNull() ? cell.before : cell.after;
        if (!image.isNull()) {
            if (!cell.isCurrent) painter->setOpacity(kStaleOpacity);
            QSize size = image.size().scaled(room.size(), Qt::KeepAspectRatio);
            QRect place({}, size);
            place.moveCenter(room.center());
            painter->drawImage(place, image);
            if (grid_.isOutlined() && index != grid_.held()) painter->drawImage(place, cell.outline);
            painter->setOpacity(1);
        }
        if (!cell.words.isEmpty()) drawWords(*painter, option, room, cell.words);
        if (index == grid_.held()) drawWords(*painter, option, room, PreviewGrid::tr("without"));
        const bool current = (option.state & QStyle::State_HasFocus) != 0;
        painter->setPen(
            QPen(option.palette.color(current ? QPalette::Highlight : QPalette::Mid), current ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(room);
        painter->restore();
    }

private:
    static void drawWords(QPainter& painter, const QStyleOptionViewItem& option, const QRect& room,
                          const QString& words) {
        QRect line = room.adjusted(2, 2, -2, -2);
        const QRect needed =
            painter.boundingRect(line, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, words) & line;
        painter.fillRect(needed.adjusted(-2, -1, 2, 2), option.palette.color(QPalette::Base));
        painter.setPen(option.palette.color(QPalette::Text));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap, words);
    }

    const PreviewGrid& grid_;
    const PreviewModel& model_;
};
}  // namespace

PreviewGrid::PreviewGrid(PreviewModel& model, QWidget* parent) : QTableView(parent) {
    setModel(&model);
    setItemDelegate(new CellDelegate(*this, model));
    setAccessibleName(tr("Preview of generated defects"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setShowGrid(false);
    setProperty("takesSpace", true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kCell);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultSectionSize(kCell);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    setMinimumHeight(kCell + 40);
    connect(&model, &QAbstractItemModel::modelReset, this, &PreviewGrid::fitCells);
}

void PreviewGrid::fitCells() {
    // As if the scroll bar were there: whether it is depends on the height of the rows.
    const int room = width() - 2 * frameWidth() - verticalScrollBar()->sizeHint().width();
    const int columns = std::max(1, model()->columnCount());
    const int side = std::clamp(room / columns, kCell, kLargestCell);
    horizontalHeader()->setDefaultSectionSize(side);
    verticalHeader()->setDefaultSectionSize(side);
}

void PreviewGrid::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fitCells();
}

void PreviewGrid::setOutlined(bool on) {
    outlined_ = on;
    viewport()->update();
}

void PreviewGrid::hold(const QModelIndex& index) {
    const QModelIndex before = held_;
    held_ = index;
    for (const QModelIndex& changed : {before, index}) {
        if (changed.isValid()) update(changed);
    }
}

void PreviewGrid::mousePressEvent(QMouseEvent* event) {
    QTableView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) hold(indexAt(event->position().toPoint()));
}

void PreviewGrid::mouseReleaseEvent(QMouseEvent* event) {
    QTableView::mouseReleaseEvent(event);
    hold({});
}

void PreviewGrid::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) {
        QTableView::keyPressEvent(event);
    } else if (!event->isAutoRepeat()) {
        hold(currentIndex());
    }
}

void PreviewGrid::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) {
        QTableView::keyReleaseEvent(event);
    } else if (!event->isAutoRepeat()) {
        hold({});
    }
}

void PreviewGrid::focusOutEvent(QFocusEvent* event) {
    QTableView::focusOutEvent(event);
    hold({});
}

}  // namespace segad::ui
