#include "ui/train/train_panel.h"

#include <QAction>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/workflow/workflows.h"
#include "ui/session/project_session.h"
#include "ui/train/forest_card.h"
#include "ui/train/runs_table.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"

namespace segad::ui {

namespace {
// Heights relative to each other.
constexpr int kCardsHeight = 500;
constexpr int kRunsHeight = 200;

QString bytes(std::uint64_t count) {
    return QLocale().formattedDataSize(static_cast<qint64>(count));
}

QString titleOf(const BackboneOffer& offer) {
    const QString name = QString::fromStdString(offer.name);
    const QString title = offer.title.empty() ? name : engineText(offer.title);
    if (!offer.fits)
        return TrainPanel::tr("%1 — has only layers up to %2")
            .arg(title, QString::fromStdString(offer.lastLayer));
    return title;
}
}  // namespace

TrainPanel::TrainPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      detector_(choiceBox(tr("Detector"), tr("What makes the anomaly maps"))),
      help_(new QLabel),
      backbone_(choiceBox(
          tr("Backbone"),
          tr("Network whose features the detector uses. More can be imported under Settings ▸ Weights"))),
      backboneNote_(new QLabel),
      seed_(new QSpinBox),
      form_(new ParamForm),
      cost_(new QLabel),
      train_(makeAction(this, QStringLiteral("train"), tr("Train and score"),
                        tr("Train the detector, then score all parts, in a background job"),
                        QStringLiteral("Ctrl+Shift+T"))) {
    auto* cards = new QTabWidget;
    cards->setAccessibleName(tr("What to train"));
    cards->addTab(detectorCard(), tr("Detector"));
    cards->addTab(new ForestCard(session_), tr("Forest"));
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(cards);
    split->addWidget(new RunsTable(session_));
    split->setChildrenCollapsible(false);
    split->setSizes({kCardsHeight, kRunsHeight});
    auto* column = new QVBoxLayout(this);
    column->addWidget(split);

    connect(detector_, &QComboBox::currentIndexChanged, this, &TrainPanel::showDetector);
    connect(backbone_, &QComboBox::currentIndexChanged, this, &TrainPanel::onBackboneChosen);
    connect(form_, &ParamForm::valuesChanged, this, &TrainPanel::showBackbones);
    connect(train_, &QAction::triggered, this, &TrainPanel::train);
    connect(&session_, &ProjectSession::dataChanged, this, &TrainPanel::showBackbones);
    connect(&session_.jobs(), &JobQueue::jobFinished, this, &TrainPanel::showBackbones);
    connect(&session_, &ProjectSession::labelsChanged, this, &TrainPanel::showCost);
    showDetector();
}

QWidget* TrainPanel::detectorCard() {
    for (const DetectorInfo& row : detectorCatalog()) {
        detector_->addItem(QString::fromStdString(row.title), QString::fromStdString(row.key));
    }
    seed_->setRange(0, 1'000'000'000);
    seed_->setToolTip(tr("The same seed gives the same result"));
    seed_->setAccessibleName(tr("Seed"));
    for (QLabel* label : {help_, backboneNote_, cost_})
        label->setWordWrap(true);

    auto* form = new QFormLayout;
    form->addRow(tr("Backbone"), backbone_);
    form->addRow(QString(), backboneNote_);
    form->addRow(tr("Seed"), seed_);
    auto* fields = new QWidget;
    auto* fieldColumn = new QVBoxLayout(fields);
    fieldColumn->setContentsMargins(0, 0, 6, 0);
    fieldColumn->addWidget(detector_);
    fieldColumn->addWidget(help_);
    fieldColumn->addLayout(form);
    fieldColumn->addWidget(form_);
    fieldColumn->addStretch(1);
    auto* card = new QWidget;
    auto* column = new QVBoxLayout(card);
    column->addWidget(scrolled(fields), 1);
    // Always in sight, however long the form is.
    column->addWidget(cost_);
    column->addWidget(actionButton(train_));
    return card;
}

void TrainPanel::showDetector() {
    const DetectorInfo* row = findDetector(detector_->currentData().toString().toStdString());
    if (row == nullptr) return;
    help_->setText(
        QStringLiteral("%1\n%2").arg(engineText(row->summary), QString::fromStdString(row->reference)));
    form_->setSchema(row->params);
    showBackbones();
}

void TrainPanel::showBackbones() {
    const DetectorInfo* row = findDetector(detector_->currentData().toString().toStdString());
    if (row == nullptr) return;
    const QSignalBlocker blocked(backbone_);
    backbone_->clear();
    int shown = -1;
    try {
        offers_ = offerBackbones(row->key,
                                 row->params.complete(form_->isValid() ? form_->values() : Json::object()));
    } catch (const Error& error) {
        offers_.clear();
        session_.reportError(error);
    }
    for (const BackboneOffer& offer : offers_) {
        const QString name = QString::fromStdString(offer.name);
        backbone_->addItem(titleOf(offer), name);
        auto* item = qobject_cast<QStandardItemModel*>(backbone_->model())->item(backbone_->count() - 1);
        item->setEnabled(offer.fits);
        if (offer.fits && (name == wanted_ || (shown < 0 && offer.preferred))) shown = backbone_->count() - 1;
    }
    backbone_->setCurrentIndex(std::max(0, shown));
    backbone_->setEnabled(!offers_.empty());
    showBackboneNote();
    showCost();
}

void TrainPanel::onBackboneChosen() {
    const auto row = static_cast<std::size_t>(backbone_->currentIndex());
    if (row >= offers_.size()) return;
    const BackboneOffer& offer = offers_[row];
    // The usual one follows what is imported meanwhile.
    wanted_ = offer.preferred ? QString() : QString::fromStdString(offer.name);
    showBackboneNote();
    showCost();
}

void TrainPanel::showBackboneNote() {
    const auto row = static_cast<std::size_t>(backbone_->currentIndex());
    backboneNote_->setVisible(row < offers_.size());
    if (row >= offers_.size()) return;
    const BackboneOffer& offer = offers_[row];
    QString note = offer.note.empty() ? tr("Imported under a name of your own; its network is %1.")
                                            .arg(QString::fromStdString(offer.architecture))
                                      : engineText(offer.note);
    if (offer.origin == WeightOrigin::Seed) note += tr(" Not good enough to inspect parts.");
    backboneNote_->setText(note);
}

void TrainPanel::showCost() {
    const DetectorInfo* row = findDetector(detector_->currentData().toString().toStdString());
    if (row == nullptr) return;
    const auto& parts = session_.data().parts;
    const auto good = static_cast<std::uint64_t>(std::ranges::count_if(parts, [](const PartRecord& part) {
        return part.label == Label::Good && part.subset != Subset::Test;
    }));
    const bool valid = form_->isValid();
    train_->setEnabled(valid && good > 1);
    if (good < 2) {
        cost_->setText(tr("Label at least two parts good, or import a dataset with good training parts."));
        return;
    }
    if (!valid) {
        cost_->setText(tr("Correct the marked parameters."));
        return;
    }
    const std::string backbone = backbone_->currentData().toString().toStdString();
    const std::uint64_t trained = good - (good + 9) / 10;  // a tenth is kept for calibration
    const CostEstimate cost = row->estimateCost({.params = row->params.complete(form_->values()),
                                                 .backbone = catalogBackboneLike(backbone),
                                                 .trainParts = trained,
                                                 .threads = threadCount()});
    const double scoring = cost.scoreSecondsPerPart * static_cast<double>(parts.size());
    cost_->setText(
        tr("%1 good parts to learn from, %2 kept for calibration. About %3 for training and %4 for scoring "
           "%5 parts; %6 of memory, %7 on disk.")
            .arg(trained)
            .arg(good - trained)
            .arg(duration(cost.trainSeconds), duration(scoring))
            .arg(parts.size())
            .arg(bytes(cost.trainBytes), bytes(cost.modelBytes)));
}

void TrainPanel::train() {
    TrainRequest request{.project = session_.file(),
                         .detector = detector_->currentData().toString().toStdString(),
                         .backbone = backbone_->currentData().toString().toStdString(),
                         .params = form_->values(),
                         .seed = static_cast<std::uint64_t>(seed_->value())};
    session_.jobs().enqueue(tr("Train %1").arg(detector_->currentText()), [request](Job& job) {
        trainDetector(request, job);
        return QString();
    });
}

}  // namespace segad::ui
