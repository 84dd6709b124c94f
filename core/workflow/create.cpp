#include "core/project/project.h"
#include "core/workflow/workflows.h"

namespace segad {

void createProject(const Path& file) {
    Project project = Project::create(file);
    project.setSetting("name", toUtf8(file.stem()));
}

}  // namespace segad
