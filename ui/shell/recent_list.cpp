#include "ui/shell/recent_list.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSet>
#include <QStyledItemDelegate>
#include <QThreadPool>

#include "ui/session/background.h"
#include "ui/shell/settings.h"
#include "ui/widgets/icons.h"

namespace segad::ui {

namespace {
enum Role { File = Qt::UserRole, Details, Pinned, Missing };
constexpr int kMargin = 8;
constexpr int kMarkSide = 16;
constexpr int kMarkSpace = kMarkSide + 2 * kMargin;

/// Where a line's marks are: to take it off the list at the end, to pin it before that.
QRect removeMark(const QRect& line) {
    return {line.right() - kMarkSpace, line.top(), kMarkSpace, line.height()};
}
QRect pinMark(const QRect& line) {
    return removeMark(line).translated(-kMarkSpace, 0);
}

class Lines : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, 2 * option.fontMetrics.height() + 2 * kMargin};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given,
               const QModelIndex& index) const override {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const QString name = option.text;
        option.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const bool missing = index.data(Missing).toBool();
        const QColor color = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const QColor faded =
            selected ? color : option.palette.color(QPalette::Active, QPalette::PlaceholderText);
        QRect words = option.rect.adjusted(kMargin, kMargin, -2 * kMarkSpace, -kMargin);
        QFont bold = option.font;
        bold.setBold(!missing);
        bold.setItalic(missing);
        painter->save();
        painter->setFont(bold);
        painter->setPen(missing ? faded : color);
        const QFontMetrics boldMetrics(bold);
        words.setHeight(boldMetrics.height());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          boldMetrics.elidedText(name, Qt::ElideRight, words.width()));
        painter->setFont(option.font);
        painter->setPen(faded);
        words.translate(0, words.height());
        painter->drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(Details).toString(), Qt::ElideMiddle, words.width()));
        painter->restore();
        const bool near = selected || option.state.testFlag(QStyle::State_MouseOver);
        const bool pinned = index.data(Pinned).toBool();
        if (near || pinned) paintMark(*painter, pinMark(option.rect), QStringLiteral("pin"), pinned);
        if (near) paintMark(*painter, removeMark(option.rect), QStringLiteral("clear"), false);
    }

private:
    static void paintMark(QPainter& painter, const QRect& place, const QString& name, bool on) {
        QRect square(0, 0, kMarkSide, kMarkSide);
        square.moveCenter(place.center());
        icon(name).paint(&painter, square, Qt::AlignCenter, QIcon::Normal, on ? QIcon::On : QIcon::Off);
    }
};

QString detailsOf(const settings::RecentProject& project, bool missing) {
    QStringList words{QDir::toNativeSeparators(QFileInfo(project.file).path())};
    if (project.opened.isValid())
        words << QLocale().toString(project.opened, QStringLiteral("yyyy-MM-dd hh:mm"));
    if (project.parts >= 0) words << RecentList::tr("%n part(s)", nullptr, project.parts);
    if (missing) words.prepend(RecentList::tr("not there any more"));
    return words.join(QStringLiteral("  ·  "));
}

QString fileOf(const QListWidgetItem* item) {
    return item == nullptr ? QString() : item->data(File).toString();
}
}  // namespace

