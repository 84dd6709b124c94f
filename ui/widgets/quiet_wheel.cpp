#include "ui/widgets/quiet_wheel.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QChildEvent>
#include <QComboBox>

namespace segad::ui {

namespace {
bool isField(const QWidget* widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr;
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
            if (isField(widget) && !widget->hasFocus()) {
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
