#include "core/workflow/inspection.h"
#include "core/workflow/workflows.h"

namespace segad {

InspectReport inspectFolder(const InspectRequest& request, Job& job) {
    InspectionOutcome outcome = inspect({.model = request.project,
                                         .folder = request.folder,
                                         .csv = request.csv,
                                         .report = request.report,
                                         .overlays = request.overlays,
                                         .device = request.device},
                                        job);
    return {.totals = std::move(outcome.totals),
            .failed = std::move(outcome.failed),
            .seconds = outcome.seconds,
            .notes = std::move(outcome.notes)};
}

}  // namespace segad
