#include "ui/results/breakdown_panel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/results/error_links.h"
#include "ui/results/plot_saving.h"
#include "ui/results/scorer_names.h"
#include "ui/results/seen_reader.h"
#include "ui/session/live_results.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/interval_plot.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kByScorer = -1;
constexpr int kAllScorers = -1;

QString intervalText(const std::optional<DeLong>& interval) {
    if (!interval) return QStringLiteral("—");
    // All bad above all good: the interval has no width and says nothing, the bound does.
    if (interval->atLeast) return BreakdownPanel::tr("at least %1").arg(percent(interval->atLeast));
    return BreakdownPanel::tr("%1–%2").arg(percent(interval->interval.low), percent(interval->interval.high));
}

IntervalBar barOf(const GroupFigures& figures) {
    IntervalBar bar{.value = figures.auroc, .low = std::nullopt, .high = std::nullopt};
    if (!figures.interval) return bar;
    bar.low = figures.interval->atLeast ? *figures.interval->atLeast : figures.interval->interval.low;
    bar.high = figures.interval->interval.high;
    return bar;
}

const GroupFigures* groupIn(const ScorerBreakdown& scorer, const std::string& name) {
    const auto found = std::ranges::find(scorer.groups, name, &GroupFigures::name);
    return found == scorer.groups.end() ? nullptr : &*found;
}

/// All groups that one of them has; those the first one ranks worst come first.
std::vector<std::string> groupNames(const std::vector<const ScorerBreakdown*>& scorers) {
    std::vector<std::string> names;
    for (const ScorerBreakdown* scorer : scorers) {
        std::vector<const GroupFigures*> own;
        for (const GroupFigures& group : scorer->groups)
            own.push_back(&group);
        std::ranges::stable_sort(own, {}, [](const GroupFigures* group) { return group->auroc.value_or(1); });
        for (const GroupFigures* group : own) {
            if (std::ranges::count(names, group->name) == 0) names.push_back(group->name);
        }
    }
    return names;
}
}  // namespace

