#include "ui/inspect/recent_strip.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QScroller>
#include <QStyledItemDelegate>

#include "ui/inspect/recent_parts.h"
#include "ui/inspect/verdict_board.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
constexpr int kMargin = 3;
constexpr int kCellWidth = 92;

}  // namespace

/// A picture over a strip in the verdict's colour, with its mark and what a person said.
class RecentStrip::Cells : public QStyledItemDelegate {
public:
    Cells(const RecentParts& parts, QObject* parent) : QStyledItemDelegate(parent), parts_(parts) {}

    int width() const { return width_; }
    void setWidth(int width) { width_ = width; }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {width_, width_ * 3 / 4 + strip(option)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const RecentParts::Part part = parts_.at(index.row());
        if (!part) return;
        painter->save();
        const QRect cell = option.rect.adjusted(kMargin, kMargin, -kMargin, -kMargin);
        const QRect below(cell.left(), cell.bottom() - strip(option) + 1, cell.width(), strip(option));
        const QRect above(cell.topLeft(), QPoint(cell.right(), below.top() - 1));
        painter->fillRect(above, option.palette.color(QPalette::AlternateBase));
        if (part->thumbnail.isNull()) {
            painter->setPen(option.palette.color(QPalette::PlaceholderText));
            painter->drawText(above, Qt::AlignCenter, QStringLiteral("—"));
        } else {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            const QSize size = part->thumbnail.size().scaled(above.size(), Qt::KeepAspectRatio);
            QRect place(QPoint(), size);
            place.moveCenter(above.center());
            painter->drawImage(place, part->thumbnail);
        }
        const QColor color = part->verdict ? verdictColor(*part->verdict) : labelColor(Label::Unlabelled);
        painter->fillRect(below, color);
        painter->setPen(inkOn(color));
        painter->setFont(option.font);
        const QString mark = part->verdict ? verdictMark(*part->verdict) : QStringLiteral("?");
        const QRect inside = below.adjusted(5, 0, -5, 0);
        painter->drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, mark);
        const QString right = part->ruled ? labelMark(*part->ruled) + QStringLiteral(" !")
                                          : part->judgedAt.time().toString(QStringLiteral("hh:mm:ss"));
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter, right);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 3));
            painter->drawRect(cell.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    static int strip(const QStyleOptionViewItem& option) { return option.fontMetrics.height() + 4; }

    const RecentParts& parts_;
    int width_ = kCellWidth;
};

RecentStrip::RecentStrip(RecentParts& parts, QWidget* parent)
    : QListView(parent), cells_(new Cells(parts, this)) {
    setModel(&parts);
    setItemDelegate(cells_);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("The last parts"));
    setAccessibleDescription(tr("The newest first; Enter or a click shows one again"));
    fitHeight();
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex& index) { Q_EMIT partChosen(index.row()); });
    connect(this, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT partChosen(index.row()); });
}

void RecentStrip::setCellWidth(int width) {
    if (width == cells_->width()) return;
    cells_->setWidth(width);
    fitHeight();
}

void RecentStrip::hideScrollBar() {
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QScroller::grabGesture(viewport(), QScroller::LeftMouseButtonGesture);
    fitHeight();
}

void RecentStrip::fitHeight() {
    const bool bar = horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
    const int strip = fontMetrics().height() + 4;
    setFixedHeight(cells_->width() * 3 / 4 + strip + (bar ? horizontalScrollBar()->sizeHint().height() : 0) +
                   2);
    scheduleDelayedItemsLayout();
}

void RecentStrip::changeEvent(QEvent* event) {
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && cells_ != nullptr) fitHeight();
}

}  // namespace segad::ui
