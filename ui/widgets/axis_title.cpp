#include "ui/widgets/axis_title.h"

#include <QFontMetrics>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr const char* kTitles = "titles";

void fitTitle(QCPAxis& axis) {
    const QRect inside = axis.axisRect()->rect();
    const int room = axis.orientation() == Qt::Horizontal ? inside.width() : inside.height();
    const QStringList forms = axis.property(kTitles).toStringList();
    const QFontMetrics metrics(axis.labelFont());
    QString title;
    for (const QString& form : forms) {
        title = form;
        if (metrics.horizontalAdvance(form) <= room) break;
    }
    title = metrics.elidedText(title, Qt::ElideRight, room);
    if (title == axis.label()) return;
    axis.setLabel(title);
    axis.parentPlot()->replot(QCustomPlot::rpQueuedReplot);
}
}  // namespace

void setAxisTitle(QCPAxis& axis, const QStringList& forms) {
    const bool known = axis.property(kTitles).isValid();
    axis.setProperty(kTitles, forms);
    axis.setLabel(forms.front());  // room for it is made before it is fitted
    if (known) return;
    QObject::connect(axis.parentPlot(), &QCustomPlot::afterLayout, &axis, [&axis] { fitTitle(axis); });
}

}  // namespace segad::ui
