#include "ui/results/decision_panel.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

#include "ui/results/error_links.h"
#include "ui/results/goal_form.h"
#include "ui/results/plot_saving.h"
#include "ui/results/score_plots.h"
#include "ui/results/scorer_names.h"
#include "ui/results/verdict_tables.h"
#include "ui/session/background.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr double kFarthest = 1e9;
constexpr int kDecimals = 4;
constexpr int kLeastWidth = 90;

QDoubleSpinBox* thresholdBox(const QString& name, const QString& tip) {
    auto* box = new QDoubleSpinBox;
    box->setRange(-kFarthest, kFarthest);
    box->setDecimals(kDecimals);
    box->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    box->setKeyboardTracking(false);
    box->setMinimumWidth(kLeastWidth);  // what it shows, not the longest it could
    box->setAccessibleName(name);
    box->setToolTip(tip);
    return box;
}

double justBelow(double value) {
    return std::nextafter(value, -std::numeric_limits<double>::infinity());
}

}  // namespace

DecisionPanel::DecisionPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      runs_(choiceBox(tr("Scores of"), tr("Whose scores the thresholds cut"))),
      parts_(choiceBox(tr("Judged on"), tr("On which labelled parts the thresholds are judged"))),
      plots_(new ScorePlots),
      errors_(new ErrorLinks(session)),
      reviewBox_(thresholdBox(tr("Review from"), tr("Parts from this score on are looked at by somebody"))),
      rejectBox_(thresholdBox(tr("Reject from"), tr("Parts from this score on are rejected"))),
      tables_(new VerdictTables),
      words_(new QLabel),
      goal_(new GoalForm),
      find_(makeAction(this, QStringLiteral("filter"), tr("Follow the goal"),
                       tr("Put the thresholds where the goal is kept, with the fewest errors and reviews"),
                       QStringLiteral("Ctrl+Alt+Shift+G"))),
      use_(makeAction(this, QStringLiteral("good"), tr("Use these thresholds"),
                      tr("Store them with the run: verdicts follow them everywhere, inspection included"),
                      QStringLiteral("Ctrl+Alt+Shift+U"))),
      export_(makeAction(this, QStringLiteral("export"), tr("Export plots …"),
                         tr("Write a plot as PNG, SVG, PDF or CSV"), QStringLiteral("Ctrl+Alt+Shift+P"))) {
    pool_.setMaxThreadCount(1);
    parts_->addItem(tr("all labelled parts it had not seen"), static_cast<int>(JudgedParts::All));
    parts_->addItem(tr("parts for learning, out of fold"), static_cast<int>(JudgedParts::Learned));
    parts_->addItem(tr("test parts"), static_cast<int>(JudgedParts::Test));
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("Remarks on these figures"));

    auto* choice = new QFormLayout;
    choice->addRow(tr("Scores of"), runs_);
    choice->addRow(tr("Judged on"), parts_);
    auto* limits = new QFormLayout;
    limits->addRow(tr("Review from"), reviewBox_);
    limits->addRow(tr("Reject from"), rejectBox_);
    auto* buttons = new FlowLayout;
    buttons->addWidget(actionButton(find_));
    buttons->addWidget(actionButton(use_));
    buttons->addWidget(actionButton(export_));
    auto* column = new QVBoxLayout(this);
    column->addLayout(choice);
    column->addWidget(plots_, 1);
    column->addWidget(errors_);
    column->addLayout(limits);
    column->addWidget(heading(tr("Goal")));
    column->addWidget(goal_);
    column->addLayout(buttons);
    column->addWidget(heading(tr("What the thresholds do")));
    column->addWidget(tables_);
    column->addWidget(words_);

    connect(runs_, &QComboBox::activated, this, [this] {
        moved_ = false;
        read();
    });
    connect(parts_, &QComboBox::activated, this, &DecisionPanel::read);
    connect(plots_, &ScorePlots::thresholdsMoved, this, [this](double review, double reject) {
        moved_ = true;
        fromGoal_ = false;
        setThresholds(review, reject);
    });
    connect(plots_, &ScorePlots::binPicked, this,
            [this](double from, double to) { showParts(from, to, std::nullopt); });
    connect(plots_, &ScorePlots::thresholdPicked, this, [this](double threshold) {
        if (const RunRecord* record = session_.data().run(shownRun_))
            errors_->setErrors(scorerTitle(*record), threshold, errorsAt(ranked_, threshold));
    });
    for (QDoubleSpinBox* box : {reviewBox_, rejectBox_}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, box](double value) {
            moved_ = true;
            fromGoal_ = false;
            if (box == reviewBox_) setThresholds(value, std::max(value, reject_));
            if (box == rejectBox_) setThresholds(std::min(value, review_), value);
        });
    }
    connect(tables_, &VerdictTables::picked, this, [this](Label label, Verdict verdict) {
        const auto from = verdict == Verdict::Pass     ? std::nullopt
                          : verdict == Verdict::Review ? std::optional(review_)
                                                       : std::optional(reject_);
        const auto end = verdict == Verdict::Pass     ? std::optional(review_)
                         : verdict == Verdict::Review ? std::optional(reject_)
                                                      : std::nullopt;
        showParts(from, end ? std::optional(justBelow(*end)) : std::nullopt, label);
    });
    connect(goal_, &GoalForm::changed, this, &DecisionPanel::judge);
    connect(find_, &QAction::triggered, this, &DecisionPanel::followGoal);
    connect(use_, &QAction::triggered, this, &DecisionPanel::use);
    connect(export_, &QAction::triggered, this, [this] { savePlots(*this, session_, plots_->exportable()); });
    needsWriting(use_, session_);
    connect(&session_, &ProjectSession::dataChanged, this, [this] {
        fillRuns();
        becomeStale();
    });
    connect(&session_, &ProjectSession::labelsChanged, this, &DecisionPanel::becomeStale);
    take(0, {});  // until the scores are read
    fillRuns();
}

