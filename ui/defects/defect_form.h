// Sliders for the parameters of a kind of defect: one for both ends of a range, numbers above it for the
// keyboard. Sizes are shown in per cent, pixels or millimetres and given back in per cent.
#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/defect/catalog.h"

class QDoubleSpinBox;
class QFormLayout;

namespace segad::ui {

class DefectForm : public QWidget {
    Q_OBJECT

public:
    explicit DefectForm(QWidget* parent = nullptr);

    /// Replaces the rows; `kind` is a row of the catalog. `values` are over its defaults, sizes in per cent.
    void show(const DefectKind& kind, const Json& values);
    /// What sizes are shown in. Throws nothing: millimetres without a scale are shown in per cent.
    void setScale(const SizeScale& scale);
    /// What differs from the defaults, sizes in per cent.
    const Json& values() const { return values_; }
    /// Back to the defaults.
    void reset();

Q_SIGNALS:
    /// The user has changed something.
    void valuesChanged();

private:
    void build();
    /// A line of its numbers, and the slider below it.
    void addSlider(const ParamSpec& spec, const std::vector<QDoubleSpinBox*>& numbers, QWidget* slider);
    void addRange(const ParamSpec& low, const ParamSpec& high);
    void addNumber(const ParamSpec& spec);
    void addSwitch(const ParamSpec& spec);
    void addChoice(const ParamSpec& spec);
    QDoubleSpinBox* makeSpin(const ParamSpec& spec);
    void addRow(const ParamSpec& spec, QWidget* field);

    double shownPerPercent(const ParamSpec& spec) const;
    double value(const ParamSpec& spec) const;
    void set(const ParamSpec& spec, const Json& value);

    const DefectKind* kind_ = nullptr;
    SizeScale scale_;
    Json values_ = Json::object();
    QWidget* rows_ = nullptr;
    QFormLayout* layout_ = nullptr;
    std::vector<std::function<void()>> refreshers_;  ///< show what values_ says, silently
    bool refreshing_ = false;
};

/// Where a value lies on a slider from the spec's minimum to its maximum, 0…1: small values have room.
double sliderPlace(const ParamSpec& spec, double value);
/// The way back, rounded to three digits.
double sliderValue(const ParamSpec& spec, double place);

}  // namespace segad::ui
