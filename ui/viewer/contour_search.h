// Looks for the contour lines of a map off the GUI thread, one map and level at a time: what was asked before
// is forgotten.
//
// Threads: GUI thread.
#pragma once

#include <QObject>
#include <QSize>
#include <memory>
#include <optional>
#include <vector>

#include "core/image/anomaly_map.h"
#include "ui/viewer/contour_lines.h"

namespace segad::ui {

class ContourSearch : public QObject {
    Q_OBJECT

public:
    explicit ContourSearch(QObject* parent = nullptr);

    /// The lines of `map` along `level`, in pixels of a picture of this size; found() follows when both are
    /// there. True when those that were found before are of another map, and wrong now.
    bool ask(std::shared_ptr<const AnomalyMap> map, std::optional<double> level, QSize picture);

Q_SIGNALS:
    void found(std::vector<segad::ui::ContourLine> lines);

private:
    std::shared_ptr<const AnomalyMap> map_;  ///< that of the lines that are shown or being found
    std::optional<double> level_;            ///< theirs
    quint64 search_ = 0;
};

}  // namespace segad::ui
