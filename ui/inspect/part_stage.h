// The picture of a part with its heatmap, and the segment that decided outlined.
#pragma once

#include <QThreadPool>
#include <QWidget>

#include "ui/inspect/recent_parts.h"
#include "ui/viewer/segment_outline.h"

namespace segad::ui {

class PartScorer;

class PartStage : public QWidget {
    Q_OBJECT

public:
    explicit PartStage(QWidget* parent = nullptr);
    ~PartStage() override;

    /// Where heatmaps come from that are not kept; without it there are none.
    void setScorer(PartScorer& scorer);
    /// Project or package that has judged the parts.
    void setModel(const Path& model) { model_ = model; }
    /// Null shows `message` instead of a picture. A part whose picture is no longer kept is read again, and
    /// judged again for its heatmap when that is wanted.
    void setPart(const RecentParts::Part& part, const QString& message);
    ImageCanvas& canvas() { return *canvas_; }

private:
    void show(const LivePart& part);
    void readAgain();
    void scoreAgain();
    bool isBare() const;

    QThreadPool pool_;
    ImageCanvas* canvas_;
    SegmentOutline outline_;
    PartScorer* scorer_ = nullptr;
    Path model_;
    RecentParts::Part part_;  ///< that is shown; null: none
    quint64 shown_ = 0;       ///< counts what was shown
};

}  // namespace segad::ui
