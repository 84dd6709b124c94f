#include "ui/shell/key_list.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/widgets/key_map.h"

namespace segad::ui {

namespace {
enum Column { What, Key, Standard, kColumns };
constexpr int kIdRole = Qt::UserRole;
constexpr int kWhatWidth = 280;

QString text(const QKeySequence& key) {
    return key.isEmpty() ? QStringLiteral("—") : key.toString(QKeySequence::NativeText);
}

QTreeWidgetItem* addArea(QTreeWidget& tree, const QString& name) {
    auto* item = new QTreeWidgetItem(&tree, {name});
    QFont font = tree.font();
    font.setBold(true);
    item->setFont(What, font);
    item->setFirstColumnSpanned(true);
    item->setFlags(Qt::ItemIsEnabled);
    item->setExpanded(true);
    return item;
}
}  // namespace

KeyList::KeyList(QWidget* window, QWidget* parent)
    : QWidget(parent), window_(window), search_(new QLineEdit), tree_(new QTreeWidget) {
    search_->setPlaceholderText(tr("Search by what it does, or by key"));
    search_->setAccessibleName(tr("Search keys"));
    search_->setToolTip(tr("Only keys that have all of these words somewhere"));
    search_->setClearButtonEnabled(true);
    tree_->setHeaderLabels({tr("What it does"), tr("Key"), tr("Standard")});
    tree_->setAccessibleName(tr("Keys"));
    tree_->setRootIsDecorated(false);
    tree_->setAlternatingRowColors(true);
    tree_->setUniformRowHeights(true);
    tree_->header()->setStretchLastSection(true);
    tree_->setColumnWidth(What, kWhatWidth);
    tree_->header()->setSectionResizeMode(Key, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(search_);
    column->addWidget(tree_, 1);
    setFocusProxy(search_);
    connect(search_, &QLineEdit::textChanged, this, &KeyList::filter);
    connect(tree_, &QTreeWidget::currentItemChanged, this, &KeyList::chosenChanged);
    connect(tree_, &QTreeWidget::itemActivated, this, &KeyList::activated);
    connect(&KeyMap::instance(), &KeyMap::changed, this, &KeyList::fill);
    fill();
}

void KeyList::fill() {
    const QTreeWidgetItem* current = tree_->currentItem();
    const QString chosenId = current == nullptr ? QString() : current->data(What, kIdRole).toString();
    {
        const QSignalBlocker quiet(tree_);
        tree_->clear();
        QTreeWidgetItem* area = nullptr;
        const auto actions = window_.isNull() ? QList<QAction*>() : KeyMap::instance().actions(*window_);
        for (const QAction* action : actions) {
            const QString name = KeyMap::area(*action);
            if (area == nullptr || area->text(What) != name) area = addArea(*tree_, name);
            auto* item = new QTreeWidgetItem(
                area, {actionName(*action), text(action->shortcut()),
                       KeyMap::isUsers(*action) ? text(KeyMap::standardKey(*action)) : QString()});
            item->setData(What, kIdRole, action->objectName());
            item->setToolTip(What, action->toolTip());
        }
        area = addArea(*tree_, tr("Always"));
        new QTreeWidgetItem(area, {tr("Bare image, without overlays"), tr("Space (hold)")});
        new QTreeWidgetItem(area,
                            {tr("Zoom at the cursor, pan, fit to window"), tr("Wheel, drag, double click")});
    }
    choose(chosenId);
    filter();
    Q_EMIT chosenChanged();
}

void KeyList::filter() {
    const QStringList words = search_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int group = 0; group < tree_->topLevelItemCount(); ++group) {
        QTreeWidgetItem* area = tree_->topLevelItem(group);
        bool any = false;
        for (int row = 0; row < area->childCount(); ++row) {
            QTreeWidgetItem* item = area->child(row);
            const QString all = QStringList{area->text(What), item->text(What), item->text(Key)}.join(u'\n');
            const bool shown = std::ranges::all_of(
                words, [&](const QString& word) { return all.contains(word, Qt::CaseInsensitive); });
            item->setHidden(!shown);
            any = any || shown;
        }
        area->setHidden(!any);
    }
}

QAction* KeyList::chosen() const {
    const QTreeWidgetItem* item = tree_->currentItem();
    if (item == nullptr || window_.isNull()) return nullptr;
    const QString id = item->data(What, kIdRole).toString();
    for (QAction* action : KeyMap::instance().actions(*window_)) {
        if (!id.isEmpty() && action->objectName() == id) return action;
    }
    return nullptr;
}

void KeyList::choose(const QString& id) {
    if (id.isEmpty()) return;
    for (QTreeWidgetItemIterator at(tree_); *at != nullptr; ++at) {
        if ((*at)->data(What, kIdRole).toString() == id) tree_->setCurrentItem(*at);
    }
}

}  // namespace segad::ui
