#include "ui/widgets/bar_list.h"

#include <QLocale>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/widgets/plot_style.h"

namespace segad::ui {

namespace {
constexpr int kMargin = 4;
constexpr int kBarHeight = 6;
constexpr int kGap = 3;
constexpr int kMostShown = 8;
constexpr int kLeastShown = 2;

/// Draws a bar of the list from where all bars have their zero.
class BarDelegate : public QStyledItemDelegate {
public:
    explicit BarDelegate(BarList* list) : QStyledItemDelegate(list), list_(list) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, option.fontMetrics.height() + kBarHeight + kGap + kMargin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto row = static_cast<std::size_t>(index.row());
        if (row >= list_->bars().size()) return;
        const Bar& bar = list_->bars()[row];
        const bool marked = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        if (marked) painter->fillRect(option.rect, option.palette.color(QPalette::Highlight));
        const QRect inside = option.rect.adjusted(kMargin, kGap - 1, -kMargin, 0);
        const QString number = signedNumber(bar.value);
        const int numberWidth = option.fontMetrics.horizontalAdvance(number) + 2 * kMargin;
        const QRect line(inside.left(), inside.top(), inside.width(), option.fontMetrics.height());
        painter->setPen(option.palette.color(marked ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
        const int room = line.width() - numberWidth;
        painter->drawText(line.adjusted(0, 0, -numberWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(bar.words, Qt::ElideMiddle, room));
        drawBar(*painter, QRectF(inside.left(), line.bottom() + 1, inside.width(), kBarHeight), bar.value,
                option.palette);
        painter->restore();
    }

private:
    void drawBar(QPainter& painter, const QRectF& room, double value, const QPalette& palette) const {
        double least = 0;
        double most = 0;
        for (const Bar& bar : list_->bars()) {
            least = std::min(least, bar.value);
            most = std::max(most, bar.value);
        }
        if (most <= least) return;
        const double unit = room.width() / (most - least);
        const double zero = room.left() - least * unit;
        painter.fillRect(QRectF(zero, room.top(), value * unit, room.height()).normalized(),
                         curveColor(value > 0 ? 1 : 0));
        if (least == 0) return;
        painter.setPen(palette.color(QPalette::Mid));
        painter.drawLine(QPointF(zero, room.top() - 1), QPointF(zero, room.bottom() + 1));
    }

    BarList* list_;
};
}  // namespace

QString signedNumber(double value) {
    return (value > 0 ? QStringLiteral("+") : QString()) + QLocale().toString(value, 'f', 2);
}

BarList::BarList(const QString& accessibleName, QWidget* parent) : QListWidget(parent) {
    setAccessibleName(accessibleName);
    setItemDelegate(new BarDelegate(this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setTabKeyNavigation(false);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0) Q_EMIT picked(row);
    });
    // One that is marked already may be wanted again.
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { Q_EMIT picked(row(item)); });
}

void BarList::setBars(std::vector<Bar> bars) {
    const QSignalBlocker quiet(this);
    bars_ = std::move(bars);
    clear();
    for (const Bar& bar : bars_) {
        auto* item = new QListWidgetItem(this);
        item->setData(Qt::AccessibleTextRole, bar.words + QLatin1Char(' ') + signedNumber(bar.value));
        item->setToolTip(bar.tip.isEmpty() ? bar.words : bar.words + QLatin1Char('\n') + bar.tip);
    }
    updateGeometry();
}

void BarList::mark(int bar) {
    const QSignalBlocker quiet(this);
    setCurrentRow(bar);
    if (bar < 0) clearSelection();
    viewport()->update();
}

int BarList::heightOf(int bars) const {
    const int row = fontMetrics().height() + kBarHeight + kGap + kMargin;
    return bars * row + 2 * frameWidth();
}

QSize BarList::sizeHint() const {
    return {QListWidget::sizeHint().width(), heightOf(std::clamp(count(), 1, kMostShown))};
}

QSize BarList::minimumSizeHint() const {
    return {kBarHeight, heightOf(std::clamp(count(), 1, kLeastShown))};
}

}  // namespace segad::ui
