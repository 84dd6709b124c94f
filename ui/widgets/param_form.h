// A form made from a ParamSchema: one field per parameter, advanced ones folded away, every wrong field
// marked at once.
#pragma once

#include <QMap>
#include <QWidget>

#include "core/base/param_spec.h"

class QFormLayout;
class QToolButton;

namespace segad::ui {

class ParamForm : public QWidget {
    Q_OBJECT

public:
    explicit ParamForm(QWidget* parent = nullptr);

    /// Replaces the form; fields start at the defaults.
    void setSchema(const ParamSchema& schema);
    void setValues(const Json& values);

    /// Only what differs from the defaults, so that a later change of a default is not frozen in.
    Json values() const;
    bool isValid() const;

Q_SIGNALS:
    void valuesChanged();

private:
    QWidget* makeEditor(const ParamSpec& spec);
    void setEditor(const ParamSpec& spec, const Json& value);
    Json editorValue(const ParamSpec& spec) const;

    ParamSchema schema_;
    QMap<QString, QWidget*> editors_;
    QFormLayout* plain_ = nullptr;
    QFormLayout* advanced_ = nullptr;
    QToolButton* advancedToggle_ = nullptr;
};

}  // namespace segad::ui
