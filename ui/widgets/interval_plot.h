// Shares with their intervals as bars that lie down, one row for each name and one bar in it for each series.
// Bars begin at a base line (50 % for an AUROC: chance), so that their length says something.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "ui/widgets/plot_export.h"

class QLabel;

namespace segad::ui {

/// Shares from 0 to 1; without a value there is no bar.
struct IntervalBar {
    std::optional<double> value;
    std::optional<double> low;
    std::optional<double> high;
    QString words = {};  ///< what is read under the plot when it is pointed at
};

struct BarSeries {
    QString name;
    std::vector<IntervalBar> bars;  ///< one for each row
};

/// What the axes mean.
struct BarWords {
    QString title;
    QString fileName;  ///< proposed for export, without a suffix
    QString rows;      ///< what a row is: "Defect type"
    QString values;    ///< "AUROC (%)"
    QString hint;      ///< what pointing and clicking do
    double base = 0.5;
    QString range = {};        ///< what the lines are; empty: 95 % intervals
    QString briefValues = {};  ///< for a narrow plot
};

class IntervalPlot : public QWidget {
    Q_OBJECT

public:
    explicit IntervalPlot(QWidget* parent = nullptr);

    void setBars(const BarWords& words, const QStringList& rows, std::vector<BarSeries> series);
    QCustomPlot* plot() const { return plot_; }
    PlotFile exportable() const;

Q_SIGNALS:
    /// A bar, or the row it lies in, was clicked.
    void picked(int row, int series);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Place {
        int row = 0;
        int series = 0;
    };
    void rebuild();
    void nameRows();
    void addSeries(std::size_t index);
    void fitAxes();
    std::optional<Place> placeAt(const QPointF& position) const;

    QCustomPlot* plot_;
    QLabel* readout_;
    BarWords words_;
    QStringList rows_;
    std::vector<BarSeries> series_;
    QPointF pressed_;
};

}  // namespace segad::ui
