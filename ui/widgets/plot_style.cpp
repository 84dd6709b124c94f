#include "ui/widgets/plot_style.h"

#include <algorithm>
#include <array>
#include <utility>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
const std::array<QColor, 6> kCurveColors{QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00),
                                         QColor(0x00, 0x9E, 0x73), QColor(0xCC, 0x79, 0xA7),
                                         QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)};

/// QCustomPlot's own is as wide as its words, and pushes the axes out of a plot that is narrower.
class ShorteningLegendItem : public QCPPlottableLegendItem {
public:
    ShorteningLegendItem(QCPLegend* legend, QCPAbstractPlottable* plottable, QString shortened)
        : QCPPlottableLegendItem(legend, plottable), shortened_(std::move(shortened)) {}

protected:
    QSize minimumOuterSizeHint() const override {
        return {mParentLegend->iconSize().width(), QCPPlottableLegendItem::minimumOuterSizeHint().height()};
    }

    void draw(QCPPainter* painter) override {
        const QString whole = plottable()->name();
        const int room =
            rect().width() - mParentLegend->iconSize().width() - mParentLegend->iconTextPadding();
        const QFontMetrics metrics(getFont());
        const int excess = metrics.horizontalAdvance(whole) - room;
        if (excess > 0) {
            const int left = std::max(0, metrics.horizontalAdvance(shortened_) - excess);
            plottable()->setName(
                QString(whole).replace(shortened_, metrics.elidedText(shortened_, Qt::ElideRight, left)));
        }
        QCPPlottableLegendItem::draw(painter);
        plottable()->setName(whole);
    }

private:
    QString shortened_;
};
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

void addToLegend(QCPAbstractPlottable& plottable, const QString& shortened) {
    QCPLegend* legend = plottable.parentPlot()->legend;
    legend->addItem(new ShorteningLegendItem(legend, &plottable, shortened));
}

}  // namespace segad::ui
