#include "ui/viewer/disagreement_list.h"

#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>
#include <utility>

#include "core/base/error.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 190;
constexpr std::size_t kCount = 50;

QString share(double percentile) {
    return QLocale().toString(percentile, 'f', 0);
}
}  // namespace

DisagreementList::DisagreementList(ProjectSession& session, QWidget* parent)
    : QWidget(parent), session_(session), words_(new QLabel), list_(new QListWidget) {
    setFixedWidth(kWidth);
    pool_.setMaxThreadCount(1);
    words_->setWordWrap(true);
    list_->setAccessibleName(tr("Most disputed parts"));
    list_->setToolTip(tr("The parts whose scores the two detectors rank most differently among all parts"));
    list_->setAlternatingRowColors(true);
    list_->setUniformItemSizes(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 2, 2);
    column->addWidget(heading(tr("Most disputed parts")));
    column->addWidget(words_);
    column->addWidget(list_, 1);
    connect(list_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) { choose(item); });
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(item); });
}

DisagreementList::~DisagreementList() {
    pool_.clear();
    pool_.waitForDone();
}

void DisagreementList::setPair(RunId first, RunId second) {
    if (first == first_ && second == second_) return;
    first_ = first;
    second_ = second;
    list_->clear();
    refresh();
}

void DisagreementList::refresh() {
    if (first_ == 0 || second_ == 0) {
        words_->setText(tr("Train two detectors to compare them."));
        return;
    }
    if (list_->count() == 0) words_->setText(tr("Comparing …"));
    struct Result {
        DisagreementReport report;
        QString error;
    };
    runInBackground(
        this, pool_,
        [request =
             DisagreementRequest{
                 .project = session_.file(), .firstRun = first_, .secondRun = second_, .top = kCount}] {
            Result result;
            try {
                Job job;
                result.report = findDisagreements(request, job);
            } catch (const Error& error) {
                result.error = errorText(error);
            }
            return result;
        },
        [this, generation = ++generation_](const Result& result) {
            if (generation != generation_) return;
            if (result.error.isEmpty()) {
                show(result.report);
            } else {
                list_->clear();
                words_->setText(result.error);
            }
        });
}

void DisagreementList::show(const DisagreementReport& report) {
    const QSignalBlocker blocked(list_);
    list_->clear();
    const QString first = detectorTitle(report.first.subject);
    const QString second = detectorTitle(report.second.subject);
    words_->setText(tr("Higher than so many per cent of all parts by %1 and by %2").arg(first, second));
    for (const Disagreement& part : report.parts) {
        const QString path = QString::fromStdString(part.path);
        auto* item = new QListWidgetItem(
            QStringLiteral("%1 %2\n%3")
                .arg(labelMark(part.label), path.section(QLatin1Char('/'), -2),
                     tr("%1 against %2 %").arg(share(part.firstPercentile), share(part.secondPercentile))));
        item->setToolTip(
            QStringLiteral("%1\n%2: %3 %\n%4: %5 %")
                .arg(path, first, share(part.firstPercentile), second, share(part.secondPercentile)));
        item->setData(Qt::UserRole, QVariant::fromValue<qlonglong>(part.part));
        list_->addItem(item);
        if (part.part == session_.currentPart()) list_->setCurrentItem(item);
    }
}

void DisagreementList::choose(const QListWidgetItem* item) {
    if (item != nullptr) session_.setCurrentPart(item->data(Qt::UserRole).toLongLong());
}

}  // namespace segad::ui
