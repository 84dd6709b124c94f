// Every plot of Results leaves the program here: as a picture, a drawing, a document or a table.
#pragma once

#include <vector>

#include "ui/widgets/plot_export.h"

class QPushButton;
class QWidget;

namespace segad::ui {

class ProjectSession;

/// Asks which plot, when there are several, and where to. A file that can't be written is reported.
void savePlots(QWidget& owner, ProjectSession& session, const std::vector<PlotFile>& plots);

/// A button for that; `tip` says what it writes.
QPushButton* savingButton(const QString& tip);

}  // namespace segad::ui
