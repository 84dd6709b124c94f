// A view as a figure for a paper: panels on a grid, each with its picture and overlays, title and colour bar,
// at a stated size on paper. The same figure becomes PNG, SVG or PDF; text and outlines stay text and lines
// in the latter two.
//
// Threads: plain values; drawing and writing may happen on any one thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QRectF>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/heat_scale.h"
#include "ui/viewer/image_canvas.h"
#include "ui/viewer/reasons_cell.h"

namespace segad::ui {

struct FigurePanel {
    QString title;
    QString note;  ///< below the title; may be empty
    std::shared_ptr<const PartPicture> picture;
    std::optional<HeatScale> scale;      ///< no colour bar without
    cv::Mat regions;                     ///< painted, CV_8UC1; empty when there are none
    std::optional<double> contourLevel;  ///< of the map
    int outlinedSegment = -1;            ///< the one that decided, a label of the segment map; below 0: none
    std::vector<Reason> reasons;         ///< bars instead of a picture
    QString lowWords;                    ///< below the ends of the bar of a scale without percentiles
    QString highWords;
};

/// What is shown.
struct Figure {
    QString title;    ///< of the document; not drawn
    QString caption;  ///< where it all comes from: project, parts, runs
    std::vector<FigurePanel> panels;
    int columns = 1;
    bool oneScale = false;  ///< all panels have the same scale: one colour bar for all
    LayerState heat;
    LayerState segments;
    LayerState regions;
    LayerState groundTruth;
    std::vector<QColor> segmentColors;
    QRectF seen{0, 0, 1, 1};  ///< what the view shows, in shares of each picture
};

/// How it is set.
struct FigureStyle {
    double widthMm = 84;  ///< on paper; the height follows from the panels
    int dpi = 300;        ///< of pictures, and of a PNG as a whole; 0: each pixel of the pictures one to one
    double textPoints = 7;  ///< on paper
    bool titles = true;
    bool letters = false;  ///< (a), (b), … before the titles
    bool colorBars = true;
    bool scaleBar = true;
    bool caption = false;
    bool onlySeen = true;  ///< the part of the picture that the view shows, not the whole
    QColor paper = Qt::white;
    QColor ink = Qt::black;
    QFont font;  ///< its size is ignored

    bool operator==(const FigureStyle&) const = default;
};

/// Width and height on paper in millimetres; never higher than 240.
QSizeF figureSize(const Figure& figure, const FigureStyle& style);

/// `style.dpi`, or what gives the finest picture one dot per pixel.
int figureDpi(const Figure& figure, const FigureStyle& style);

/// As a PNG would be. Throws Error{OutOfMemory} when it would have more than 150 million pixels.
QImage renderFigure(const Figure& figure, const FigureStyle& style);

/// Writes PNG, SVG or PDF, by the suffix of `file`; it is whole or as it was before. Throws
/// Error{Unsupported} for another suffix, and what renderFigure() and writing a file throw.
void writeFigure(const Figure& figure, const FigureStyle& style, const QString& file);

}  // namespace segad::ui