RecentList::RecentList(QWidget* parent) : QListWidget(parent) {
    setAccessibleName(tr("Recent projects"));
    setItemDelegate(new Lines(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemActivated, this, &RecentList::open);
    reload();
}

void RecentList::reload() {
    const QString chosenFile = fileOf(currentItem());
    clear();
    for (const settings::RecentProject& project : settings::recentProjects()) {
        auto* item = new QListWidgetItem(QFileInfo(project.file).completeBaseName(), this);
        item->setData(File, project.file);
        item->setData(Pinned, project.pinned);
        item->setData(Details, detailsOf(project, false));
        item->setData(Qt::AccessibleDescriptionRole, detailsOf(project, false));
        item->setToolTip(tr("%1\nEnter opens it, P pins it to the top, Del takes it off the list")
                             .arg(QDir::toNativeSeparators(project.file)));
    }
    keepChosen(chosenFile);
    lookForFiles();
}

void RecentList::keepChosen(const QString& file) {
    for (int row = 0; row < count(); ++row) {
        if (fileOf(item(row)) == file) setCurrentRow(row);
    }
    if (currentRow() < 0 && count() > 0) setCurrentRow(0);
}

void RecentList::lookForFiles() {
    QStringList files;
    for (int row = 0; row < count(); ++row)
        files << fileOf(item(row));
    // A folder on a network may take its time to answer.
    runInBackground(
        this, *QThreadPool::globalInstance(),
        [files] {
            QSet<QString> missing;
            for (const QString& file : files) {
                if (!QFileInfo::exists(file)) missing.insert(file);
            }
            return missing;
        },
        [this, generation = ++generation_](const QSet<QString>& missing) {
            if (generation != generation_) return;
            int row = 0;
            for (const settings::RecentProject& project : settings::recentProjects()) {
                QListWidgetItem* line = item(row++);
                if (line == nullptr || fileOf(line) != project.file || !missing.contains(project.file))
                    continue;
                line->setData(Missing, true);
                line->setData(Details, detailsOf(project, true));
                line->setData(Qt::AccessibleDescriptionRole, detailsOf(project, true));
            }
        });
}

void RecentList::open(const QListWidgetItem* item) {
    if (item != nullptr) Q_EMIT chosen(fileOf(item));
}

void RecentList::togglePin(const QListWidgetItem* item) {
    if (item == nullptr) return;
    settings::pinProject(fileOf(item), !item->data(Pinned).toBool());
    reload();
    Q_EMIT edited();
}

void RecentList::forget(const QListWidgetItem* item) {
    if (item == nullptr) return;
    const int row = this->row(item);
    settings::forgetProject(fileOf(item));
    reload();
    if (count() > 0) setCurrentRow(std::min(row, count() - 1));
    Q_EMIT edited();
}

void RecentList::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete)
        forget(currentItem());
    else if (event->key() == Qt::Key_P && event->modifiers() == Qt::NoModifier)
        togglePin(currentItem());
    else
        QListWidget::keyPressEvent(event);
}

void RecentList::mousePressEvent(QMouseEvent* event) {
    QListWidget::mousePressEvent(event);
    const QListWidgetItem* line = itemAt(event->pos());
    if (line == nullptr || event->button() != Qt::LeftButton) return;
    const QRect rect = visualItemRect(line);
    if (removeMark(rect).contains(event->pos()))
        forget(line);
    else if (pinMark(rect).contains(event->pos()))
        togglePin(line);
    else
        open(line);
}

void RecentList::contextMenuEvent(QContextMenuEvent* event) {
    const QListWidgetItem* line =
        event->reason() == QContextMenuEvent::Keyboard ? currentItem() : itemAt(event->pos());
    if (line == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString file = fileOf(line);
    const auto find = [this, file]() -> const QListWidgetItem* {
        for (int row = 0; row < count(); ++row) {
            if (fileOf(item(row)) == file) return item(row);
        }
        return nullptr;
    };
    connect(menu->addAction(icon(QStringLiteral("folder")), tr("Open")), &QAction::triggered, this,
            [this, find] { open(find()); });
    connect(menu->addAction(icon(QStringLiteral("pin")),
                            line->data(Pinned).toBool() ? tr("Unpin") : tr("Pin to the top")),
            &QAction::triggered, this, [this, find] { togglePin(find()); });
    connect(menu->addAction(icon(QStringLiteral("clear")), tr("Take off the list")), &QAction::triggered,
            this, [this, find] { forget(find()); });
    menu->popup(event->globalPos());
}

}  // namespace segad::ui
