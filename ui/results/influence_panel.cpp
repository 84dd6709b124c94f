#include "ui/results/influence_panel.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/results/influence_table.h"
#include "ui/results/report_words.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/train/run_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kSeeds = 10;
constexpr double kPoints = 100;
constexpr double kMilliseconds = 1000;
constexpr double kBearable = 0.01;

QString points(double share) {
    return QLocale().toString(share * kPoints, 'f', 1);
}

QString nameOf(const Droppable& one) {
    return one.isDetector ? detectorTitle(one.name)
                          : InfluencePanel::tr("segment %1").arg(QString::fromStdString(one.name));
}

QString timeText(const Droppable& one) {
    if (!one.isDetector) return InfluencePanel::tr("none");
    return InfluencePanel::tr("%1 ms (%2 %)")
        .arg(QLocale().toString(one.secondsSaved * kMilliseconds, 'f', 0), percent(one.shareSaved));
}

QString adviceText(DropAdvice advice) {
    switch (advice) {
        case DropAdvice::CanGo:
            return InfluencePanel::tr("can go");
        case DropAdvice::Needed:
            return InfluencePanel::tr("needed");
        case DropAdvice::CannotTell:
            return InfluencePanel::tr("can't tell");
    }
    return {};
}

/// What saves most of what can go; absent when nothing can.
const Droppable* best(const DropReport& report) {
    const Droppable* found = nullptr;
    for (const Droppable& one : report.things) {
        if (adviceOn(one) != DropAdvice::CanGo) continue;
        if (found == nullptr || one.secondsSaved > found->secondsSaved) found = &one;
    }
    return found;
}

QString conclusion(const DropReport& report) {
    if (report.things.empty())
        return InfluencePanel::tr("There is one detector and one segment: nothing to leave out.");
    if (const Droppable* one = best(report)) {
        const QString most = points(std::max(0.0, one->interval->high));
        return one->isDetector
                   ? InfluencePanel::tr(
                         "%1 can go: it costs at most %2 points of AUROC, and a part takes %3 ms "
                         "instead of %4.")
                         .arg(nameOf(*one), most,
                              QLocale().toString((report.secondsPerPart - one->secondsSaved) * kMilliseconds,
                                                 'f', 0),
                              QLocale().toString(report.secondsPerPart * kMilliseconds, 'f', 0))
                   : InfluencePanel::tr("%1 can go: it costs at most %2 points of AUROC; no time is saved.")
                         .arg(nameOf(*one), most);
    }
    const bool needed = std::ranges::all_of(
        report.things, [](const Droppable& one) { return adviceOn(one) == DropAdvice::Needed; });
    return needed
               ? InfluencePanel::tr("All are needed.")
               : InfluencePanel::tr("So few parts can't tell what can go: label more, bad ones above all.");
}
}  // namespace

DropAdvice adviceOn(const Droppable& one) {
    if (!one.interval) return DropAdvice::CannotTell;
    if (one.interval->low > 0 && one.pValue < kSignificant) return DropAdvice::Needed;
    return one.interval->high <= kBearable ? DropAdvice::CanGo : DropAdvice::CannotTell;
}

struct InfluencePanel::Answer {
    std::optional<ForestUse> use;
    std::optional<DropReport> report;
    QString problem;
    bool givenUp = false;
};

InfluencePanel::InfluencePanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      words_(new QLabel),
      influence_(new InfluenceTable),
      picked_(new QLabel),
      leaveOut_(makeAction(this, QStringLiteral("repeat"), tr("Leave out one by one"),
                           tr("Fit forests without each detector and each segment, over the paper's ten "
                              "seeds, and compare them"),
                           QStringLiteral("Ctrl+Alt+Shift+W"))),
      dropBox_(new QWidget),
      dropWords_(new QLabel),
      drops_(recordTable(
          {tr("Without"), tr("AUROC lost"), tr("95 % interval"), tr("p"), tr("Time saved"), tr("Verdict")},
          tr("What could be left out"))) {
    pool_.setMaxThreadCount(1);
    for (QLabel* label : {words_, picked_, dropWords_}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    words_->setAccessibleName(tr("Which forest this is, and on which parts"));
    dropWords_->setAccessibleName(tr("What may be left out"));
    const QStringList tips{
        tr("What the forest did without"),
        tr("Points of AUROC lost against the whole forest; negative: it is better without"),
        tr("Of the loss (DeLong, paired, median over the seeds)"),
        tr("Chance of such a difference between forests that are equally good"),
        tr("Measured time of the detector on one part, and its share of all detectors"),
        tr("Can go: costs at most 1 point. Needed: leaving it out certainly does harm.")};
    drops_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    drops_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    for (int column = 0; column < drops_->columnCount(); ++column)
        drops_->horizontalHeaderItem(column)->setToolTip(tips[column]);
    auto* buttons = new FlowLayout;
    buttons->addWidget(actionButton(leaveOut_));
    auto* dropColumn = new QVBoxLayout(dropBox_);
    dropColumn->setContentsMargins(0, 0, 0, 0);
    dropColumn->addWidget(heading(tr("What could be left out")));
    dropColumn->addLayout(buttons);
    dropColumn->addWidget(dropWords_);
    dropColumn->addWidget(drops_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(heading(tr("What moves the score")));
    column->addWidget(words_);
    column->addWidget(influence_);
    column->addWidget(picked_);
    column->addWidget(dropBox_);
    column->addStretch(1);

    connect(influence_, &InfluenceTable::picked, this, &InfluencePanel::pick);
    connect(leaveOut_, &QAction::triggered, this, &InfluencePanel::leaveOut);
    needsWriting(leaveOut_, session_);
    connect(&session_, &ProjectSession::dataChanged, this, &InfluencePanel::becomeStale);
    connect(&session_, &ProjectSession::labelsChanged, this, &InfluencePanel::becomeStale);
    showUse();
}

InfluencePanel::~InfluencePanel() {
    if (job_) job_->cancel();
    pool_.clear();
    pool_.waitForDone();
}

void InfluencePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) read();
}

