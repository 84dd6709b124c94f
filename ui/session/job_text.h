// What a job is doing, in words: the same in the job bar and in the queue.
#pragma once

#include <QString>

#include "ui/session/job_queue.h"

namespace segad::ui {

/// "waiting", "running", "pausing …", "paused", "stopping …", "done", …
QString jobStateText(const JobView& job);

/// The innermost stage with how much of it is done: "Scoring (31 of 200)"; empty when nothing was reported.
QString jobStageText(const JobView& job);

}  // namespace segad::ui
