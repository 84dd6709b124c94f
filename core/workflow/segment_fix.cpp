#include <opencv2/core.hpp>

#include "core/image/image.h"
#include "core/segment/label_file.h"
#include "core/workflow/segment_maker.h"
#include "core/workflow/segment_paintings.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
/// A fixed map before anything is written.
struct Fix {
    PartRecord part;
    SegmentMap map;
};

std::vector<Fix> readFixes(const Project& project, const FixSegmentsRequest& request, Job& job) {
    const int components = static_cast<int>(
        (project.segments().currentRun() != 0 ? project.segments().names() : project.paintedMaps().segments())
            .size());
    if (components == 0 && !request.maps.empty()) {
        throw Error(ErrorCode::NotFound, request.project.string(), "has no segments yet",
                    "Make segment maps first; single maps can be fixed then.");
    }
    std::vector<Fix> fixes;
    for (const PartMapFile& file : request.maps) {
        job.progress(fixes.size(), request.maps.size());
        PartRecord part = requirePart(project, file.part);
        const cv::Mat labels =
            readLabelsFor(file.map, project.parts().imageFile(part), {part.width, part.height});
        fixes.push_back({.part = std::move(part), .map = SegmentMap(labels, components, file.map.string())});
    }
    return fixes;
}

/// What the source in force makes of the parts that are released.
std::vector<Fix> remade(const Project& project, const FixSegmentsRequest& request, Job& job) {
    std::vector<Fix> maps;
    if (request.released.empty()) return maps;
    std::vector<PartRecord> parts;
    for (const std::string& path : request.released) {
        parts.push_back(requirePart(project, path));
        if (project.paintedMaps().get(parts.back().id, PaintedPurpose::Fix)) continue;
        throw Error(ErrorCode::NotFound, path, "has no map that was fixed by hand", "Name another part.");
    }
    const auto run = project.runs().find(project.segments().currentRun());
    if (!run) return maps;
    const SegmentMaker maker(project, *run, static_cast<int>(project.segments().names().size()));
    for (PartRecord& part : parts) {
        job.progress(maps.size(), parts.size());
        const Path file = project.parts().imageFile(part);
        SegmentMap map = maker.make(decodeImage(file).rgb, file);
        maps.push_back({.part = std::move(part), .map = std::move(map)});
    }
    return maps;
}
}  // namespace

void fixSegments(const FixSegmentsRequest& request, Job& job) {
    Project project = Project::open(request.project);
    const std::vector<Fix> fixes = readFixes(project, request, job);
    const std::vector<Fix> released = remade(project, request, job);
    job.throwIfCancelled();
    Transaction transaction = project.transaction();
    const RunId run = project.segments().currentRun();
    for (const Fix& fix : fixes) {
        project.paintedMaps().put(fix.part.id, PaintedPurpose::Fix, fix.map.labels(), "import");
        if (run != 0) project.segments().putMap(run, fix.part.id, fix.map);
    }
    for (const std::string& path : request.released)
        project.paintedMaps().put(requirePart(project, path).id, PaintedPurpose::Fix, {});
    for (const Fix& own : released)
        project.segments().putMap(run, own.part.id, own.map);
    transaction.commit();
}

}  // namespace segad
