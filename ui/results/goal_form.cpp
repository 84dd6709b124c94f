#include "ui/results/goal_form.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/json.h"

namespace segad::ui {

namespace {
const QString kSettings = QStringLiteral("results/goal");
constexpr double kFirstMissed = 0.01;
constexpr double kFirstReviewed = 0.05;
constexpr double kMostCost = 1e6;

std::optional<double> shareIn(const Json& json, const char* key) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_number()) return std::nullopt;
    return std::clamp(found->get<double>(), 0.0, 1.0);
}

Goal storedGoal() {
    const QByteArray text = QSettings().value(kSettings).toByteArray();
    const Json json = Json::parse(text.constData(), nullptr, false);
    Goal goal;
    if (!json.is_object()) {
        goal.maxMissed = kFirstMissed;
        goal.maxReviewed = kFirstReviewed;
        return goal;
    }
    goal.maxMissed = shareIn(json, "missed");
    goal.maxRejected = shareIn(json, "rejected");
    goal.maxReviewed = shareIn(json, "reviewed");
    goal.defectRate = shareIn(json, "defect_rate");
    goal.promise = json.value("promise", false);
    if (const auto costs = json.find("costs");
        costs != json.end() && costs->is_array() && costs->size() == 3) {
        const auto cost = [&](std::size_t i) {
            return (*costs)[i].is_number() ? (*costs)[i].get<double>() : 0;
        };
        goal.costs = GoalCosts{.missed = cost(0), .rejected = cost(1), .reviewed = cost(2)};
    }
    return goal;
}

void store(const Goal& goal) {
    Json json = Json::object();
    if (goal.maxMissed) json["missed"] = *goal.maxMissed;
    if (goal.maxRejected) json["rejected"] = *goal.maxRejected;
    if (goal.maxReviewed) json["reviewed"] = *goal.maxReviewed;
    if (goal.defectRate) json["defect_rate"] = *goal.defectRate;
    json["promise"] = goal.promise;
    if (goal.costs) json["costs"] = {goal.costs->missed, goal.costs->rejected, goal.costs->reviewed};
    QSettings().setValue(kSettings, QByteArray::fromStdString(json.dump()));
}
}  // namespace

GoalForm::GoalForm(QWidget* parent)
    : QWidget(parent), promise_(new QCheckBox(tr("So that it can be promised"))), more_(new QWidget) {
    auto* grid = new QGridLayout;
    grid->setColumnStretch(0, 1);
    missed_ = addLimit(*grid, tr("Missed at most"),
                       tr("Of the bad parts: those that pass without anybody looking at them"));
    rejected_ = addLimit(*grid, tr("Rejected at most"),
                         tr("Of the good parts: those that are rejected without anybody looking at them"));
    reviewed_ = addLimit(*grid, tr("Reviewed at most"),
                         tr("Of all parts: those between the two thresholds, which somebody looks at"));
    promise_->setToolTip(
        tr("Allow fewer errors on these parts, so that the limits hold with 95 % confidence on "
           "others, as far as so few parts can say"));
    grid->addWidget(promise_, grid->rowCount(), 0, 1, 2);

    auto* rest = new QGridLayout(more_);
    rest->setContentsMargins(0, 0, 0, 0);
    rest->setColumnStretch(0, 1);
    defectRate_ =
        addLimit(*rest, tr("Bad in production"),
                 tr("What share of the parts that are made is bad; off: as many as among the labelled "
                    "parts, which is rarely so"));
    costs_ = {addCost(*rest, tr("Cost of a miss")), addCost(*rest, tr("Cost of a false reject")),
              addCost(*rest, tr("Cost of a review"))};
    auto* unfold = new QToolButton;
    unfold->setText(tr("Production and costs"));
    unfold->setToolTip(tr("How many parts are bad in production, and what errors and reviews cost"));
    unfold->setCheckable(true);
    unfold->setAutoRaise(true);
    unfold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    unfold->setArrowType(Qt::RightArrow);
    connect(unfold, &QToolButton::toggled, this, [this, unfold](bool open) {
        unfold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        more_->setVisible(open);
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(grid);
    column->addWidget(unfold);
    column->addWidget(more_);
    const Goal stored = storedGoal();
    more_->hide();
    unfold->setChecked(stored.defectRate || stored.costs);
    setGoal(stored);
    connect(promise_, &QCheckBox::toggled, this, &GoalForm::onChanged);
}

GoalForm::Limit GoalForm::addLimit(QGridLayout& grid, const QString& text, const QString& tip) {
    const Limit limit{.on = new QCheckBox(text), .share = new QDoubleSpinBox};
    limit.on->setToolTip(tip);
    limit.share->setRange(0, 100);
    limit.share->setDecimals(2);
    limit.share->setSingleStep(0.5);
    limit.share->setSuffix(tr(" %"));
    limit.share->setToolTip(tip);
    limit.share->setAccessibleName(text);
    limit.share->setEnabled(false);
    limit.share->setKeyboardTracking(false);
    const int row = grid.rowCount();
    grid.addWidget(limit.on, row, 0);
    grid.addWidget(limit.share, row, 1);
    connect(limit.on, &QCheckBox::toggled, limit.share, &QWidget::setEnabled);
    connect(limit.on, &QCheckBox::toggled, this, &GoalForm::onChanged);
    connect(limit.share, &QDoubleSpinBox::valueChanged, this, &GoalForm::onChanged);
    return limit;
}

QDoubleSpinBox* GoalForm::addCost(QGridLayout& grid, const QString& text) {
    auto* cost = new QDoubleSpinBox;
    cost->setRange(0, kMostCost);
    cost->setDecimals(2);
    cost->setSpecialValueText(tr("none"));
    cost->setToolTip(
        tr("In any currency; the thresholds that cost least are chosen among those that keep the limits"));
    cost->setAccessibleName(text);
    cost->setKeyboardTracking(false);
    auto* label = new QLabel(text);
    label->setBuddy(cost);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(cost, row, 1);
    connect(cost, &QDoubleSpinBox::valueChanged, this, &GoalForm::onChanged);
    return cost;
}

void GoalForm::onChanged() {
    store(goal());
    Q_EMIT changed();
}

Goal GoalForm::goal() const {
    const auto of = [](const Limit& limit) -> std::optional<double> {
        if (!limit.on->isChecked()) return std::nullopt;
        return limit.share->value() / 100;
    };
    Goal goal{.maxMissed = of(missed_),
              .maxRejected = of(rejected_),
              .maxReviewed = of(reviewed_),
              .defectRate = of(defectRate_),
              .promise = promise_->isChecked()};
    const GoalCosts costs{costs_[0]->value(), costs_[1]->value(), costs_[2]->value()};
    if (costs.missed > 0 || costs.rejected > 0 || costs.reviewed > 0) goal.costs = costs;
    return goal;
}

void GoalForm::setGoal(const Goal& goal) {
    const QSignalBlocker quiet(this);
    const auto show = [](const Limit& limit, const std::optional<double>& share) {
        const QSignalBlocker still(limit.share);
        if (share) limit.share->setValue(100 * *share);
        limit.on->setChecked(share.has_value());
    };
    show(missed_, goal.maxMissed);
    show(rejected_, goal.maxRejected);
    show(reviewed_, goal.maxReviewed);
    show(defectRate_, goal.defectRate);
    promise_->setChecked(goal.promise);
    const GoalCosts costs = goal.costs.value_or(GoalCosts{});
    costs_[0]->setValue(costs.missed);
    costs_[1]->setValue(costs.rejected);
    costs_[2]->setValue(costs.reviewed);
}

}  // namespace segad::ui
