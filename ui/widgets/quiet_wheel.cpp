#include "ui/widgets/quiet_wheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QComboBox>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
bool isField(const QWidget* widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr;
}

/// It would swallow the wheel although it does nothing with it.
bool isStillPlot(const QWidget* widget) {
    const auto* plot = qobject_cast<const QCustomPlot*>(widget);
    return plot != nullptr && !plot->interactions().testFlag(QCP::iRangeZoom);
}

class QuietWheel : public QObject {
public:
    using QObject::QObject;

    void watch(QWidget& widget) {
        widget.installEventFilter(this);
        // Else the wheel itself would give it the keys.
        if (isField(&widget) && widget.focusPolicy() == Qt::WheelFocus)
            widget.setFocusPolicy(Qt::StrongFocus);
        for (QObject* child : widget.children())
            if (child->isWidgetType()) watch(*static_cast<QWidget*>(child));
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::ChildPolished) {
            QObject* child = static_cast<QChildEvent*>(event)->child();
            if (child->isWidgetType()) watch(*static_cast<QWidget*>(child));
        } else if (event->type() == QEvent::Wheel) {
            const auto* widget = static_cast<QWidget*>(watched);
            if ((isField(widget) && !widget->hasFocus()) || isStillPlot(widget)) {
                event->ignore();  // goes to what is around it, which scrolls
                return true;
            }
        }
        return QObject::eventFilter(watched, event);
    }
};
}  // namespace

void keepWheelQuiet(QWidget& content) {
    (new QuietWheel(&content))->watch(content);
}

}  // namespace segad::ui
