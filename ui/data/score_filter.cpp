#include "ui/data/score_filter.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/data/choice_words.h"
#include "ui/session/project_session.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/range_slider.h"

namespace segad::ui {

namespace {
QDoubleSpinBox* scoreField(const QString& name, const QString& tip) {
    auto* field = new QDoubleSpinBox;
    field->setAccessibleName(name);
    field->setToolTip(tip);
    field->setKeyboardTracking(false);
    field->setButtonSymbols(QAbstractSpinBox::NoButtons);
    field->setMinimumWidth(0);
    return field;
}
}  // namespace

ScoreFilter::ScoreFilter(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      run_(choiceBox(tr("Filter by score"), tr("Show only parts whose score in this run is in a range"))),
      range_(new QWidget),
      slider_(new RangeSlider),
      from_(scoreField(tr("Lowest score"), tr("Show only parts with at least this score"))),
      to_(scoreField(tr("Highest score"), tr("Show only parts with at most this score"))) {
    slider_->setToolTip(tr("Scores of the parts that pass the other filters; drag the handles"));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(4);
    fields->addWidget(from_, 1);
    fields->addWidget(new QLabel(QStringLiteral("–")));
    fields->addWidget(to_, 1);
    auto* inner = new QVBoxLayout(range_);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(2);
    inner->addWidget(slider_);
    inner->addLayout(fields);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(run_);
    column->addWidget(range_);

    connect(run_, &QComboBox::currentIndexChanged, this, [this] {
        PartQuery query = session_.view().query();
        if (query.score.run == run_->currentData().toLongLong()) return;
        query.score = {.run = run_->currentData().toLongLong()};
        session_.view().setQuery(query);
    });
    connect(from_, &QDoubleSpinBox::valueChanged, this, &ScoreFilter::apply);
    connect(to_, &QDoubleSpinBox::valueChanged, this, &ScoreFilter::apply);
    connect(slider_, &RangeSlider::rangeDragged, this, &ScoreFilter::dragged);
    connect(&session_, &ProjectSession::dataChanged, this, &ScoreFilter::fillRuns);
    connect(&session_.view(), &PartView::countsChanged, this, &ScoreFilter::follow);
    fillRuns();
}

const RunScores* ScoreFilter::scores() const {
    const auto found = session_.data().scores.find(session_.view().query().score.run);
    return found == session_.data().scores.end() ? nullptr : &found->second;
}

void ScoreFilter::fillRuns() {
    const QSignalBlocker blocked(run_);
    run_->clear();
    run_->addItem(tr("any score"), qlonglong{0});
    for (const RunKind kind : {RunKind::Fit, RunKind::Train}) {
        for (const RunRecord* run : session_.data().scoredRuns(kind))
            run_->addItem(tr("score of %1").arg(numberedTitle(*run)), qlonglong{run->id});
    }
    run_->setVisible(run_->count() > 1);
    follow();
}

void ScoreFilter::setLimits(double lowest, double highest) {
    // Four digits of the range, and limits that take in the lowest and the highest score.
    const double range = std::max(highest - lowest, 1e-9);
    const int decimals = std::clamp(3 - static_cast<int>(std::floor(std::log10(range))), 0, 9);
    const double step = std::pow(10.0, -decimals);
    for (QDoubleSpinBox* field : {from_, to_}) {
        field->setDecimals(decimals);
        field->setRange(std::floor(lowest / step) * step, std::ceil(highest / step) * step);
        field->setSingleStep(range / 100);
    }
}

void ScoreFilter::follow() {
    const ScoreRange& range = session_.view().query().score;
    const RunScores* known = scores();
    const QSignalBlocker runBlocked(run_);
    const QSignalBlocker fromBlocked(from_);
    const QSignalBlocker toBlocked(to_);
    run_->setCurrentIndex(std::max(0, run_->findData(qlonglong{range.run})));
    range_->setVisible(known != nullptr);
    if (known == nullptr) return;
    setLimits(known->lowest, known->highest);
    from_->setValue(range.from.value_or(from_->minimum()));
    to_->setValue(range.to.value_or(to_->maximum()));
    slider_->setBins(session_.view().found().scoreBins);
    const double whole = std::max(known->highest - known->lowest, 1e-12);
    slider_->setRange(range.from ? (*range.from - known->lowest) / whole : 0,
                      range.to ? (*range.to - known->lowest) / whole : 1);
}

void ScoreFilter::apply() {
    PartQuery query = session_.view().query();
    const auto open = [](double value, double end) {
        return value == end ? std::nullopt : std::optional(value);
    };
    query.score.from = open(from_->value(), from_->minimum());
    query.score.to = open(to_->value(), to_->maximum());
    session_.view().setQuery(query);
}

void ScoreFilter::dragged(double from, double to) {
    const RunScores* known = scores();
    if (known == nullptr) return;
    const double whole = known->highest - known->lowest;
    PartQuery query = session_.view().query();
    query.score.from = from > 0 ? std::optional(known->lowest + from * whole) : std::nullopt;
    query.score.to = to < 1 ? std::optional(known->lowest + to * whole) : std::nullopt;
    session_.view().setQuery(query);
}

}  // namespace segad::ui
