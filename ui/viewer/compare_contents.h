// What the compare grid shows for what its header asks: which parts, by which detectors, under which words.
#pragma once

#include <QString>
#include <vector>

#include "ui/viewer/compare_cell.h"
#include "ui/viewer/compare_header.h"

namespace segad::ui {

class ProjectSession;

/// The newest run of each detector, and the one that was chosen in the viewer; oldest first.
std::vector<RunId> comparedRuns(const ProjectSession& session);

/// One entry per cell, in the order of the grid.
std::vector<CompareContent> compareContents(ProjectSession& session, const CompareHeader& header);

/// The line above a cell.
QString compareCaption(const ProjectSession& session, const CompareHeader& header,
                       const CompareContent& content);

/// It is the part, or the detector, that is chosen elsewhere in the window.
bool isChosen(const ProjectSession& session, const CompareHeader& header, const CompareContent& content);

}  // namespace segad::ui