DecisionPanel::~DecisionPanel() {
    pool_.clear();
    pool_.waitForDone();
}

void DecisionPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (stale_) read();
}

void DecisionPanel::becomeStale() {
    stale_ = true;
    if (isVisible()) read();
}

RunId DecisionPanel::run() const {
    return runs_->currentData().toLongLong();
}

JudgedParts DecisionPanel::parts() const {
    return static_cast<JudgedParts>(parts_->currentData().toInt());
}

void DecisionPanel::fillRuns() {
    const RunId before = run();
    runs_->clear();
    for (const RunKind kind : {RunKind::Fit, RunKind::Train}) {
        for (const RunRecord* record : session_.data().scoredRuns(kind)) {
            runs_->addItem(tr("%1 · run %2").arg(scorerTitle(*record)).arg(record->id),
                           QVariant::fromValue<qlonglong>(record->id));
        }
    }
    if (const int index = runs_->findData(QVariant::fromValue<qlonglong>(before)); index >= 0)
        runs_->setCurrentIndex(index);
}

void DecisionPanel::read() {
    stale_ = false;
    const RunId wanted = run();
    const quint64 generation = ++generation_;
    if (wanted == 0) {
        notes_.clear();
        take(0, {});
        return;
    }
    struct Answer {
        segad::RunScores scores;
        QString problem;
    };
    pool_.clear();  // nobody waits for earlier ones any more
    runInBackground(
        this, pool_,
        [file = session_.file(), wanted, parts = parts()]() -> Answer {
            try {
                const Project project = Project::open(file, true);
                return {.scores = judgedScores(project, wanted, parts), .problem = {}};
            } catch (const Error& error) {
                return {.scores = {}, .problem = errorText(error)};
            }
        },
        [this, wanted, generation](const Answer& answer) {
            if (generation != generation_) return;
            notes_.clear();
            if (!answer.problem.isEmpty()) notes_ << answer.problem;
            for (const std::string& note : answer.scores.notes)
                notes_ << engineSentence(note);
            take(wanted, answer.scores);
        });
}

