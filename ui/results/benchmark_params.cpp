#include "ui/results/benchmark_params.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/log.h"
#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"
#include "core/segment/catalog.h"
#include "core/workflow/backbone_offers.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/param_form.h"

namespace segad::ui {

namespace {
// Subjects: a detector by its key, and these.
const std::string kForests = "forest:";
const std::string kSegments = "segments:";
constexpr int kMostBad = 100'000;

const ParamSchema& schemaOf(const std::string& subject) {
    if (subject.starts_with(kSegments)) return findSegmentSource(subject.substr(kSegments.size()))->params;
    return subject == kForests ? findForestKind("brf").params : detectorInfo(subject).params;
}

QString titleOf(const std::string& subject) {
    if (subject == kForests) return BenchmarkParams::tr("the forests");
    if (subject.starts_with(kSegments))
        return BenchmarkParams::tr("segments: %1")
            .arg(engineText(findSegmentSource(subject.substr(kSegments.size()))->title));
    return QString::fromStdString(detectorInfo(subject).title);
}
}  // namespace

BenchmarkParams::BenchmarkParams(QWidget* parent)
    : QWidget(parent),
      toggle_(new QToolButton),
      body_(new QWidget),
      rows_(new QFormLayout(body_)),
      bad_(new QSpinBox),
      backbone_(
          choiceBox(tr("Backbone"), tr("For the detectors it fits; the others take the best there is. More "
                                       "can be imported under Settings ▸ Weights"))),
      subject_(choiceBox(tr("Parameters of"), tr("Whose parameters are shown below"))),
      form_(new ParamForm) {
    toggle_->setCheckable(true);
    toggle_->setToolTip(tr("Depart from the paper's defaults: steps, backbone, anything a detector has"));
    toggle_->setArrowType(Qt::RightArrow);
    toggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    toggle_->setAutoRaise(true);
    bad_->setRange(0, kMostBad);
    bad_->setSpecialValueText(tr("as the protocol says"));
    bad_->setAccessibleName(tr("Bad parts"));
    bad_->setToolTip(tr("How many bad parts of each class are drawn to learn from"));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    rows_->addRow(tr("&Bad parts"), bad_);
    rows_->addRow(tr("Bac&kbone"), backbone_);
    rows_->addRow(tr("Para&meters of"), subject_);
    body_->setVisible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(toggle_);
    column->addWidget(body_);
    column->addWidget(form_);
    form_->setVisible(false);
    connect(toggle_, &QToolButton::toggled, this, [this](bool shown) {
        body_->setVisible(shown);
        form_->setVisible(shown);
        toggle_->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(bad_, &QSpinBox::valueChanged, this, [this] {
        showCount();
        Q_EMIT changed();
    });
    connect(backbone_, &QComboBox::activated, this, [this] {
        wanted_ = backbone_->currentData().toString();
        showCount();
        Q_EMIT changed();
    });
    connect(subject_, &QComboBox::currentIndexChanged, this, &BenchmarkParams::showSubject);
    connect(form_, &ParamForm::valuesChanged, this, &BenchmarkParams::keepSubject);
    fillSubjects();
}

void BenchmarkParams::setSubjects(const std::vector<std::string>& detectors, const std::string& segments) {
    if (detectors == detectors_ && segments == segments_) return;
    if (detectors_.empty()) shown_.clear();  // the forests were shown for want of a detector
    detectors_ = detectors;
    segments_ = segments;
    fillSubjects();
}

void BenchmarkParams::setProtocol(const BenchmarkProtocol& protocol) {
    protocolBad_ = protocol.bad;
    rows_->setRowVisible(bad_, protocol.bad > 0);
    showCount();
}

void BenchmarkParams::fillSubjects() {
    {
        const QSignalBlocker quiet(subject_);
        subject_->clear();
        std::vector<std::string> subjects = detectors_;
        subjects.push_back(kForests);
        if (!segments_.empty() && !schemaOf(kSegments + segments_).specs().empty())
            subjects.push_back(kSegments + segments_);
        for (const std::string& subject : subjects)
            subject_->addItem(titleOf(subject), QString::fromStdString(subject));
        subject_->setCurrentIndex(std::max(0, subject_->findData(QString::fromStdString(shown_))));
    }
    showSubject();
    fillBackbones();
}

void BenchmarkParams::showSubject() {
    const QSignalBlocker quiet(form_);
    shown_ = subject_->currentData().toString().toStdString();
    form_->setSchema(schemaOf(shown_));
    form_->setValues(valuesOf(shown_));
    form_->isValid();
    showCount();
}

void BenchmarkParams::keepSubject() {
    form_->isValid();  // marks what is wrong
    values_[shown_] = form_->values();
    fillBackbones();
    showCount();
    Q_EMIT changed();
}

void BenchmarkParams::fillBackbones() {
    const QSignalBlocker quiet(backbone_);
    backbone_->clear();
    backbone_->addItem(tr("the best that is there"), QString());
    try {
        for (const std::string& detector : detectors_)
            addBackbonesOf(detector);
    } catch (const Error& error) {
        // Weights that can't be read are no reason to show nothing: the plan says what stands against a run.
        log::warn(error.what());
    }
    // What was chosen stays, so that the plan says why it can't be used.
    if (!wanted_.isEmpty() && backbone_->findData(wanted_) < 0) backbone_->addItem(wanted_, wanted_);
    backbone_->setCurrentIndex(backbone_->findData(wanted_));
}

void BenchmarkParams::addBackbonesOf(const std::string& detector) {
    const DetectorInfo& info = detectorInfo(detector);
    const Json own = valuesOf(detector);
    if (!info.usesBackbone || !info.params.validate(own).empty()) return;
    for (const BackboneOffer& offer : offerBackbones(detector, info.params.complete(own))) {
        const QString name = QString::fromStdString(offer.name);
        if (!offer.fits || backbone_->findData(name) >= 0) continue;
        backbone_->addItem(offer.title.empty() ? name : engineText(offer.title), name);
    }
}

void BenchmarkParams::showCount() {
    BenchmarkRequest request;
    addTo(request);
    std::size_t changes = request.forestParams.size() + request.segmentParams.size();
    for (const auto& [detector, params] : request.detectorParams.items())
        changes += params.size();
    changes += request.bad > 0 ? 1 : 0;
    changes += request.backbone.empty() ? 0 : 1;
    toggle_->setText(changes == 0 ? tr("Parameters")
                                  : tr("Parameters (%n changed)", nullptr, static_cast<int>(changes)));
    toggle_->setAccessibleName(toggle_->text());
}

void BenchmarkParams::setValues(const BenchmarkRequest& request) {
    values_.clear();
    // A results file may hold anything; what has no meaning here, its plan will say.
    const auto take = [this](const std::string& subject, const Json& params) {
        if (params.is_object() && schemaOf(subject).validate(params).empty()) values_[subject] = params;
    };
    for (const auto& [detector, params] : request.detectorParams.items()) {
        if (findDetector(detector) != nullptr) take(detector, params);
    }
    take(kForests, request.forestParams);
    if (findSegmentSource(request.segments) != nullptr)
        take(kSegments + request.segments, request.segmentParams);
    wanted_ = QString::fromStdString(request.backbone);
    const QSignalBlocker quiet(bad_);
    bad_->setValue(request.bad == protocolBad_ ? 0 : request.bad);
    showSubject();
    fillBackbones();
    showCount();
}

Json BenchmarkParams::valuesOf(const std::string& subject) const {
    const auto found = values_.find(subject);
    return found == values_.end() ? Json::object() : found->second;
}

void BenchmarkParams::addTo(BenchmarkRequest& request) const {
    request.detectorParams = Json::object();
    for (const std::string& detector : detectors_) {
        if (const Json own = valuesOf(detector); !own.empty()) request.detectorParams[detector] = own;
    }
    request.forestParams = valuesOf(kForests);
    request.segmentParams = segments_.empty() ? Json::object() : valuesOf(kSegments + segments_);
    request.backbone = wanted_.toStdString();
    request.bad = protocolBad_ > 0 ? bad_->value() : 0;
}

}  // namespace segad::ui
