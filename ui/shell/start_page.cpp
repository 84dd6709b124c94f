#include "ui/shell/start_page.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/shell/recent_list.h"
#include "ui/shell/settings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kListWidth = 520;
constexpr int kListHeight = 200;
}  // namespace

StartPage::StartPage(QAction* newProject, QAction* openProject, QAction* inspect, QWidget* parent)
    : QWidget(parent),
      recent_(new RecentList),
      again_(new NoticeBar(tr("Unfinished session"))),
      openAgain_(makeAction(this, QStringLiteral("folder"), tr("Open again"),
                            tr("Open the project that was open when the program ended"),
                            QStringLiteral("Ctrl+Alt+O"))),
      problem_(new QLabel),
      recentTitle_(heading(tr("Recent projects"))),
      welcome_(nullptr) {
    welcome_ = new EmptyState(QStringLiteral("app-mark"), tr("SegAD Studio"), QString());
    setBusy(QString());
    welcome_->addAction(newProject);
    welcome_->addAction(openProject);
    welcome_->addAction(inspect);
    recent_->setFixedWidth(kListWidth);
    recent_->setMinimumHeight(kListHeight);
    connect(recent_, &RecentList::chosen, this, &StartPage::recentChosen);
    connect(recent_, &RecentList::edited, this, &StartPage::recentEdited);
    problem_->setWordWrap(true);
    problem_->setFixedWidth(kListWidth);
    problem_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    problem_->setAccessibleName(tr("What went wrong"));
    showProblem(QString());
    again_->addAction(openAgain_);
    again_->setClosable(true);
    connect(openAgain_, &QAction::triggered, this, [this] { Q_EMIT recentChosen(left_); });
    connect(again_, &NoticeBar::putAway, this, [this] { offerAgain(QString()); });
    offerAgain(QString());
    auto* column = new QVBoxLayout;
    column->addWidget(welcome_, 3);
    column->addWidget(problem_, 0, Qt::AlignHCenter);
    recentTitle_->setFixedWidth(kListWidth);
    column->addWidget(recentTitle_, 0, Qt::AlignHCenter);
    column->addWidget(recent_, 2, Qt::AlignHCenter);
    column->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(again_);
    all->addLayout(column, 1);
}

void StartPage::showRecent() {
    recent_->reload();
    // Who starts for the first time sees what there is to do, and no empty box.
    const bool any = !settings::recentProjects().isEmpty();
    recentTitle_->setVisible(any);
    recent_->setVisible(any);
}

void StartPage::offerAgain(const QString& file) {
    left_ = file;
    openAgain_->setEnabled(!file.isEmpty());
    again_->hide();
    if (!file.isEmpty()) {
        again_->say(tr("SegAD Studio was not closed properly. %1 was open; what you did there is saved.")
                        .arg(QDir::toNativeSeparators(file)));
    }
}

void StartPage::showProblem(const QString& text) {
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, labelColor(Label::Bad));
    problem_->setPalette(colors);
    problem_->setText(text.isEmpty() ? text : tr("✕ %1").arg(text));
    // A layout within a layout does not ask wrapped text how high it is.
    problem_->setMinimumHeight(text.isEmpty() ? 0 : problem_->heightForWidth(kListWidth));
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
