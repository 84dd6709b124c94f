#include "ui/train/detector_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>

#include "core/detector/catalog.h"
#include "ui/session/project_session.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"

namespace segad::ui {

namespace {
QString titleOf(const BackboneOffer& offer) {
    const QString name = QString::fromStdString(offer.name);
    QString title = offer.title.empty() ? name : engineText(offer.title);
    if (!offer.fits)
        return DetectorForm::tr("%1 — has only layers up to %2")
            .arg(title, QString::fromStdString(offer.lastLayer));
    return title;
}

QString aboutText(const DetectorInfo& row) {
    const QString learns = row.supervision == Supervision::GoodOnly
                               ? DetectorForm::tr("Learns from good parts only.")
                               : DetectorForm::tr("Learns from good and bad parts.");
    const QString maps = row.makesMaps ? DetectorForm::tr("Makes anomaly maps.")
                                       : DetectorForm::tr("Makes no maps, only a score for each part.");
    return QStringLiteral("%1\n%2 %3\n%4")
        .arg(engineText(row.summary), learns, maps, QString::fromStdString(row.reference));
}
}  // namespace

DetectorForm::DetectorForm(ProjectSession& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      title_(heading(QString())),
      help_(new QLabel),
      backbone_(choiceBox(
          tr("Backbone"),
          tr("Network whose features the detector uses. More can be imported under Settings ▸ Weights"))),
      backboneNote_(new QLabel),
      seed_(new QSpinBox),
      bad_(new QSpinBox),
      crossFit_(new QCheckBox(tr("Further detectors for the forest"))),
      rows_(new QFormLayout),
      form_(new ParamForm) {
    for (QLabel* label : {help_, backboneNote_})
        label->setWordWrap(true);
    help_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title_);
    column->addWidget(help_);
    column->addWidget(fields());
    column->addWidget(form_);
    column->addStretch(1);
    connect(backbone_, &QComboBox::currentIndexChanged, this, &DetectorForm::onBackboneChosen);
    connect(form_, &ParamForm::valuesChanged, this, &DetectorForm::showBackbones);
    connect(seed_, &QSpinBox::valueChanged, this, &DetectorForm::changed);
    connect(bad_, &QSpinBox::valueChanged, this, &DetectorForm::changed);
    connect(crossFit_, &QCheckBox::toggled, this, &DetectorForm::changed);
}

QWidget* DetectorForm::fields() {
    seed_->setRange(0, 1'000'000'000);
    seed_->setToolTip(tr("The same seed gives the same result"));
    seed_->setAccessibleName(tr("Seed"));
    bad_->setRange(0, 100'000);
    bad_->setSpecialValueText(tr("as the dataset says"));
    bad_->setAccessibleName(tr("Bad parts to learn from"));
    bad_->setToolTip(
        tr("How many bad parts the detector may learn from; the others are tested. Without a choice: the bad "
           "parts of the training set, else ten"));
    crossFit_->setChecked(true);
    crossFit_->setAccessibleName(crossFit_->text());
    crossFit_->setToolTip(
        tr("Trains a detector more for each fifth of the bad parts, without these parts, and scores them by "
           "it: a forest must not learn from what a detector remembers. Takes about five times as long"));
    auto* box = new QWidget;
    box->setLayout(rows_);
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows_->addRow(tr("Backbone"), backbone_);
    rows_->addRow(QString(), backboneNote_);
    rows_->addRow(tr("Seed"), seed_);
    rows_->addRow(tr("Bad parts"), bad_);
    rows_->addRow(QString(), crossFit_);
    return box;
}

void DetectorForm::setDetector(const std::string& key) {
    const DetectorInfo* row = findDetector(key);
    if (row == nullptr || row == row_) return;
    row_ = row;
    title_->setText(QString::fromStdString(row->title));
    help_->setText(aboutText(*row));
    const bool learnsBad = row->supervision == Supervision::GoodAndBad;
    rows_->setRowVisible(backbone_, row->usesBackbone);
    rows_->setRowVisible(bad_, learnsBad);
    rows_->setRowVisible(crossFit_, learnsBad);
    form_->setSchema(row->params);  // says valuesChanged, which offers the backbones
}

std::vector<BackboneOffer> DetectorForm::offersNow() const {
    if (!row_->usesBackbone) return {};
    try {
        return offerBackbones(row_->key,
                              row_->params.complete(form_->isValid() ? form_->values() : Json::object()));
    } catch (const Error& error) {
        session_.reportError(error);
        return {};
    }
}

void DetectorForm::showBackbones() {
    if (row_ == nullptr) return;
    std::vector<BackboneOffer> offers = offersNow();
    const auto sameRow = [](const BackboneOffer& a, const BackboneOffer& b) {
        return a.name == b.name && a.fits == b.fits && a.preferred == b.preferred &&
               a.lastLayer == b.lastLayer;
    };
    // Not while somebody has the list open, unless there is something new in it.
    if (!std::ranges::equal(offers, offers_, sameRow)) {
        offers_ = std::move(offers);
        fillBackbones();
    }
    showBackboneNote();
    Q_EMIT changed();
}

void DetectorForm::fillBackbones() {
    const QSignalBlocker blocked(backbone_);
    backbone_->clear();
    int shown = -1;
    for (const BackboneOffer& offer : offers_) {
        const QString name = QString::fromStdString(offer.name);
        backbone_->addItem(titleOf(offer), name);
        auto* item = qobject_cast<QStandardItemModel*>(backbone_->model())->item(backbone_->count() - 1);
        item->setEnabled(offer.fits);
        if (offer.fits && (name == wanted_ || (shown < 0 && offer.preferred))) shown = backbone_->count() - 1;
    }
    backbone_->setCurrentIndex(std::max(0, shown));
    backbone_->setEnabled(!offers_.empty());
}

void DetectorForm::onBackboneChosen() {
    const auto row = static_cast<std::size_t>(backbone_->currentIndex());
    if (row >= offers_.size()) return;
    const BackboneOffer& offer = offers_[row];
    // The usual one follows what is imported meanwhile.
    wanted_ = offer.preferred ? QString() : QString::fromStdString(offer.name);
    showBackboneNote();
    Q_EMIT changed();
}

void DetectorForm::showBackboneNote() {
    const auto row = static_cast<std::size_t>(backbone_->currentIndex());
    rows_->setRowVisible(backboneNote_, row < offers_.size());
    if (row >= offers_.size()) return;
    const BackboneOffer& offer = offers_[row];
    QString note = offer.note.empty() ? tr("Imported under a name of your own; its network is %1.")
                                            .arg(QString::fromStdString(offer.architecture))
                                      : engineText(offer.note);
    if (offer.origin == WeightOrigin::Seed) note += tr(" Not good enough to inspect parts.");
    backboneNote_->setText(note);
}

TrainRequest DetectorForm::request() const {
    TrainRequest request{.project = session_.file()};
    if (row_ == nullptr) return request;
    request.detector = row_->key;
    request.backbone = backbone_->currentData().toString().toStdString();
    request.params = form_->values();
    request.seed = static_cast<std::uint64_t>(seed_->value());
    if (row_->supervision == Supervision::GoodAndBad) {
        request.badForFit = bad_->value();
        request.crossFit = crossFit_->isChecked();
    }
    return request;
}

bool DetectorForm::isValid() const {
    return form_->isValid();
}

}  // namespace segad::ui