void InfluencePanel::becomeStale() {
    stale_ = true;
    if (isVisible()) read();
}

void InfluencePanel::read() {
    stale_ = false;
    const quint64 generation = ++generation_;
    if (job_) job_->cancel();
    pool_.clear();
    if (session_.data().scoredRuns(RunKind::Fit).empty()) {
        use_.reset();
        report_.reset();
        problem_ = tr("Fit a forest: then this says which segments and which detectors it leans on.");
        showUse();
        return;
    }
    job_ = std::make_shared<Job>();
    runInBackground(
        this, pool_,
        [file = session_.file(), job = job_]() -> Answer {
            Answer answer;
            try {
                answer.use = forestUse(file, *job);
                answer.report = lastDropReport(Project::open(file, true), answer.use->fit);
            } catch (const Cancelled&) {
                answer.givenUp = true;
            } catch (const Error& error) {
                answer.problem = errorText(error);
            }
            return answer;
        },
        [this, generation](const Answer& answer) {
            if (generation != generation_ || answer.givenUp) return;
            use_ = answer.use;
            report_ = answer.report;
            problem_ = answer.problem;
            showUse();
        });
}

void InfluencePanel::showUse() {
    influence_->setVisible(use_.has_value());
    dropBox_->setVisible(use_.has_value());
    picked_->hide();
    if (use_) {
        words_->setText(
            tr("%1, run %2, on %3 good and %4 bad parts that it has not learned from: by how much "
               "each moves the score, either way. Click one to see the parts it decided.")
                .arg(runTitle(use_->fit))
                .arg(use_->fit.id)
                .arg(use_->good)
                .arg(use_->bad));
        influence_->setUse(*use_);
        showReport();
    } else {
        words_->setText(problem_.isEmpty() ? tr("Asking the forest …") : problem_);
    }
    leaveOut_->setEnabled(use_.has_value());
    Q_EMIT updated();
}

void InfluencePanel::showReport() {
    drops_->setRowCount(0);
    drops_->setVisible(report_ && !report_->things.empty());
    if (!report_) {
        dropWords_->setText(
            tr("Not known yet. Forests are fitted without each detector and each segment, and compared."));
        return;
    }
    dropWords_->setText(conclusion(*report_) + QLatin1Char('\n') +
                        tr("%1 seeds, %2 good and %3 bad test parts; run %4, %5")
                            .arg(report_->seeds)
                            .arg(report_->good)
                            .arg(report_->bad)
                            .arg(report_->run)
                            .arg(localTime(report_->madeAt)));
    for (const Droppable& one : report_->things) {
        const QString interval =
            one.interval ? tr("%1 to %2").arg(points(one.interval->low), points(one.interval->high))
                         : QStringLiteral("—");
        addRecord(drops_, {nameOf(one), points(one.loss), interval, QLocale().toString(one.pValue, 'g', 2),
                           timeText(one), adviceText(adviceOn(one))});
    }
}

void InfluencePanel::pick(int row, int column) {
    const InfluenceTable::Place place = influence_->place(row, column);
    const std::vector<PartId> parts = decidedBy(*use_, place);
    const QString words = influence_->words(place);
    picked_->show();
    if (parts.empty()) {
        picked_->setText(tr("%1 decided no part.").arg(words));
        return;
    }
    picked_->setText(tr("The gallery shows the %n part(s) that did not pass and that %1 raised most.",
                        nullptr, static_cast<int>(parts.size()))
                         .arg(words));
    PartQuery query;
    query.picked =
        PickedParts{.words = tr("decided by %1").arg(words), .parts = {parts.begin(), parts.end()}};
    session_.view().setQuery(query);
    session_.setCurrentPart(parts.front());
}

void InfluencePanel::leaveOut() {
    session_.jobs().enqueue(tr("Leave out one by one"), [file = session_.file()](Job& job) {
        findDroppable(file, kSeeds, job);
        return QString();
    });
}

}  // namespace segad::ui
