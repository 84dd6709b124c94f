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
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/threads.h"
#include "core/detector/catalog.h"
#include "core/nn/weight_store.h"
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
}  // namespace

TrainPanel::TrainPanel(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      detector_(choiceBox(tr("Detector"), tr("What makes the anomaly maps"))),
      help_(new QLabel),
      backbone_(
          choiceBox(tr("Backbone"),
                    tr("Network whose features the detector uses. Import weights under Settings ▸ Weights"))),
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
    connect(backbone_, &QComboBox::currentIndexChanged, this, &TrainPanel::showCost);
    connect(form_, &ParamForm::valuesChanged, this, &TrainPanel::showCost);
    connect(train_, &QAction::triggered, this, &TrainPanel::train);
    connect(&session_, &ProjectSession::dataChanged, this, &TrainPanel::showBackbones);
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
    const QString chosen = backbone_->currentData().toString();
    const QSignalBlocker blocked(backbone_);
    backbone_->clear();
    try {
        for (const WeightEntry& entry : WeightStore().list()) {
            const QString name = QString::fromStdString(entry.name);
            const QString last =
                QString::fromStdString(entry.layers.empty() ? std::string() : entry.layers.back());
            backbone_->addItem(tr("%1 (imported, up to %2)").arg(name, last), name);
        }
    } catch (const Error& error) {
        session_.reportError(error);
    }
    backboneNote_->setText(backbone_->count() > 0
                               ? QString()
                               : tr("No weights are imported: an untrained ResNet-18 serves for trying the "
                                    "program. Import ImageNet weights before you inspect parts."));
    backboneNote_->setVisible(backbone_->count() == 0);
    if (backbone_->count() == 0) backbone_->addItem(tr("resnet18, untrained"), QString());
    backbone_->setCurrentIndex(std::max(0, backbone_->findData(chosen)));
    showCost();
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
    const QString backbone = backbone_->currentData().toString();
    const std::uint64_t trained = good - (good + 9) / 10;  // a tenth is kept for calibration
    const CostEstimate cost =
        row->estimateCost({.params = row->params.complete(form_->values()),
                           .backbone = backbone.isEmpty() ? "resnet18" : backbone.toStdString(),
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
