#include "ui/widgets/param_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

#include "ui/widgets/engine_text.h"
#include "ui/widgets/pane.h"

namespace segad::ui {

namespace {
QString tooltip(const ParamSpec& spec) {
    QString text = engineText(spec.help);
    if (!spec.reference.empty()) text += QStringLiteral("\n") + QString::fromStdString(spec.reference);
    return text;
}

/// Enough decimals to show the default and half its step.
int decimalsFor(double value) {
    int decimals = 2;
    while (decimals < 8 &&
           std::abs(value * std::pow(10, decimals) - std::round(value * std::pow(10, decimals))) > 1e-9) {
        ++decimals;
    }
    return decimals;
}
}  // namespace

ParamForm::ParamForm(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    setSchema({});
}

void ParamForm::setSchema(const ParamSchema& schema) {
    schema_ = schema;
    editors_.clear();
    auto* column = static_cast<QVBoxLayout*>(layout());
    while (QLayoutItem* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* plainBox = new QWidget;
    plain_ = new QFormLayout(plainBox);
    plain_->setContentsMargins(0, 0, 0, 0);
    auto* advancedBox = new QWidget;
    advanced_ = new QFormLayout(advancedBox);
    advanced_->setContentsMargins(0, 0, 0, 0);
    advancedBox->setVisible(false);
    advancedToggle_ = new QToolButton;
    advancedToggle_->setText(tr("More parameters"));
    advancedToggle_->setToolTip(tr("Show the parameters that rarely need a change"));
    advancedToggle_->setAccessibleName(advancedToggle_->text());
    advancedToggle_->setCheckable(true);
    advancedToggle_->setArrowType(Qt::RightArrow);
    advancedToggle_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    advancedToggle_->setAutoRaise(true);
    connect(advancedToggle_, &QToolButton::toggled, advancedBox, [this, advancedBox](bool shown) {
        advancedBox->setVisible(shown);
        advancedToggle_->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    bool anyAdvanced = false;
    // Nobody may ask for values while half of the fields exist.
    const bool wasBlocked = blockSignals(true);
    for (const ParamSpec& spec : schema_.specs()) {
        QWidget* editor = makeEditor(spec);
        editor->setToolTip(tooltip(spec));
        editor->setAccessibleName(engineText(spec.title));
        auto* label = new QLabel(engineText(spec.title));
        label->setToolTip(tooltip(spec));
        label->setBuddy(editor);
        (spec.advanced ? advanced_ : plain_)->addRow(label, editor);
        editors_.insert(QString::fromStdString(spec.key), editor);
        setEditor(spec, spec.defaultValue);
        anyAdvanced = anyAdvanced || spec.advanced;
    }
    blockSignals(wasBlocked);
    column->addWidget(plainBox);
    column->addWidget(advancedToggle_);
    column->addWidget(advancedBox);
    advancedToggle_->setVisible(anyAdvanced);
    Q_EMIT valuesChanged();
}

QWidget* ParamForm::makeEditor(const ParamSpec& spec) {
    const QString suffix =
        spec.unit.empty() ? QString() : QStringLiteral(" ") + QString::fromStdString(spec.unit);
    switch (spec.type) {
        case ParamType::Bool: {
            auto* box = new QCheckBox;
            connect(box, &QCheckBox::toggled, this, &ParamForm::valuesChanged);
            return box;
        }
        case ParamType::Int: {
            auto* spin = new QSpinBox;
            spin->setRange(static_cast<int>(spec.minimum.value_or(std::numeric_limits<int>::min())),
                           static_cast<int>(spec.maximum.value_or(std::numeric_limits<int>::max())));
            spin->setSuffix(suffix);
            connect(spin, &QSpinBox::valueChanged, this, &ParamForm::valuesChanged);
            return spin;
        }
        case ParamType::Real: {
            auto* spin = new QDoubleSpinBox;
            const double value = spec.defaultValue.is_number() ? spec.defaultValue.get<double>() : 0.0;
            spin->setDecimals(decimalsFor(value) + 1);
            spin->setSingleStep(value != 0 ? std::abs(value) / 10 : 0.1);
            spin->setRange(spec.minimum.value_or(-1e12), spec.maximum.value_or(1e12));
            spin->setSuffix(suffix);
            connect(spin, &QDoubleSpinBox::valueChanged, this, &ParamForm::valuesChanged);
            return spin;
        }
        case ParamType::Choice: {
            QComboBox* box = choiceBox(QString(), QString());
            for (const std::string& choice : spec.choices)
                box->addItem(QString::fromStdString(choice));
            connect(box, &QComboBox::currentIndexChanged, this, &ParamForm::valuesChanged);
            return box;
        }
        case ParamType::Text:
            break;
    }
    auto* edit = new QLineEdit;
    connect(edit, &QLineEdit::textChanged, this, &ParamForm::valuesChanged);
    return edit;
}

void ParamForm::setEditor(const ParamSpec& spec, const Json& value) {
    QWidget* editor = editors_.value(QString::fromStdString(spec.key));
    switch (spec.type) {
        case ParamType::Bool:
            static_cast<QCheckBox*>(editor)->setChecked(value.get<bool>());
            break;
        case ParamType::Int:
            static_cast<QSpinBox*>(editor)->setValue(value.get<int>());
            break;
        case ParamType::Real:
            static_cast<QDoubleSpinBox*>(editor)->setValue(value.get<double>());
            break;
        case ParamType::Choice:
            static_cast<QComboBox*>(editor)->setCurrentText(QString::fromStdString(value.get<std::string>()));
            break;
        case ParamType::Text:
            static_cast<QLineEdit*>(editor)->setText(QString::fromStdString(value.get<std::string>()));
            break;
    }
}

Json ParamForm::editorValue(const ParamSpec& spec) const {
    const QWidget* editor = editors_.value(QString::fromStdString(spec.key));
    switch (spec.type) {
        case ParamType::Bool:
            return static_cast<const QCheckBox*>(editor)->isChecked();
        case ParamType::Int:
            return static_cast<const QSpinBox*>(editor)->value();
        case ParamType::Real:
            return static_cast<const QDoubleSpinBox*>(editor)->value();
        case ParamType::Choice:
            return static_cast<const QComboBox*>(editor)->currentText().toStdString();
        case ParamType::Text:
            return static_cast<const QLineEdit*>(editor)->text().toStdString();
    }
    return {};
}

void ParamForm::setValues(const Json& values) {
    for (const ParamSpec& spec : schema_.specs())
        setEditor(spec, values.value(spec.key, spec.defaultValue));
}

Json ParamForm::values() const {
    Json values = Json::object();
    for (const ParamSpec& spec : schema_.specs()) {
        const Json value = editorValue(spec);
        const bool same = spec.type == ParamType::Real
                              ? std::abs(value.get<double>() - spec.defaultValue.get<double>()) < 1e-12
                              : value == spec.defaultValue;
        if (!same) values[spec.key] = value;
    }
    return values;
}

bool ParamForm::isValid() const {
    bool valid = true;
    const std::vector<ParamProblem> problems = schema_.validate(values());
    for (const ParamSpec& spec : schema_.specs()) {
        QWidget* editor = editors_.value(QString::fromStdString(spec.key));
        QString complaint;
        for (const ParamProblem& problem : problems) {
            if (problem.key == spec.key) complaint = QString::fromStdString(problem.message);
        }
        editor->setStyleSheet(complaint.isEmpty() ? QString() : QStringLiteral("border: 1px solid #D55E00;"));
        editor->setToolTip(complaint.isEmpty() ? tooltip(spec) : complaint);
        valid = valid && complaint.isEmpty();
    }
    return valid;
}

}  // namespace segad::ui
