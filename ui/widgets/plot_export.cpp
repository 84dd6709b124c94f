#include "ui/widgets/plot_export.h"

#include <QImage>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <cmath>

#include "ui/widgets/qcustomplot_p.h"

namespace segad::ui {

namespace {
constexpr QSize kSize(900, 720);
constexpr double kSharpness = 2;
/// Of a PDF: a point of the screen is a pixel of the page.
constexpr int kResolution = 96;
constexpr double kPointsPerInch = 72;

bool paint(QCustomPlot& plot, QPaintDevice& device, const QSize& size, bool vectors) {
    QCPPainter painter;
    if (!painter.begin(&device)) return false;
    painter.setMode(QCPPainter::pmVectorized, vectors);
    painter.setMode(QCPPainter::pmNoCaching, vectors);
    plot.toPainter(&painter, size.width(), size.height());
    return painter.end();
}

QString field(QString text) {
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) &&
        !text.contains(QLatin1Char('\n')))
        return text;
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

bool writeTable(const PlotTable& table, const QString& file) {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) return false;
    const auto write = [&](const QStringList& cells) {
        QStringList fields;
        for (const QString& cell : cells)
            fields.push_back(field(cell));
        return out.write(fields.join(QLatin1Char(',')).toUtf8() + "\r\n") >= 0;
    };
    if (!write(table.columns)) return false;
    for (const QStringList& row : table.rows) {
        if (!write(row)) return false;
    }
    return out.commit();
}

bool endsWith(const QString& file, const char* suffix) {
    return file.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
}
}  // namespace

QString csvNumber(double value) {
    if (std::isnan(value)) return {};
    if (!std::isfinite(value)) return value > 0 ? QStringLiteral("inf") : QStringLiteral("-inf");
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

bool writePlot(const PlotFile& plot, const QString& file) {
    if (endsWith(file, ".csv")) return writeTable(plot.table, file);
    // What fills a page of the window is as high as its rows; it may be so here, too.
    const QSize size = kSize.expandedTo({0, plot.plot->minimumHeight()});
    if (endsWith(file, ".pdf")) {
        QPdfWriter pdf(file);
        pdf.setTitle(plot.title);
        pdf.setResolution(kResolution);
        pdf.setPageMargins({});
        pdf.setPageSize(QPageSize(QSizeF(size) * kPointsPerInch / kResolution, QPageSize::Point));
        return paint(*plot.plot, pdf, size, true);
    }
    if (endsWith(file, ".svg")) {
        QSvgGenerator svg;
        svg.setFileName(file);
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(), size));
        svg.setTitle(plot.title);
        return paint(*plot.plot, svg, size, true);
    }
    QImage image(size * kSharpness, QImage::Format_RGB32);
    image.setDevicePixelRatio(kSharpness);
    image.fill(Qt::white);
    return paint(*plot.plot, image, size, false) && image.save(file, "PNG");
}

}  // namespace segad::ui
