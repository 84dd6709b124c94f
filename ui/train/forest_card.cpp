#include "ui/train/forest_card.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <set>

#include "core/workflow/workflows.h"
#include "ui/session/project_session.h"
#include "ui/session/write_guard.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
constexpr int kPaperSeed = 333;
constexpr int kDetectorRows = 3;

QString fromTitle(BadParts from) {
    switch (from) {
        case BadParts::All:
            return ForestCard::tr("labelled and generated");
        case BadParts::Real:
            return ForestCard::tr("labelled only");
        case BadParts::Generated:
            return ForestCard::tr("generated only (one-class SegAD)");
        case BadParts::None:
            break;
    }
    return {};
}
}  // namespace

ForestCard::ForestCard(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      detectors_(new QListWidget),
      kind_(
          choiceBox(tr("Forest kind"), tr("BRF is the method of the paper; RF and BT are its comparisons"))),
      from_(choiceBox(tr("Bad parts to learn from"),
                      tr("Labelled ones are photographed; generated ones are made from good parts in the "
                         "Defects workspace"))),
      bad_(new QSpinBox),
      areas_(new QCheckBox(tr("Areas of segments too"))),
      seed_(new QSpinBox),
      note_(new QLabel),
      fit_(makeAction(this, QStringLiteral("forest"), tr("Fit forest and evaluate"),
                      tr("Fit the forest on the labelled parts, score the test parts and store the ROC"),
                      QStringLiteral("Ctrl+Shift+F"))) {
    kind_->addItem(tr("BRF — boosted random forest"), QStringLiteral("brf"));
    kind_->addItem(tr("RF — random forest"), QStringLiteral("rf"));
    kind_->addItem(tr("BT — boosted trees"), QStringLiteral("bt"));
    for (const BadParts from : {BadParts::All, BadParts::Real, BadParts::Generated})
        from_->addItem(fromTitle(from), static_cast<int>(from));
    bad_->setRange(0, 100000);
    bad_->setSpecialValueText(tr("as the dataset says"));
    bad_->setToolTip(
        tr("Bad parts the forest may learn from; the others are tested. Without a choice: the bad parts "
           "of the training set, else ten"));
    bad_->setAccessibleName(tr("Bad parts for the forest"));
    areas_->setToolTip(
        tr("How much of the picture each segment covers becomes a feature: a missing piece shows in it. The "
           "paper has no such features"));
    seed_->setRange(0, 1'000'000'000);
    seed_->setValue(kPaperSeed);
    seed_->setToolTip(tr("Draws the bad parts and seeds the trees; 333 is the first of the paper's ten"));
    seed_->setAccessibleName(tr("Seed"));
    detectors_->setAccessibleName(tr("Detectors the forest uses"));
    detectors_->setToolTip(tr("Detectors whose maps the forest uses"));
    detectors_->setMaximumHeight(kDetectorRows * (fontMetrics().height() + 8));
    note_->setWordWrap(true);
    auto* about =
        new QLabel(tr("A forest learns from labelled bad parts how much of an anomaly counts, in which "
                      "segment and by which "
                      "detector. Its score takes the place of a detector's own."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);

    auto* form = new QFormLayout;
    form->addRow(tr("Detectors"), detectors_);
    form->addRow(tr("Kind"), kind_);
    form->addRow(tr("Learn from"), from_);
    form->addRow(tr("Bad parts"), bad_);
    form->addRow(QString(), areas_);
    form->addRow(tr("Seed"), seed_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(about);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(note_);
    column->addWidget(actionButton(fit_));
    connect(fit_, &QAction::triggered, this, &ForestCard::fit);
    needsWriting(fit_, session_);
    connect(from_, &QComboBox::currentIndexChanged, this, &ForestCard::showState);
    connect(bad_, &QSpinBox::valueChanged, this, &ForestCard::showState);
    connect(&session_, &ProjectSession::dataChanged, this, &ForestCard::showDetectors);
    connect(&session_, &ProjectSession::dataChanged, this, &ForestCard::showState);
    connect(&session_, &ProjectSession::labelsChanged, this, &ForestCard::showState);
    showDetectors();
    showState();
}

void ForestCard::showDetectors() {
    std::set<QString> unchecked;
    for (int row = 0; row < detectors_->count(); ++row) {
        if (detectors_->item(row)->checkState() == Qt::Unchecked)
            unchecked.insert(detectors_->item(row)->data(Qt::UserRole).toString());
    }
    detectors_->clear();
    std::set<QString> names;
    for (const RunRecord* run : session_.data().scoredRuns(RunKind::Train))
        names.insert(QString::fromStdString(run->subject));
    for (const QString& name : names) {
        auto* item = new QListWidgetItem(detectorTitle(name.toStdString()), detectors_);
        item->setData(Qt::UserRole, name);
        item->setCheckState(unchecked.contains(name) ? Qt::Unchecked : Qt::Checked);
    }
}

void ForestCard::showState() {
    const auto& parts = session_.data().parts;
    const auto counted = [&](bool generated) {
        return static_cast<int>(std::ranges::count_if(parts, [&](const PartRecord& part) {
            return part.label == Label::Bad && part.generated == generated;
        }));
    };
    const int bad = counted(false);
    const int generated = counted(true);
    const auto from = static_cast<BadParts>(from_->currentData().toInt());
    const bool enough = from == BadParts::Generated || bad >= 2 || (from == BadParts::All && generated > 0);
    QString note = tr("%n bad part(s) labelled.", nullptr, bad);
    if (from != BadParts::Real && generated > 0)
        note += QLatin1Char(' ') + tr("%n generated part(s) kept.", nullptr, generated);
    if (from == BadParts::All && generated > 0 && bad_->value() == 0)
        note += QLatin1Char(' ') + tr("Of labelled test parts none is taken unless you give a number.");
    if (from == BadParts::Generated && generated == 0)
        note += QLatin1Char(' ') + tr("Defects of the paper's three kinds are generated first.");
    if (detectors_->count() == 0)
        note = tr("Train a detector first.");
    else if (!enough)
        note = tr("Label at least two parts bad: some to learn from, some to test.");
    else if (session_.data().segmentMaps == 0)
        note += tr(" No segment maps: the whole picture counts as one segment.");
    note_->setText(note);
    bad_->setEnabled(from != BadParts::Generated);
    fit_->setEnabled(detectors_->count() > 0 && enough);
}

FitRequest ForestCard::request() const {
    FitRequest request{.project = session_.file(),
                       .forest = kind_->currentData().toString().toStdString(),
                       .badForFit = bad_->isEnabled() ? bad_->value() : 0,
                       .seed = static_cast<std::uint64_t>(seed_->value()),
                       .bad = static_cast<BadParts>(from_->currentData().toInt())};
    if (areas_->isChecked()) request.params["segment_areas"] = true;
    for (int row = 0; row < detectors_->count(); ++row) {
        const QListWidgetItem* item = detectors_->item(row);
        if (item->checkState() == Qt::Checked)
            request.detectors.push_back(item->data(Qt::UserRole).toString().toStdString());
    }
    return request;
}

void ForestCard::fit() {
    session_.jobs().enqueue(tr("Forest %1").arg(kind_->currentData().toString().toUpper()),
                            [request = request()](Job& job) {
                                {
                                    Job::Stage fitting(job, 0.7, tr("Fitting the forest").toStdString());
                                    fitForest(request, fitting.job());
                                }
                                Job::Stage evaluating(job, 0.3, tr("Evaluating").toStdString());
                                evaluateProject({.project = request.project}, evaluating.job());
                                return QString();
                            });
}

}  // namespace segad::ui