BreakdownPanel::BreakdownPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      reader_(new SeenReader(*this, [this] { read(); })),
      by_(choiceBox(tr("Figures by"), tr("What the bad parts are told apart by"))),
      scorer_(choiceBox(tr("Scores of"), tr("Whose scores are judged"))),
      plot_(new IntervalPlot),
      table_(recordTable(
          {tr("Group"), tr("Bad"), tr("Scores of"), tr("AUROC %"), tr("95 % interval"), tr("FPR@95TPR %")},
          tr("Figures of each group"))),
      words_(new QLabel),
      export_(savingButton(tr("Write the bars as PNG, SVG, PDF or CSV"))) {
    by_->addItem(tr("defect type"), static_cast<int>(GroupBy::DefectType));
    by_->addItem(tr("segment the defect lies in"), static_cast<int>(GroupBy::Segment));
    by_->addItem(tr("seen and unseen defect types"), static_cast<int>(GroupBy::Novelty));
    by_->addItem(tr("detector and forest"), kByScorer);
    scorer_->addItem(tr("all, side by side"), kAllScorers);
    words_->setWordWrap(true);
    words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words_->setAccessibleName(tr("Remarks on these figures"));
    table_->setToolTip(tr("Click a row to see its bad parts in the gallery"));
    auto* choice = new QFormLayout;
    choice->addRow(tr("Figures by"), by_);
    choice->addRow(tr("Scores of"), scorer_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(choice);
    column->addWidget(words_);
    column->addWidget(plot_);
    column->addWidget(export_, 0, Qt::AlignLeft);
    column->addWidget(table_, 1);

    connect(by_, &QComboBox::activated, reader_, &SeenReader::setStale);
    connect(scorer_, &QComboBox::activated, this, &BreakdownPanel::display);
    connect(plot_, &IntervalPlot::picked, this, &BreakdownPanel::showParts);
    connect(table_, &QTableWidget::cellActivated, this, [this](int row) {
        const Shown& shown = rows_[static_cast<std::size_t>(row)];
        showInGallery(session_, shown.words, shown.parts);
    });
    connect(table_, &QTableWidget::cellClicked, table_, &QTableWidget::cellActivated);
    connect(export_, &QPushButton::clicked, this,
            [this] { savePlots(*this, session_, {plot_->exportable()}); });
    connect(&session_, &ProjectSession::dataChanged, reader_, &SeenReader::setStale);
    connect(&session_, &ProjectSession::labelsChanged, reader_, &SeenReader::setStale);
    connect(&session_.live(), &LiveResults::updated, reader_, &SeenReader::setStale);
    display();
}

std::optional<GroupBy> BreakdownPanel::by() const {
    const int chosen = by_->currentData().toInt();
    if (chosen == kByScorer) return std::nullopt;
    return static_cast<GroupBy>(chosen);
}

void BreakdownPanel::read() {
    std::optional<LiveForest> live;
    if (session_.live().forest() != nullptr) live = *session_.live().forest();
    reader_->run([file = session_.file(), by = by().value_or(GroupBy::DefectType),
                  features = session_.live().features(),
                  live = std::move(live)] { return make(file, by, features, live); },
                 [this](Answer answer) { take(std::move(answer)); });
}

BreakdownPanel::Answer BreakdownPanel::make(const Path& file, GroupBy by,
                                            const std::shared_ptr<const LiveFeatures>& features,
                                            const std::optional<LiveForest>& live) {
    Answer answer;
    try {
        const Project project = Project::open(file, true);
        Job unseen;
        // The forest that follows the labels comes first: it is what they are given for.
        if (features && live && live->parts.size() == features->parts.size()) {
            if (auto own = breakDown(project, *features, *live, by, unseen))
                answer.scorers.push_back(std::move(*own));
        }
        std::vector<ScorerBreakdown> stored = breakDown(project, by, unseen);
        // Newest forest before the detectors it is made of.
        std::ranges::stable_sort(stored, {}, [](const ScorerBreakdown& one) { return one.forest.empty(); });
        std::ranges::move(stored, std::back_inserter(answer.scorers));
    } catch (const Error& error) {
        answer.problem = errorText(error);
    }
    return answer;
}

void BreakdownPanel::take(Answer answer) {
    scorers_ = std::move(answer.scorers);
    problem_ = answer.problem;
    fillScorers();
    display();
    Q_EMIT filled();
}

void BreakdownPanel::fillScorers() {
    const QVariant chosen = scorer_->currentData();
    const QSignalBlocker quiet(scorer_);
    scorer_->clear();
    scorer_->addItem(tr("all, side by side"), kAllScorers);
    for (const ScorerBreakdown& scorer : scorers_)
        scorer_->addItem(title(scorer), QVariant::fromValue<qlonglong>(scorer.run));
    scorer_->setCurrentIndex(std::max(scorer_->findData(chosen), 0));
}

QString BreakdownPanel::title(const ScorerBreakdown& scorer) const {
    return scorer.run == 0 ? tr("live forest") : scorerTitle(scorer.forest, scorer.detectors);
}

QString BreakdownPanel::groupTitle(GroupBy by, const std::string& name) const {
    if (by == GroupBy::Novelty && name == "seen") return tr("types learned from");
    if (by == GroupBy::Novelty && name == "unseen") return tr("types never seen");
    if (by != GroupBy::Segment && name == "unnamed") return tr("no type given");
    return QString::fromStdString(name);
}

void BreakdownPanel::display() {
    bars_.clear();
    rows_.clear();
    table_->setRowCount(0);
    scorer_->setEnabled(by().has_value() && scorers_.size() > 1);
    if (by())
        showGroups(*by());
    else
        showScorers();
    export_->setEnabled(!bars_.empty());
    plot_->setVisible(!bars_.empty());
    table_->setVisible(!bars_.empty());
    int height = 2 * table_->frameWidth() + table_->horizontalHeader()->sizeHint().height() + 2;
    for (int row = 0; row < table_->rowCount(); ++row)
        height += table_->rowHeight(row);
    table_->setMinimumHeight(height);  // the page scrolls, not the table in it
}

void BreakdownPanel::showGroups(GroupBy by) {
    std::vector<const ScorerBreakdown*> shown;
    const int chosen = scorer_->currentIndex() - 1;
    for (std::size_t i = 0; i < scorers_.size(); ++i) {
        if (chosen < 0 || chosen == static_cast<int>(i)) shown.push_back(&scorers_[i]);
    }
    QStringList rows;
    std::vector<BarSeries> series;
    for (const ScorerBreakdown* scorer : shown)
        series.push_back({.name = title(*scorer), .bars = {}});
    for (const std::string& name : groupNames(shown)) {
        std::size_t most = 0;
        bars_.emplace_back();
        for (std::size_t s = 0; s < shown.size(); ++s) {
            const GroupFigures* group = groupIn(*shown[s], name);
            const GroupFigures none;
            const GroupFigures& figures = group == nullptr ? none : *group;
            most = std::max(most, figures.bad.size());
            IntervalBar bar = barOf(figures);
            const QString text = tr("%1, %2: AUROC %3 % (95 % interval %4) on %n bad part(s)", nullptr,
                                    static_cast<int>(figures.bad.size()))
                                     .arg(groupTitle(by, name), series[s].name, percent(figures.auroc),
                                          intervalText(figures.interval));
            bar.words = text;
            series[s].bars.push_back(bar);
            bars_.back().push_back(
                {.words = tr("bad parts: %1").arg(groupTitle(by, name)), .parts = figures.bad});
            if (group != nullptr) addRow(groupTitle(by, name), *shown[s], figures);
        }
        rows << QStringLiteral("%1 (%2)").arg(groupTitle(by, name)).arg(most);
    }
    plot_->setBars({.title = tr("AUROC by %1").arg(by_->currentText()),
                    .fileName = QStringLiteral("breakdown"),
                    .rows = tr("Bad parts"),
                    .values = tr("AUROC (%)"),
                    .hint = tr("Point at a bar to read it; click to see its parts in the gallery")},
                   rows, std::move(series));
    if (!problem_.isEmpty()) {
        words_->setText(problem_);
    } else if (scorers_.empty()) {
        words_->setText(tr("Reading …"));
    } else if (rows.isEmpty()) {
        words_->setText(by == GroupBy::Segment
                            ? tr("Where the defects lie is not known: paint regions on the bad parts, or "
                                 "import their masks.")
                        : by == GroupBy::Novelty
                            ? tr("No forest has learned from a bad part with a defect type, so no type can "
                                 "be called seen. Give the bad parts types and fit a forest.")
                            : tr("There is no bad test part with a score."));
    } else {
        words_->setText(
            tr("The bad parts of each group against all good ones. Bars begin at 50 %, which is chance; "
               "lines are 95 % intervals."));
    }
}

void BreakdownPanel::showScorers() {
    QStringList rows;
    BarSeries all{.name = tr("AUROC"), .bars = {}};
    for (const ScorerBreakdown& scorer : scorers_) {
        IntervalBar bar = barOf(scorer.all);
        bar.words = tr("%1: AUROC %2 % (95 % interval %3) on %4 good and %5 bad parts")
                        .arg(title(scorer), percent(scorer.all.auroc), intervalText(scorer.all.interval))
                        .arg(scorer.good.size())
                        .arg(scorer.all.bad.size());
        all.bars.push_back(bar);
        rows << title(scorer);
        bars_.push_back({{.words = tr("bad parts judged: %1").arg(title(scorer)), .parts = scorer.all.bad}});
        addRow(tr("all bad parts"), scorer, scorer.all);
    }
    plot_->setBars({.title = tr("AUROC of each scorer"),
                    .fileName = QStringLiteral("detectors"),
                    .rows = tr("Scores of"),
                    .values = tr("AUROC (%)"),
                    .hint = tr("Point at a bar to read it; click to see its parts in the gallery")},
                   rows, {std::move(all)});
    words_->setText(
        problem_.isEmpty()
            ? tr("Each on the test parts it is judged on. Bars begin at 50 %, which is chance; lines "
                 "are 95 % intervals (DeLong).")
            : problem_);
}

void BreakdownPanel::addRow(const QString& group, const ScorerBreakdown& scorer,
                            const GroupFigures& figures) {
    addRecord(table_, {group, QLocale().toString(static_cast<qulonglong>(figures.bad.size())), title(scorer),
                       percent(figures.auroc), intervalText(figures.interval), percent(figures.fprAt95Tpr)});
    rows_.push_back({.words = tr("bad parts: %1").arg(group), .parts = figures.bad});
}

void BreakdownPanel::showParts(int row, int series) {
    const Shown& shown = bars_[static_cast<std::size_t>(row)][static_cast<std::size_t>(series)];
    if (!shown.parts.empty()) showInGallery(session_, shown.words, shown.parts);
}

}  // namespace segad::ui
