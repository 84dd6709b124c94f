#include "core/workflow/segment_templates.h"

#include "core/project/project.h"

namespace segad {

void addTemplate(const Path& file, PartId part) {
    Project project = Project::open(file);
    const std::optional<SegmentMap> map = project.segments().map(part);
    if (!map) {
        const std::optional<PartRecord> record = project.parts().find(part);
        throw Error(ErrorCode::NotFound, record ? record->path : "part " + std::to_string(part),
                    "has no segment map", "Make segment maps first, or import a map for this part.");
    }
    Transaction transaction = project.transaction();
    project.paintedMaps().setSegments(project.segments().names());
    project.paintedMaps().put(part, PaintedPurpose::Template, map->labels());
    transaction.commit();
}

void clearTemplates(const Path& file) {
    Project project = Project::open(file);
    project.paintedMaps().clear(PaintedPurpose::Template);
}

}  // namespace segad
