#include "ui/defects/defect_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "ui/defects/defect_words.h"
#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/range_slider.h"

namespace segad::ui {

namespace {
constexpr int kSliderSteps = 400;
constexpr int kSliderHeight = 24;
constexpr int kLeastSpin = 60;
/// From here on a slider's steps are ratios.
constexpr double kWideRange = 20;

QString tooltip(const ParamSpec& spec) {
    QString text = engineText(spec.help);
    if (!spec.reference.empty()) text += QStringLiteral("\n") + QString::fromStdString(spec.reference);
    return text;
}

double rounded(double value) {
    if (value == 0) return 0;
    const double digits = std::pow(10, 2 - std::floor(std::log10(std::abs(value))));
    return std::round(value * digits) / digits;
}
}  // namespace

double sliderPlace(const ParamSpec& spec, double value) {
    const double low = spec.minimum.value_or(0);
    const double high = spec.maximum.value_or(1);
    const double inside = std::clamp(value, low, high);
    if (low > 0 && high / low >= kWideRange) return std::log(inside / low) / std::log(high / low);
    if (low == 0) return std::sqrt(inside / high);
    return (inside - low) / (high - low);
}

double sliderValue(const ParamSpec& spec, double place) {
    const double low = spec.minimum.value_or(0);
    const double high = spec.maximum.value_or(1);
    double value = low + place * (high - low);
    if (low > 0 && high / low >= kWideRange) value = low * std::pow(high / low, place);
    if (low == 0) value = high * place * place;
    return std::clamp(rounded(value), low, high);
}

DefectForm::DefectForm(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void DefectForm::show(const DefectKind& kind, const Json& values) {
    kind_ = &kind;
    values_ = values;
    build();
}

void DefectForm::setScale(const SizeScale& scale) {
    scale_ = scale;
    const bool unusable =
        scale.side <= 0 || (scale.unit == SizeUnit::Millimetres && !(scale.pixelsPerMillimetre > 0));
    if (unusable) scale_ = {};
    if (kind_ != nullptr) build();
}

void DefectForm::reset() {
    values_ = Json::object();
    refreshing_ = true;
    for (const auto& refresh : refreshers_)
        refresh();
    refreshing_ = false;
    Q_EMIT valuesChanged();
}

void DefectForm::build() {
    refreshers_.clear();
    delete rows_;
    rows_ = new QWidget;
    layout_ = new QFormLayout(rows_);
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout_->setRowWrapPolicy(QFormLayout::WrapLongRows);  // narrow windows
    const auto& specs = kind_->params.specs();
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const ParamSpec& spec = specs[i];
        if (spec.key.ends_with("_min") && i + 1 < specs.size()) {
            addRange(spec, specs[++i]);
        } else if (spec.type == ParamType::Bool) {
            addSwitch(spec);
        } else if (spec.type == ParamType::Choice) {
            addChoice(spec);
        } else {
            addNumber(spec);
        }
    }
    refreshing_ = true;
    for (const auto& refresh : refreshers_)
        refresh();
    refreshing_ = false;
    layout()->addWidget(rows_);
}

double DefectForm::shownPerPercent(const ParamSpec& spec) const {
    return spec.unit == kSizeUnit ? scale_.whole() / 100 : 1;
}

double DefectForm::value(const ParamSpec& spec) const {
    return values_.value(spec.key, spec.defaultValue).get<double>();
}

void DefectForm::set(const ParamSpec& spec, const Json& value) {
    if (refreshing_) return;
    const bool same = value.is_number_float()
                          ? std::abs(value.get<double>() - spec.defaultValue.get<double>()) < 1e-9
                          : value == spec.defaultValue;
    if (same) {
        values_.erase(spec.key);
    } else {
        values_[spec.key] = value;
    }
    refreshing_ = true;
    for (const auto& refresh : refreshers_)
        refresh();
    refreshing_ = false;
    Q_EMIT valuesChanged();
}

void DefectForm::addRow(const ParamSpec& spec, QWidget* field) {
    auto* label = new QLabel(paramTitle(spec));
    label->setToolTip(tooltip(spec));
    label->setBuddy(field);
    layout_->addRow(label, field);
}

QDoubleSpinBox* DefectForm::makeSpin(const ParamSpec& spec) {
    const double factor = shownPerPercent(spec);
    const double most = spec.maximum.value_or(1) * factor;
    auto* spin = new QDoubleSpinBox;
    spin->setDecimals(spec.type == ParamType::Int ? 0 : most >= 1000 ? 1 : 2);
    spin->setRange(spec.minimum.value_or(0) * factor, most);
    spin->setSingleStep(spec.type == ParamType::Int
                            ? 1
                            : std::max(0.01, rounded(spec.defaultValue.get<double>() * factor / 10)));
    const QString unit = spec.unit == kSizeUnit ? QString::fromUtf8(toString(scale_.unit).data())
                                                : QString::fromStdString(spec.unit);
    if (!unit.isEmpty()) spin->setSuffix(QStringLiteral(" ") + unit);
    spin->setMinimumWidth(kLeastSpin);  // narrow windows
    spin->setToolTip(tooltip(spec));
    spin->setAccessibleName(engineText(spec.title));
    spin->setObjectName(QString::fromStdString(spec.key));
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this, &spec, factor](double shown) {
        if (spec.type == ParamType::Int)
            set(spec, static_cast<int>(shown));
        else
            set(spec, std::clamp(shown / factor, spec.minimum.value_or(0), spec.maximum.value_or(1)));
    });
    refreshers_.emplace_back([this, spin, &spec, factor] {
        // What is being typed is left alone.
        if (!spin->hasFocus() ||
            std::abs(spin->value() - value(spec) * factor) > 0.5 * std::pow(10, -spin->decimals()))
            spin->setValue(value(spec) * factor);
    });
    return spin;
}

