// `segad-studio --tour FOLDER [PROJECT]`: the tour at each scale, in a process and on a screen of its own,
// because the scale of a process can't be changed.
#pragma once

#include <QString>

namespace segad::ui {

/// To be called before the application object is made: a tour is taken without a display.
void prepareTour(int argc, char** argv);

/// Walks at every scale, or at the one that this process was started for. The exit status.
int runTour(const QString& folder, const QString& project);

}  // namespace segad::ui
