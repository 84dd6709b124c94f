// A line over the picture that asks, without standing in the way, whether a part that is labelled good and
// has regions should be bad.
#pragma once

#include <QFrame>

#include "core/project/records.h"

namespace segad::ui {

class ImageCanvas;
class ProjectSession;
class RegionEditor;

class RegionHint : public QFrame {
    Q_OBJECT

public:
    /// Lies on the canvas and shows itself when the editor says so.
    RegionHint(ProjectSession& session, RegionEditor& editor, ImageCanvas& canvas);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    QWidget& canvas_;
    PartId left_ = 0;  ///< the part whose label was wanted as it is
};

}  // namespace segad::ui
