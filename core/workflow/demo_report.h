// The demo's HTML report. Private to the room.
#pragma once

#include "core/base/job.h"
#include "core/workflow/requests.h"

namespace segad {

/// Figures, ROC, breakdown by defect type, and parts with their heatmaps, to report.htmlReport.
void writeDemoReport(const DemoReport& report, Job& job);

}  // namespace segad
