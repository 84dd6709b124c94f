// The colour bar of a figure: lying, raw values below it, and below these the share of good pixels that have
// smaller ones. Private to figures.
#pragma once

#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QRectF>

#include "ui/viewer/figure.h"

class QPainter;

namespace segad::ui {

class FigureBar {
    Q_DECLARE_TR_FUNCTIONS(segad::ui::FigureBar)

public:
    FigureBar(const FigurePanel& panel, const QFont& font, const QColor& ink)
        : panel_(panel), scale_(*panel.scale), font_(font), ink_(ink) {}

    /// `where` holds the bar and its two lines of numbers.
    void draw(QPainter& painter, const QRectF& where) const;

private:
    void drawTick(QPainter& painter, const QRectF& bar, double value) const;
    QString valueText(double value) const;
    QString percentileText(double value) const;

    const FigurePanel& panel_;
    const HeatScale& scale_;
    const QFont& font_;
    QColor ink_;
};

}  // namespace segad::ui
