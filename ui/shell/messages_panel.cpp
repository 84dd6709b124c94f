#include "ui/shell/messages_panel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/session/message_log.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWhenWidth = 120;
constexpr int kAboutWidth = 240;
constexpr int kWhatWidth = 420;
constexpr int kDetailsWidth = 320;
}  // namespace

MessagesPanel::MessagesPanel(MessageLog& log, QWidget* parent)
    : QWidget(parent),
      log_(log),
      table_(new QTableView),
      details_(new QLabel),
      copy_(makeAction(this, QStringLiteral("export"), tr("Copy"),
                       tr("Copy the chosen messages as text, or all of them"), QStringLiteral("Ctrl+Alt+C"))),
      clear_(makeAction(this, QStringLiteral("delete"), tr("Clear"), tr("Empty the list of messages"),
                        QStringLiteral("Ctrl+Alt+X"))) {
    table_->setModel(&log_);
    table_->setAccessibleName(tr("Messages"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(table_->fontMetrics().height() + 8);
    table_->horizontalHeader()->setStretchLastSection(true);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->setColumnWidth(MessageLog::When, kWhenWidth);
    table_->setColumnWidth(MessageLog::About, kAboutWidth);
    table_->setColumnWidth(MessageLog::What, kWhatWidth);
    table_->setMinimumHeight(3 * table_->fontMetrics().height());
    details_->setWordWrap(true);
    details_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details_->setAccessibleName(tr("The chosen message"));
    auto* side = new QWidget;
    side->setFixedWidth(kDetailsWidth);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(toolButton(copy_));
    buttons->addWidget(toolButton(clear_));
    buttons->addStretch(1);
    sideColumn->addWidget(scrolled(details_), 1);
    sideColumn->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 4, 6, 4);
    row->addWidget(table_, 1);
    row->addWidget(side);
    connect(copy_, &QAction::triggered, this, &MessagesPanel::copy);
    connect(clear_, &QAction::triggered, &log_, &MessageLog::clear);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MessagesPanel::showChosen);
    connect(&log_, &MessageLog::countChanged, this, &MessagesPanel::showChosen);
    showChosen();
}

void MessagesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    log_.setSeen();
}

QString MessagesPanel::chosenText() const {
    QStringList lines;
    for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
        const Message& message = log_.messages()[static_cast<std::size_t>(index.row())];
        lines << message.when.toString(Qt::ISODate) + u' ' + message.line();
    }
    return lines.join(u'\n');
}

void MessagesPanel::showChosen() {
    if (isVisible()) log_.setSeen();
    const bool any = !log_.messages().empty();
    copy_->setEnabled(any);
    clear_->setEnabled(any);
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (!any)
        details_->setText(tr("No messages. What goes wrong is listed here, with what to do."));
    else if (rows.isEmpty())
        details_->setText(tr("Choose a message to read all of it."));
    else
        details_->setText(log_.messages()[static_cast<std::size_t>(rows.front().row())].line());
}

void MessagesPanel::copy() {
    if (table_->selectionModel()->selectedRows().isEmpty()) table_->selectAll();
    QGuiApplication::clipboard()->setText(chosenText());
}

}  // namespace segad::ui
