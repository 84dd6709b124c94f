#include "ui/session/write_guard.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include "ui/session/project_session.h"

namespace segad::ui {

namespace {
struct Words {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::WriteGuard)
};

QString withReason(const QString& tip, const ProjectSession& session) {
    const QString reason = Words::tr("Not possible: %1.").arg(session.readOnlyReason());
    return tip.isEmpty() ? reason : tip + QLatin1Char('\n') + reason;
}

/// Disables a widget again whenever something enables it.
class Lock : public QObject {
public:
    explicit Lock(QWidget* widget) : QObject(widget) {
        widget->installEventFilter(this);
        widget->setEnabled(false);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        auto* widget = static_cast<QWidget*>(watched);
        if (event->type() == QEvent::EnabledChange && widget->isEnabled()) widget->setEnabled(false);
        return QObject::eventFilter(watched, event);
    }
};
}  // namespace

void needsWriting(QAction* action, const ProjectSession& session) {
    if (!session.isReadOnly()) return;
    action->setToolTip(withReason(action->toolTip(), session));
    action->setEnabled(false);
    QObject::connect(action, &QAction::enabledChanged, action, [action](bool enabled) {
        if (enabled) action->setEnabled(false);
    });
}

void needsWriting(QWidget* widget, const ProjectSession& session) {
    if (!session.isReadOnly()) return;
    widget->setToolTip(withReason(widget->toolTip(), session));
    new Lock(widget);
}

}  // namespace segad::ui
