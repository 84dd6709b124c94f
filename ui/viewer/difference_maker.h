// Makes the picture of a part whose map is the difference of two detectors, by percentile, off the GUI
// thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <memory>
#include <vector>

#include "ui/session/picture_loader.h"
#include "ui/viewer/heat_scale.h"

namespace segad::ui {

/// One detector's picture of the part and the scale of its run (101 percentiles).
struct DifferenceSide {
    std::shared_ptr<const PartPicture> picture;
    std::vector<double> percentiles;
};

class DifferenceMaker : public QObject {
    Q_OBJECT

public:
    explicit DifferenceMaker(QObject* parent = nullptr);
    ~DifferenceMaker() override;

    /// First minus second; made() follows, with `run` 0 and without a map when one of the two has none. Where
    /// both are below the percentile `from` nothing is drawn. The newest request counts.
    void make(const DifferenceSide& first, const DifferenceSide& second, double from);

    /// −100 … 100: orange where the first sees more, blue where the second does.
    static HeatScale scale();

Q_SIGNALS:
    void made(std::shared_ptr<const segad::ui::PartPicture> picture);

private:
    QThreadPool pool_;
    quint64 generation_ = 0;
};

}  // namespace segad::ui
