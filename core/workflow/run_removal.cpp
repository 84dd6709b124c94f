#include "core/workflow/run_removal.h"

#include "core/project/set_aside.h"

namespace segad {

void removeRuns(const Path& project, std::span<const RunId> runs) {
    setRunsAside(project, runs);
    removeRunsSetAside(project);
}

}  // namespace segad
