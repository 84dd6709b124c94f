#include "ui/segments/segment_list.h"

#include <QAction>
#include <QColorDialog>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kSwatch = 14;
constexpr int kName = 1;  // column
/// Rows that are seen at once; more are scrolled to.
constexpr int kFewestRows = 3;
constexpr int kMostRows = 8;
constexpr std::size_t kMostSegments = 254;  // 255 is what nobody has painted

QIcon swatch(const std::string& color) {
    QPixmap pixmap(kSwatch, kSwatch);
    pixmap.fill(QColor(QString::fromStdString(color)));
    QPainter painter(&pixmap);
    painter.setPen(QColor(128, 128, 128));  // seen on light and dark, whatever colour it frames
    painter.drawRect(0, 0, kSwatch - 1, kSwatch - 1);
    painter.end();
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected);  // the colour itself, not tinted as the chosen row
    return icon;
}
}  // namespace

SegmentList::SegmentList(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      table_(recordTable({tr("Value"), tr("Segment")}, tr("Segments of the product"))),
      mergeMenu_(new QMenu(this)) {
    build();
    buildPicks();
    connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
        updateActions();
        if (inHand() < 0) return;
        Q_EMIT inHandChanged(inHand());
        Q_EMIT picked();
    });
    // Also a click on the one that is in hand already: the brush may have been put away.
    connect(table_, &QTableWidget::cellClicked, this, &SegmentList::picked);
    connect(table_, &QTableWidget::itemChanged, this, [this](QTableWidgetItem* item) { rename(*item); });
    connect(mergeMenu_, &QMenu::aboutToShow, this, &SegmentList::fillMergeMenu);
    updateActions();
}

QAction* SegmentList::addAction(const QString& iconName, const QString& text, const QString& tip,
                                const QString& key) {
    QAction* action = makeAction(this, iconName, text, tip, key);
    needsWriting(action, session_);
    return action;
}

