// The line below the picture: its name, what is being painted, what is under the cursor, the zoom.
#pragma once

#include <QWidget>
#include <optional>

#include "ui/viewer/heat_scale.h"

class QLabel;

namespace segad::ui {

class ElidedLabel;

class ViewerFooter : public QWidget {
    Q_OBJECT

public:
    explicit ViewerFooter(QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setPainted(const QString& text);
    /// Pixels of the screen per pixel of the picture; none: there is no picture.
    void setZoom(std::optional<double> factor);

    struct Spot {
        QPoint pixel;                 ///< of the picture
        QString segment;              ///< empty: in none
        std::optional<double> value;  ///< of the map, raw
    };
    /// `scale` says how many good pixels lie below the value.
    void setSpot(const Spot& spot, const std::optional<HeatScale>& scale);
    void clearSpot();

private:
    ElidedLabel* title_;
    ElidedLabel* painted_;
    ElidedLabel* spot_;
    QLabel* zoom_;
};

}  // namespace segad::ui
