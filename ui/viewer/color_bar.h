// The colour bar beside the viewer: raw values on one side, calibration percentiles on the other, and a
// mark for the value under the cursor.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/viewer/heat_scale.h"

namespace segad::ui {

class ColorBar : public QWidget {
    Q_OBJECT

public:
    explicit ColorBar(QWidget* parent = nullptr);

    void setScale(const std::optional<HeatScale>& scale);
    void setCursorValue(std::optional<double> value);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF barRect() const;
    double yOf(double value) const;

    std::optional<HeatScale> scale_;
    std::optional<double> cursor_;
};

}  // namespace segad::ui