void DefectForm::addSlider(const ParamSpec& spec, const std::vector<QDoubleSpinBox*>& numbers,
                           QWidget* slider) {
    auto* field = new QWidget;
    auto* line = new QHBoxLayout(field);
    line->setContentsMargins(0, 0, 0, 0);
    line->addStretch(1);
    for (QDoubleSpinBox* number : numbers) {
        if (number != numbers.front()) line->addWidget(new QLabel(QStringLiteral("–")));
        line->addWidget(number);
    }
    addRow(spec, field);
    // The slider below has the whole width: with the numbers beside it nobody could take hold of its ends.
    slider->setFixedHeight(kSliderHeight);
    slider->setToolTip(tooltip(spec));
    slider->setAccessibleName(paramTitle(spec));
    slider->setObjectName(QString::fromStdString(spec.key) + QStringLiteral("_slider"));
    layout_->addRow(slider);
}

void DefectForm::addRange(const ParamSpec& low, const ParamSpec& high) {
    auto* slider = new RangeSlider;
    addSlider(low, {makeSpin(low), makeSpin(high)}, slider);
    connect(slider, &RangeSlider::rangeDragged, this, [this, &low, &high](double from, double to) {
        const double before = sliderPlace(low, value(low));
        // One handle moves at a time; the other keeps its exact value.
        if (std::abs(from - before) > 1e-6)
            set(low, sliderValue(low, from));
        else
            set(high, sliderValue(high, to));
    });
    refreshers_.emplace_back([this, slider, &low, &high] {
        slider->setRange(sliderPlace(low, std::min(value(low), value(high))),
                         sliderPlace(high, std::max(value(low), value(high))));
    });
}

void DefectForm::addNumber(const ParamSpec& spec) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, kSliderSteps);
    addSlider(spec, {makeSpin(spec)}, slider);
    connect(slider, &QSlider::valueChanged, this, [this, &spec](int step) {
        const double wanted = sliderValue(spec, static_cast<double>(step) / kSliderSteps);
        set(spec, spec.type == ParamType::Int ? Json(static_cast<int>(std::lround(wanted))) : Json(wanted));
    });
    refreshers_.emplace_back([this, slider, &spec] {
        const QSignalBlocker quiet(slider);
        slider->setValue(static_cast<int>(std::lround(sliderPlace(spec, value(spec)) * kSliderSteps)));
    });
}

void DefectForm::addSwitch(const ParamSpec& spec) {
    auto* box = new QCheckBox(paramTitle(spec));
    box->setToolTip(tooltip(spec));
    connect(box, &QCheckBox::toggled, this, [this, &spec](bool on) { set(spec, on); });
    refreshers_.emplace_back(
        [this, box, &spec] { box->setChecked(values_.value(spec.key, spec.defaultValue).get<bool>()); });
    box->setMinimumWidth(1);  // gives way in a narrow window; the tooltip says it all
    layout_->addRow(box);
}

void DefectForm::addChoice(const ParamSpec& spec) {
    QComboBox* box = choiceBox(paramTitle(spec), tooltip(spec));
    for (const std::string& choice : spec.choices)
        box->addItem(engineText(choice), QString::fromStdString(choice));
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, box, &spec] { set(spec, box->currentData().toString().toStdString()); });
    refreshers_.emplace_back([this, box, &spec] {
        const std::string choice = values_.value(spec.key, spec.defaultValue).get<std::string>();
        box->setCurrentIndex(box->findData(QString::fromStdString(choice)));
    });
    addRow(spec, box);
}

}  // namespace segad::ui
