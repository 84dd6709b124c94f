#include "ui/results/curve_pair.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace segad::ui {

namespace {
/// From this width on both are shown.
constexpr int kWide = 640;

QToolButton* choiceButton(const QString& text, const QString& tip, QButtonGroup& group) {
    auto* button = new QToolButton;
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    group.addButton(button);
    return button;
}
}  // namespace

CurvePair::CurvePair(QWidget* parent)
    : QWidget(parent), choice_(new QWidget), roc_(new RocPlot), recall_(new PrecisionRecallPlot) {
    auto* group = new QButtonGroup(this);
    rocButton_ = choiceButton(tr("ROC"), tr("Bad parts found against good parts rejected"), *group);
    recallButton_ = choiceButton(tr("Precision–recall"),
                                 tr("How many of those called bad are bad, against bad parts found"), *group);
    rocButton_->setChecked(true);
    auto* line = new QHBoxLayout(choice_);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(rocButton_);
    line->addWidget(recallButton_);
    line->addStretch(1);
    auto* plots = new QHBoxLayout;
    plots->addWidget(roc_, 1);
    plots->addWidget(recall_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(choice_);
    column->addLayout(plots, 1);
    recall_->hide();
    connect(group, &QButtonGroup::idClicked, this, &CurvePair::arrange);
    for (CurvePlot* plot : {static_cast<CurvePlot*>(roc_), static_cast<CurvePlot*>(recall_)})
        connect(plot, &CurvePlot::pointPicked, this, &CurvePair::pointPicked);
}

void CurvePair::setCurves(const std::vector<RocCurve>& curves) {
    roc_->setCurves(curves);
    recall_->setCurves(curves);
}

void CurvePair::setThresholds(int curve, double review, double reject) {
    roc_->setThresholds(curve, review, reject, false);
    recall_->setThresholds(curve, review, reject, false);
}

void CurvePair::clearThresholds() {
    roc_->clearThresholds();
    recall_->clearThresholds();
}

void CurvePair::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CurvePair::arrange() {
    const bool both = width() >= kWide;
    choice_->setVisible(!both);
    roc_->setVisible(both || rocButton_->isChecked());
    recall_->setVisible(both || recallButton_->isChecked());
}

}  // namespace segad::ui
