// What can be chosen about heatmaps besides their opacity: the contour lines' value and the colours. Each
// choice is kept between sessions.
#pragma once

#include <QObject>
#include <map>
#include <optional>

#include "ui/viewer/contour_level.h"

class QAction;
class QActionGroup;
class QMenu;
class QSlider;

namespace segad::ui {

class HeatOptions : public QObject {
    Q_OBJECT

public:
    /// Adds the choice of the contour lines' value to `menu`; `contours` switches them.
    HeatOptions(QMenu* menu, QAction* contours, QWidget* owner);

    /// The slider that says at which percentile.
    void setPercentileSlider(QSlider* slider);
    /// For the menu of the layers and the View menu.
    QMenu* colorMenu() const { return colorMenu_; }

    /// Of a detector run; absent when contour lines are off or the run has no scale.
    std::optional<ContourLevel> level(const ProjectData& project, RunId run) const;
    /// By hand, for this run, until another choice is made.
    void setOwnLevel(RunId run, double value);

Q_SIGNALS:
    void levelChanged();
    void colorsChanged();

private:
    void buildContourMenu(QMenu* menu);
    void buildColorMenu();
    void choose(ContourAt at);

    QAction* contours_;
    QWidget* owner_;  ///< of the actions
    QActionGroup* places_;
    QMenu* colorMenu_;
    QSlider* percentile_ = nullptr;
    std::map<RunId, double> own_;
};

}  // namespace segad::ui