void DecisionPanel::take(RunId shown, const segad::RunScores& scores) {
    if (shown != shownRun_) {
        moved_ = false;
        errors_->clear();
    }
    shownRun_ = shown;
    scores_ = scores.scores;
    ranked_ = scores.parts;
    const RunRecord* record = session_.data().run(shown);
    plots_->setScores(record == nullptr ? QString() : scorerTitle(*record), scores_);
    double review = review_;
    double reject = reject_;
    if (!moved_) {
        fromGoal_ = false;
        const auto stored = session_.data().thresholds.find(shown);
        const bool known = stored != session_.data().thresholds.end();
        review = known ? stored->second.review : std::numeric_limits<double>::infinity();
        reject = known ? stored->second.reject : std::numeric_limits<double>::infinity();
    }
    setThresholds(review, reject);
}

void DecisionPanel::setThresholds(double review, double reject) {
    review_ = review;
    reject_ = reject;
    plots_->setThresholds(review, reject);
    for (const auto& [box, value] : {std::pair(reviewBox_, review), std::pair(rejectBox_, reject)}) {
        const QSignalBlocker quiet(box);
        box->setEnabled(scores_.bothPresent());
        if (std::isfinite(value)) box->setValue(value);
    }
    judge();
}

void DecisionPanel::judge() {
    judged_.reset();
    QStringList remarks = notes_;
    try {
        judged_ = judgeThresholds(scores_, goal_->goal(), review_, reject_);
    } catch (const Error& error) {
        remarks << errorText(error);
    }
    remarks << VerdictTables::sentences(judged_);
    if (shownRun_ == 0)
        remarks << tr("Fit a forest or train a detector: its scores appear here.");
    else if (!scores_.bothPresent())
        remarks << tr("Label some good and some bad parts: thresholds are judged by them.");
    words_->setText(remarks.join(QStringLiteral("\n")));
    words_->setVisible(!remarks.isEmpty());
    tables_->setJudged(judged_);
    const bool judgeable = scores_.bothPresent();
    find_->setEnabled(judgeable);
    export_->setEnabled(!plots_->bins().empty());
    use_->setEnabled(judgeable && moved_);
    Q_EMIT judgedAnew();
}

void DecisionPanel::followGoal() {
    struct Answer {
        std::optional<GoalThresholds> found;
        QString problem;
    };
    const quint64 generation = generation_;
    runInBackground(
        this, pool_,
        [scores = scores_, goal = goal_->goal()]() -> Answer {
            try {
                return {.found = thresholdsFor(scores, goal), .problem = {}};
            } catch (const Error& error) {
                return {.found = std::nullopt, .problem = errorText(error)};
            }
        },
        [this, generation](const Answer& answer) {
            if (generation != generation_) return;
            if (!answer.problem.isEmpty()) words_->setText(answer.problem);
            if (!answer.found) return;
            moved_ = true;
            fromGoal_ = true;
            setThresholds(answer.found->review, answer.found->reject);
        });
}

void DecisionPanel::use() {
    ThresholdRequest request{
        .project = session_.file(), .run = shownRun_, .parts = parts(), .goal = goal_->goal()};
    if (!fromGoal_) request.byHand = thresholds();
    moved_ = false;
    use_->setEnabled(false);
    session_.jobs().enqueue(tr("Set thresholds"), [request](Job& job) {
        segad::setThresholds(request, job);
        return QString();
    });
}

void DecisionPanel::showParts(std::optional<double> from, std::optional<double> to,
                              std::optional<Label> label) {
    PartQuery query;
    query.score = {.run = shownRun_, .from = from, .to = to};
    const auto word = [](std::string_view text) {
        return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
    };
    if (label) query.choices(Facet::Label) = {word(toString(*label))};
    auto& roles = query.choices(Facet::Role);
    if (parts() != JudgedParts::Learned) roles.insert(word(toString(Role::Test)));
    if (parts() != JudgedParts::Test)
        roles.insert({word(toString(Role::Calibrate)), word(toString(Role::Fit))});
    session_.view().setQuery(query);
}

}  // namespace segad::ui
