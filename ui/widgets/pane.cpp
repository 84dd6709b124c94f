#include "ui/widgets/pane.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QToolButton>
#include <QUrl>

#include "ui/widgets/fitted_columns.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/key_map.h"
#include "ui/widgets/quiet_wheel.h"

namespace segad::ui {

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QTableWidget* recordTable(const QStringList& columns, const QString& accessibleName) {
    auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 8);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setHighlightSections(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAlternatingRowColors(true);
    table->setShowGrid(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setAccessibleName(accessibleName);
    new FittedColumns(table);
    return table;
}

void addRecord(QTableWidget* table, const QStringList& cells) {
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < cells.size(); ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setToolTip(cells[column]);
        table->setItem(row, column, item);
    }
}

QComboBox* choiceBox(const QString& accessibleName, const QString& tip) {
    constexpr int kLetters = 5;
    auto* box = new QComboBox;
    box->setAccessibleName(accessibleName);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kLetters);
    return box;
}

QScrollArea* scrolled(QWidget* content) {
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    keepWheelQuiet(*content);
    return area;
}

QPushButton* actionButton(QAction* action) {
    auto* button = new QPushButton(action->icon(), action->text());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setText(action->text());
        button->setAccessibleName(action->text());
        button->setToolTip(action->toolTip());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    QObject::connect(action, &QAction::changed, button, follow);
    return button;
}

QToolButton* toolButton(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    QObject::connect(action, &QAction::changed, button,
                     [button, action] { button->setAccessibleName(action->text()); });
    return button;
}

QString withKey(const QString& tip, const QKeySequence& key) {
    return key.isEmpty() ? tip : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText));
}

QAction* makeAction(QWidget* owner, const QString& iconName, const QString& text, const QString& tip,
                    const QString& shortcut) {
    auto* action = new QAction(iconName.isEmpty() ? QIcon() : icon(iconName), text, owner);
    const QString room =
        QString::fromLatin1(owner->metaObject()->className()).section(QStringLiteral("::"), -1);
    const QString id = QStringLiteral("%1/%2").arg(room, shortcut.isEmpty() ? iconName : shortcut);
    KeyMap::instance().bind(action, id, QKeySequence(shortcut), tip);
    owner->addAction(action);
    return action;
}

QString draggedFolder(const QMimeData* data) {
    if (!data->hasUrls() || data->urls().isEmpty()) return {};
    const QFileInfo info(data->urls().front().toLocalFile());
    return info.isDir() ? info.absoluteFilePath() : QString();
}

namespace {
QString timeText(const std::string& iso, const QString& format) {
    const QDateTime time = QDateTime::fromString(QString::fromStdString(iso), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), format) : QString::fromStdString(iso);
}
}  // namespace

QString localTime(const std::string& iso) {
    return timeText(iso, QStringLiteral("yyyy-MM-dd hh:mm"));
}

QString briefTime(const std::string& iso) {
    const QString full = localTime(iso);
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    if (full.startsWith(today)) return timeText(iso, QStringLiteral("hh:mm"));
    return full.startsWith(today.left(4)) ? timeText(iso, QStringLiteral("MM-dd hh:mm")) : full;
}

}  // namespace segad::ui
