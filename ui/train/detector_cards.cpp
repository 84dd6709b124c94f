#include "ui/train/detector_cards.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <algorithm>

#include "core/detector/catalog.h"
#include "ui/train/cost_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"

namespace segad::ui {

namespace {
enum Role { KeyRole = Qt::UserRole, LearnsRole, MapsRole, CostRole, ProblemRole };
constexpr int kPadding = 6;
constexpr int kBadgePadding = 5;
constexpr int kMostCards = 4;

int cardHeight(const QFontMetrics& metrics) {
    return 2 * metrics.height() + 3 * kPadding + 2;
}

/// Title and time in the first line, badges in the second.
class CardDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {100, cardHeight(option.fontMetrics)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyleOptionViewItem card = option;
        initStyleOption(&card, index);
        card.text.clear();
        card.widget->style()->drawControl(QStyle::CE_ItemViewItem, &card, painter, card.widget);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        const QRect room = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
        paintTitle(*painter, option, index, room);
        paintBadges(*painter, option, index, room, selected);
        painter->restore();
    }

private:
    static void paintTitle(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           const QRect& room) {
        const QString cost = index.data(CostRole).toString();
        painter.setFont(option.font);
        painter.drawText(room, Qt::AlignRight | Qt::AlignTop, cost);
        QFont bold = option.font;
        bold.setBold(true);
        painter.setFont(bold);
        const int width = room.width() - option.fontMetrics.horizontalAdvance(cost) - 2 * kPadding;
        painter.drawText(
            room, Qt::AlignLeft | Qt::AlignTop,
            QFontMetrics(bold).elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, width));
        painter.setFont(option.font);
    }

    static void paintBadges(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                            const QRect& room, bool selected) {
        int left = room.left();
        const int height = option.fontMetrics.height() + 2;
        for (const int role : {LearnsRole, MapsRole, ProblemRole}) {
            const QString text = index.data(role).toString();
            if (text.isEmpty()) continue;
            const int width = option.fontMetrics.horizontalAdvance(text) + 2 * kBadgePadding;
            if (left + width > room.right() + 1) break;
            const QRectF badge(left + 0.5, room.bottom() - height + 0.5, width, height);
            QPen frame(painter.pen());
            QColor color = role == ProblemRole && !selected ? labelColor(Label::Bad) : painter.pen().color();
            QColor faint = color;
            faint.setAlphaF(0.35F);
            painter.setPen(faint);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(badge, 4, 4);
            painter.setPen(color);
            painter.drawText(badge, Qt::AlignCenter, text);
            painter.setPen(frame);
            left += width + kPadding;
        }
    }
};
}  // namespace

DetectorCards::DetectorCards(QWidget* parent) : QListView(parent), model_(new QStandardItemModel(this)) {
    setAccessibleName(tr("Detectors"));
    setToolTip(tr("What makes the anomaly maps"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setItemDelegate(new CardDelegate(this));
    setMinimumHeight(2 * cardHeight(fontMetrics()));
    for (const DetectorInfo& row : detectorCatalog()) {
        auto* item = new QStandardItem(QString::fromStdString(row.title));
        item->setData(QString::fromStdString(row.key), KeyRole);
        item->setData(
            row.supervision == Supervision::GoodOnly ? tr("good parts only") : tr("good + bad parts"),
            LearnsRole);
        item->setData(row.makesMaps ? tr("makes maps") : tr("no maps"), MapsRole);
        item->setToolTip(engineText(row.summary));
        model_->appendRow(item);
    }
    setModel(model_);
    setCurrentIndex(model_->index(0, 0));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &DetectorCards::chosenChanged);
}

std::string DetectorCards::chosen() const {
    const QModelIndexList selected = selectionModel()->selectedIndexes();
    const QModelIndex index = selected.isEmpty() ? model_->index(0, 0) : selected.front();
    return index.data(KeyRole).toString().toStdString();
}

void DetectorCards::choose(const std::string& key) {
    for (int row = 0; row < model_->rowCount(); ++row) {
        const QModelIndex index = model_->index(row, 0);
        if (index.data(KeyRole).toString().toStdString() == key) setCurrentIndex(index);
    }
}

void DetectorCards::showEstimates(const std::map<std::string, DetectorEstimate>& estimates) {
    for (int row = 0; row < model_->rowCount(); ++row) {
        QStandardItem* item = model_->item(row);
        const auto found = estimates.find(item->data(KeyRole).toString().toStdString());
        if (found == estimates.end()) continue;
        const DetectorEstimate& estimate = found->second;
        const QString cost = estimate.plan
                                 ? roughDuration(estimate.plan->trainSeconds + estimate.plan->scoreSeconds)
                                 : QString();
        item->setData(cost, CostRole);
        item->setData(estimate.problem ? tr("⚠ not possible yet") : QString(), ProblemRole);
        QStringList spoken{item->text(), item->data(LearnsRole).toString(), item->data(MapsRole).toString(),
                           cost, item->data(ProblemRole).toString()};
        spoken.removeAll(QString());
        item->setData(spoken.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
        const DetectorInfo* info = findDetector(found->first);
        const QString summary = info == nullptr ? QString() : engineText(info->summary);
        item->setToolTip(estimate.problem ? summary + QLatin1Char('\n') + errorText(*estimate.problem)
                                          : summary);
    }
}

QSize DetectorCards::sizeHint() const {
    const int cards = std::min(model_->rowCount(), kMostCards);
    return {240, cards * cardHeight(fontMetrics()) + 2 * frameWidth()};
}

}  // namespace segad::ui
