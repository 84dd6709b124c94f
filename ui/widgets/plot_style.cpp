#include "ui/widgets/plot_style.h"

#include <array>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
const std::array<QColor, 6> kCurveColors{QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00),
                                         QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7),
                                         QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)};
}  // namespace

QColor curveColor(std::size_t index) {
    return kCurveColors[index % kCurveColors.size()];
}

std::size_t curveColorCount() {
    return kCurveColors.size();
}

void applyPalette(QCustomPlot& plot, const QWidget& widget) {
    const QPalette& colors = widget.palette();
    const QColor text = colors.color(QPalette::Text);
    const QColor faint = colors.color(QPalette::Mid);
    plot.setBackground(colors.color(QPalette::Base));
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis, plot.xAxis2, plot.yAxis2}) {
        axis->setBasePen(faint);
        axis->setTickPen(faint);
        axis->setSubTickPen(faint);
        axis->setLabelColor(text);
        axis->setTickLabelColor(text);
        axis->setLabelFont(widget.font());
        axis->setTickLabelFont(widget.font());
        QColor grid = faint;
        grid.setAlphaF(0.35F);
        axis->grid()->setPen(QPen(grid, 0, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.legend->setTextColor(text);
    plot.legend->setFont(widget.font());
    plot.legend->setBrush(colors.color(QPalette::Base));
    plot.legend->setBorderPen(Qt::NoPen);
    plot.replot();
}

void placeLegendBelow(QCustomPlot& plot) {
    plot.plotLayout()->addElement(1, 0, plot.legend);
    plot.plotLayout()->setRowStretchFactor(1, 0.001);
    plot.legend->setIconSize(20, 10);
    plot.legend->setMargins({4, 2, 4, 6});
}

}  // namespace segad::ui
