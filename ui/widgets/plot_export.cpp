#include "ui/widgets/plot_export.h"

#include <QImage>
#include <QPageSize>
#include <QPdfWriter>
#include <QSvgGenerator>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr int kWidth = 900;
constexpr int kHeight = 720;
constexpr double kSharpness = 2;
/// Of a PDF: a point of the screen is a pixel of the page.
constexpr int kResolution = 96;
constexpr double kPointsPerInch = 72;

bool paint(const std::vector<QCustomPlot*>& plots, QPaintDevice& device, bool vectors, int height) {
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(QCPPainter::pmVectorized, vectors);
    painter.setMode(QCPPainter::pmNoCaching, vectors);
    for (QCustomPlot* plot : plots) {
        plot->toPainter(&painter, kWidth, height);
        painter.translate(0, height);
    }
    return painter.end();
}
}  // namespace

bool exportPlots(const std::vector<QCustomPlot*>& plots, const QString& title, const QString& file) {
    if (plots.empty()) return false;
    const int height = plots.size() == 1 ? kHeight : kHeight / 2;
    const QSize size(kWidth, height * static_cast<int>(plots.size()));
    if (file.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        QPdfWriter pdf(file);
        pdf.setTitle(title);
        pdf.setResolution(kResolution);
        pdf.setPageMargins({});
        pdf.setPageSize(QPageSize(QSizeF(size) * kPointsPerInch / kResolution, QPageSize::Point));
        return paint(plots, pdf, true, height);
    }
    if (file.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(), size));
        svg.setTitle(title);
        return paint(plots, svg, true, height);
    }
    QImage image(size * kSharpness, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharpness);
    image.fill(Qt::white);
    return paint(plots, image, false, height) && image.save(file, "PNG");
}

}  // namespace segad::ui
