// The picture of a part with its heatmap, and the segment that decided outlined.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/inspect/recent_parts.h"
#include "ui/viewer/segment_outline.h"

namespace segad::ui {

class PartStage : public QWidget {
    Q_OBJECT

public:
    explicit PartStage(QWidget* parent = nullptr);
    ~PartStage() override;

    /// Null shows `message` instead of a picture. A part whose picture is no longer kept is read again,
    /// without its heatmap, which is said.
    void setPart(const RecentParts::Part& part, const QString& message);
    ImageCanvas& canvas() { return *canvas_; }

private:
    void readAgain(const RecentParts::Part& part);

    QThreadPool pool_;
    ImageCanvas* canvas_;
    SegmentOutline outline_;
    qint64 shown_ = 0;  ///< number of the part; 0: none
};

}  // namespace segad::ui
