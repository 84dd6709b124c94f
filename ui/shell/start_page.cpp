#include "ui/shell/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kListWidth = 520;
constexpr int kListHeight = 200;
}  // namespace

StartPage::StartPage(QAction* newProject, QAction* openProject, QWidget* parent)
    : QWidget(parent), recent_(new QListWidget), problem_(new QLabel), welcome_(nullptr) {
    welcome_ = new EmptyState(QStringLiteral("app-mark"), tr("SegAD Studio"), QString());
    setBusy(QString());
    welcome_->addAction(newProject);
    welcome_->addAction(openProject);
    recent_->setAccessibleName(tr("Recent projects"));
    recent_->setToolTip(tr("Open a recent project"));
    recent_->setFixedSize(kListWidth, kListHeight);
    connect(recent_, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { Q_EMIT recentChosen(item->data(Qt::UserRole).toString()); });
    connect(recent_, &QListWidget::itemClicked, recent_, &QListWidget::itemActivated);
    problem_->setWordWrap(true);
    problem_->setFixedWidth(kListWidth);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem_->setAccessibleName(tr("What went wrong"));
    showProblem(QString());
    auto* column = new QVBoxLayout(this);
    column->addWidget(welcome_, 3);
    column->addWidget(problem_, 0, Qt::AlignHCenter);
    auto* title = heading(tr("Recent projects"));
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addWidget(recent_, 0, Qt::AlignHCenter);
    column->addStretch(1);
}

void StartPage::showRecent(const QStringList& files) {
    recent_->clear();
    for (const QString& file : files) {
        const QFileInfo info(file);
        auto* item = new QListWidgetItem(
            tr("%1   —   %2").arg(info.completeBaseName(), QDir::toNativeSeparators(info.path())), recent_);
        item->setData(Qt::UserRole, file);
    }
}

void StartPage::showProblem(const QString& text) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, labelColor(Label::Bad));
    problem_->setPalette(colors);
    problem_->setText(text.isEmpty() ? text : tr("✕ %1").arg(text));
    problem_->setVisible(!text.isEmpty());
}

void StartPage::setBusy(const QString& text) {
    welcome_->setText(
        text.isEmpty()
            ? tr("Drop a folder of images here to make a project of it, or open one you have. Your images "
                 "are never copied or changed.")
            : text);
}

}  // namespace segad::ui
