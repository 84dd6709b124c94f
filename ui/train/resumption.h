// Going on with a training that was stopped.
#pragma once

#include "core/workflow/stopped_trainings.h"

namespace segad::ui {

class ProjectSession;

/// Puts it into the queue again, from its last checkpoint.
void goOnWith(ProjectSession& session, const StoppedTraining& training);

}  // namespace segad::ui
