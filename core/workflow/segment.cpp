#include <algorithm>

#include "core/project/project.h"
#include "core/segment/catalog.h"
#include "core/segment/segment_source.h"
#include "core/workflow/segment_paintings.h"
#include "core/workflow/segment_parts.h"
#include "core/workflow/segment_run.h"
#include "core/workflow/workflows.h"

namespace segad {

namespace {
/// What the source is to learn from: the maps that the request names, else what the project has.
Paintings paintingsFor(const Project& project, const SegmentRequest& request, SegmentPainting painting) {
    if (painting == SegmentPainting::None && !request.templates.empty()) {
        throw Error(ErrorCode::InvalidArgument, request.source, "does not learn from templates",
                    "Leave the templates out, or use the source 'template'.");
    }
    if (painting == SegmentPainting::None) return {};
    if (!request.templates.empty()) return paintingsFrom(project, request.templates, request.names);
    Paintings paintings = paintingsOf(
        project, painting == SegmentPainting::Templates ? PaintedPurpose::Template : PaintedPurpose::Strokes);
    if (!request.names.empty()) paintings.names = request.names;
    return paintings;
}

/// The components as they are named by the user, else by the source. A colour stays with its name.
std::vector<SegmentRecord> segmentRecords(const Project& project, const SegmentRequest& request,
                                          const SegmentSource& source) {
    std::vector<std::string> names = source.names();
    if (!request.names.empty() && request.names.size() != names.size()) {
        throw Error(ErrorCode::InvalidArgument, "names",
                    "are " + std::to_string(request.names.size()) + ", the maps have " +
                        std::to_string(names.size()) + " components",
                    "Name every component once, in the order of the labels.");
    }
    if (!request.names.empty()) names = request.names;
    const std::vector<SegmentRecord> known = project.paintedMaps().segments();
    std::vector<SegmentRecord> records;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int index = static_cast<int>(i);
        const auto same = std::ranges::find(known, names[i], &SegmentRecord::name);
        records.push_back({.index = index,
                           .name = names[i],
                           .color = same != known.end() ? same->color : usualSegmentColor(index)});
    }
    return records;
}

/// The templates that a request has brought, now that they have proved good.
void keepTemplates(Project& project, const SegmentRequest& request, const Paintings& paintings,
                   const std::vector<SegmentRecord>& names) {
    if (request.templates.empty()) return;
    PaintedMaps painted = project.paintedMaps();
    painted.clear(PaintedPurpose::Template);
    for (std::size_t i = 0; i < request.templates.size(); ++i) {
        painted.put(requirePart(project, request.templates[i].part).id, PaintedPurpose::Template,
                    paintings.parts[i].labels, "import");
    }
    painted.setSegments(names);
}

}  // namespace

RunId makeSegments(const SegmentRequest& request, Job& job) {
    Project project = Project::open(request.project);
    // Generated parts have the maps of those they were made from.
    const std::vector<PartRecord> records = project.parts().all({.generated = false});
    if (records.empty()) {
        throw Error(ErrorCode::NotFound, request.project.string(), "has no parts to make segment maps for",
                    "Import a folder of images first: segad import " + request.project.string() + " FOLDER.");
    }
    const std::unique_ptr<SegmentSource> source =
        createNamedSource(request.source, request.params, request.names);
    const SegmentPainting painting = findSegmentSource(request.source)->painting;
    const Paintings paintings = paintingsFor(project, request, painting);
    if (painting != SegmentPainting::None) source->learnFrom(paintings);
    const std::vector<SegmentPart> parts = segmentParts(project, records);
    const auto keep = [&](const std::vector<SegmentRecord>& segments) {
        keepTemplates(project, request, paintings, segments);
    };
    return recordSegmentRun(project,
                            {.subject = request.source,
                             .params = request.params,
                             .source = *source,
                             .records = records,
                             .parts = parts,
                             .prepare = [&](Job& preparing) { source->prepare(parts, preparing); },
                             .segments = [&] { return segmentRecords(project, request, *source); },
                             .store = keep},
                            job);
}

}  // namespace segad
