// Segments against detectors: how much each pair moves the scores of parts, either way, on average. The
// darker a cell, the more. The last row and column are whole detectors and segments. A click picks the parts
// that it decided.
#pragma once

#include <QTableWidget>
#include <optional>

#include "core/workflow/forest_use.h"

namespace segad::ui {

class InfluenceTable : public QTableWidget {
    Q_OBJECT

public:
    explicit InfluenceTable(QWidget* parent = nullptr);

    void setUse(const ForestUse& use);
    /// What a cell stands for: one of each, or all of them.
    struct Place {
        std::optional<int> segment;
        std::optional<std::string> detector;
    };
    Place place(int row, int column) const;
    QString words(const Place& place) const;

    /// As high as its rows, up to ten of them.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void picked(int row, int column);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void wrapHeads();
    int headHeight() const;
    void addCell(int row, int column, const std::vector<ForestUse::Share>& shares);
    void tint();
    QString decidedWords(const Place& place) const;

    ForestUse use_;
};

/// The parts that were sent to review or rejected mostly by what stands there.
std::vector<PartId> decidedBy(const ForestUse& use, const InfluenceTable::Place& place);

}  // namespace segad::ui