void SegmentList::build() {
    add_ = addAction(QStringLiteral("new"), tr("Add"), tr("Add a segment and name it"),
                     QStringLiteral("Alt+Shift+A"));
    rename_ = addAction(QStringLiteral("note"), tr("Rename"), tr("Give the chosen segment another name"),
                        QStringLiteral("Alt+Shift+R"));
    recolor_ = addAction(QStringLiteral("brush"), tr("Colour …"),
                         tr("Give the chosen segment another colour"), QStringLiteral("Alt+Shift+F"));
    merge_ = addAction(QStringLiteral("copy"), tr("Merge into …"),
                       tr("Make the chosen segment part of another one"), QStringLiteral("Alt+Shift+M"));
    drop_ = addAction(QStringLiteral("delete"), tr("Drop"),
                      tr("Remove the chosen segment: its area becomes background"),
                      QStringLiteral("Alt+Shift+D"));
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    auto* buttons = new FlowLayout;
    for (QAction* action : {add_, rename_, recolor_, merge_, drop_}) {
        QToolButton* button = toolButton(action);
        if (action == merge_) {
            connect(merge_, &QAction::triggered, button,
                    [this, button] { mergeMenu_->popup(button->mapToGlobal(QPoint(0, button->height()))); });
        }
        buttons->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    column->addLayout(buttons);
    connect(add_, &QAction::triggered, this, &SegmentList::add);
    connect(rename_, &QAction::triggered, this, [this] {
        if (inHand() >= 0) table_->editItem(table_->item(inHand(), kName));
    });
    connect(recolor_, &QAction::triggered, this, &SegmentList::recolor);
    connect(drop_, &QAction::triggered, this, [this] { Q_EMIT dropWanted(inHand()); });
}

void SegmentList::buildPicks() {
    const auto step = [this](int by) {
        const int rows = table_->rowCount();
        if (rows > 0) setInHand((std::max(inHand(), 0) + by + rows) % rows);
    };
    const QAction* previous =
        makeAction(this, QStringLiteral("previous"), tr("Previous segment"),
                   tr("Take the previous segment of the list in hand"), QStringLiteral(","));
    const QAction* next = makeAction(this, QStringLiteral("next"), tr("Next segment"),
                                     tr("Take the next segment of the list in hand"), QStringLiteral("."));
    connect(previous, &QAction::triggered, this, [step] { step(-1); });
    connect(next, &QAction::triggered, this, [step] { step(1); });
}

int SegmentList::inHand() const {
    return table_->selectedItems().isEmpty() ? -1 : table_->currentRow();
}

void SegmentList::setInHand(int label) {
    table_->selectRow(label);
}

void SegmentList::setSegments(const std::vector<SegmentRecord>& segments, bool grows, bool shrinks) {
    shrinks_ = shrinks;
    updateActions();
    const bool same =
        std::ranges::equal(segments, segments_, [](const SegmentRecord& a, const SegmentRecord& b) {
            return a.name == b.name && a.color == b.color;
        });
    if (same && grows == grows_ && table_->rowCount() > 0) return;  // a name may be being typed
    const int before = std::max(inHand(), 0);
    const bool more = segments.size() > segments_.size();
    segments_ = segments;
    grows_ = grows;
    {
        const QSignalBlocker blocked(table_);
        table_->setRowCount(0);
        for (const SegmentRecord& segment : segments_) {
            addRecord(table_, {QString::number(segment.index), QString::fromStdString(segment.name)});
            const int row = table_->rowCount() - 1;
            table_->item(row, kName)->setIcon(swatch(segment.color));
            table_->item(row, 0)->setFlags(table_->item(row, 0)->flags() & ~Qt::ItemIsEditable);
        }
        const int rows = std::clamp(table_->rowCount(), kFewestRows, kMostRows);
        table_->setFixedHeight(table_->horizontalHeader()->sizeHint().height() +
                               rows * table_->verticalHeader()->defaultSectionSize() +
                               2 * table_->frameWidth());
        const int last = table_->rowCount() - 1;
        if (last >= 0) table_->selectRow(nameNext_ && more ? last : std::min(before, last));
    }
    updateActions();
    if (inHand() >= 0 && inHand() != before) Q_EMIT inHandChanged(inHand());
    if (!more || !std::exchange(nameNext_, false)) return;
    Q_EMIT picked();
    table_->editItem(table_->item(table_->rowCount() - 1, kName));
}

QString SegmentList::freeName() const {
    for (std::size_t number = std::max<std::size_t>(1, segments_.size());; ++number) {
        QString name = tr("segment %1").arg(number);
        if (std::ranges::find(segments_, name.toStdString(), &SegmentRecord::name) == segments_.end())
            return name;
    }
}

void SegmentList::add() {
    nameNext_ = true;
    Q_EMIT addWanted(freeName());
}

void SegmentList::rename(const QTableWidgetItem& item) {
    const auto row = static_cast<std::size_t>(item.row());
    if (item.column() != kName || row >= segments_.size()) return;
    std::vector<SegmentRecord> after = segments_;
    const std::string name = item.text().trimmed().toStdString();
    if (name == after[row].name) return;
    const bool taken = std::ranges::find(segments_, name, &SegmentRecord::name) != segments_.end();
    if (name.empty() || taken) {
        session_.reportError(Error(ErrorCode::InvalidArgument, name.empty() ? after[row].name : name,
                                   name.empty() ? "has no name" : "names two segments",
                                   "Give every segment a name of its own."));
        const QSignalBlocker blocked(table_);
        table_->item(item.row(), kName)->setText(QString::fromStdString(after[row].name));
        return;
    }
    after[row].name = name;
    Q_EMIT lookWanted(after, tr("Rename segment"));
}

void SegmentList::recolor() {
    if (inHand() < 0) return;
    const auto row = static_cast<std::size_t>(inHand());
    const QColor before(QString::fromStdString(segments_[row].color));
    const QColor color = QColorDialog::getColor(before, this, tr("Colour of the segment"));
    if (!color.isValid() || color == before || row >= segments_.size()) return;
    std::vector<SegmentRecord> after = segments_;
    after[row].color = color.name().toStdString();
    Q_EMIT lookWanted(after, tr("Colour segment"));
}

void SegmentList::fillMergeMenu() {
    mergeMenu_->clear();
    const int from = inHand();
    for (const SegmentRecord& segment : segments_) {
        if (segment.index == from) continue;
        QAction* into = mergeMenu_->addAction(swatch(segment.color), QString::fromStdString(segment.name));
        connect(into, &QAction::triggered, this,
                [this, from, label = segment.index] { Q_EMIT mergeWanted(from, label); });
    }
}

void SegmentList::updateActions() {
    const bool any = inHand() >= 0;
    // What is not painted is background: it stays.
    const bool some = shrinks_ && inHand() > 0 && segments_.size() > 1;
    add_->setEnabled(grows_ && segments_.size() < kMostSegments);
    rename_->setEnabled(any);
    recolor_->setEnabled(any);
    merge_->setEnabled(some);
    drop_->setEnabled(some);
}

}  // namespace segad::ui
