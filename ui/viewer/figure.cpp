#include "ui/viewer/figure.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "ui/viewer/figure_painter.h"

namespace segad::ui {

namespace {
constexpr double kMmPerInch = 25.4;
constexpr int kLayoutDpi = 2540;  // one dot is one unit
constexpr double kMostPixels = 150e6;

QByteArray suffixOf(const QString& file) {
    return file.mid(file.lastIndexOf(QLatin1Char('.')) + 1).toLower().toUtf8();
}

QSize wholeUnits(const QSizeF& size) {
    return {static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height()))};
}

void draw(QPaintDevice& device, const Figure& figure, const FigureStyle& style, double scale, int dpi) {
    QPainter painter(&device);
    painter.scale(scale, scale);
    drawFigure(painter, figure, style, layOut(figure, style, dpi), dpi);
}

void writePng(QIODevice& out, const Figure& figure, const FigureStyle& style) {
    QImage image = renderFigure(figure, style);
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Description"), figure.caption);
    image.save(&out, "PNG");
}

void writeSvg(QIODevice& out, const Figure& figure, const FigureStyle& style) {
    const int dpi = figureDpi(figure, style);
    const QSize size = wholeUnits(layOut(figure, style, dpi).size);
    QSvgGenerator svg;
    svg.setOutputDevice(&out);
    svg.setResolution(kLayoutDpi);
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    svg.setTitle(figure.title);
    svg.setDescription(figure.caption);
    draw(svg, figure, style, 1, dpi);
}

void writePdf(QIODevice& out, const Figure& figure, const FigureStyle& style) {
    const int dpi = figureDpi(figure, style);
    QPdfWriter pdf(&out);
    pdf.setResolution(kLayoutDpi);
    pdf.setPageSize(QPageSize(layOut(figure, style, dpi).size / kUnitsPerMm, QPageSize::Millimeter, QString(),
                              QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF());
    pdf.setTitle(figure.title);
    pdf.setCreator(QStringLiteral("SegAD Studio"));
    draw(pdf, figure, style, 1, dpi);
}

[[noreturn]] void fail(const QSaveFile& out) {
    const bool forbidden =
        out.error() == QFileDevice::OpenError || out.error() == QFileDevice::PermissionsError;
    throw Error(forbidden ? ErrorCode::PermissionDenied : ErrorCode::Io, out.fileName().toStdString(),
                "could not be written: " + out.errorString().toStdString(),
                "Choose a folder that can be written to and has room.");
}
}  // namespace

QSizeF figureSize(const Figure& figure, const FigureStyle& style) {
    return layOut(figure, style, kLayoutDpi).size / kUnitsPerMm;
}

int figureDpi(const Figure& figure, const FigureStyle& style) {
    if (style.dpi > 0) return style.dpi;
    double finest = 1;
    for (const FigureLayout::Cell& cell : layOut(figure, style, kLayoutDpi).cells)
        finest = std::max(finest, cell.crop.width() / (cell.picture.width() / kUnitsPerInch));
    return static_cast<int>(std::ceil(finest));
}

QImage renderFigure(const Figure& figure, const FigureStyle& style) {
    const int dpi = figureDpi(figure, style);
    const QSizeF inches = layOut(figure, style, dpi).size / kUnitsPerInch;
    const QSize dots(static_cast<int>(std::lround(inches.width() * dpi)),
                     static_cast<int>(std::lround(inches.height() * dpi)));
    QImage image;
    if (static_cast<double>(dots.width()) * dots.height() <= kMostPixels)
        image = QImage(dots, QImage::Format_RGB32);
    if (image.isNull()) {
        throw Error(
            ErrorCode::OutOfMemory, "figure",
            "would have " + std::to_string(dots.width()) + " x " + std::to_string(dots.height()) + " pixels",
            "Choose fewer dots per inch or a smaller width.");
    }
    image.setDotsPerMeterX(static_cast<int>(std::lround(dpi * 1000 / kMmPerInch)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    draw(image, figure, style, dpi / kUnitsPerInch, dpi);
    return image;
}

void writeFigure(const Figure& figure, const FigureStyle& style, const QString& file) {
    const QByteArray suffix = suffixOf(file);
    const auto write = suffix == "png"   ? &writePng
                       : suffix == "svg" ? &writeSvg
                       : suffix == "pdf" ? &writePdf
                                         : nullptr;
    if (write == nullptr) {
        throw Error(ErrorCode::Unsupported, file.toStdString(), "is not a kind of picture that is written",
                    "Name it .png, .svg or .pdf.");
    }
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly)) fail(out);
    write(out, figure, style);
    if (!out.commit()) fail(out);
}

}  // namespace segad::ui
