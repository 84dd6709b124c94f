// Plots as files: a picture at twice the resolution, a drawing, a document, or the numbers behind it.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

class QCustomPlot;

namespace segad::ui {

/// The numbers of a plot; cells as csvNumber() and texts.
struct PlotTable {
    QStringList columns;
    std::vector<QStringList> rows;
};

struct PlotFile {
    QString title;
    QString name;  ///< proposed for the file, without a suffix
    QCustomPlot* plot = nullptr;
    PlotTable table = {};
};

/// In full precision, for programs; "inf" and "-inf" for infinite ones, nothing for what is no number.
QString csvNumber(double value);

/// By the suffix of `file`: .csv, .pdf, .svg, anything else is PNG. False when it can't be written.
bool writePlot(const PlotFile& plot, const QString& file);

}  // namespace segad::ui
