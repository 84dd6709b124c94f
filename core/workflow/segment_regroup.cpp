#include "core/workflow/segment_regroup.h"

#include "core/nn/model_io.h"
#include "core/segment/catalog.h"
#include "core/segment/cluster_merges.h"
#include "core/workflow/segment_parts.h"
#include "core/workflow/segment_run.h"

namespace segad {

namespace {
constexpr const char* kClusters = "clusters";

RunRecord runInForce(const Project& project, const Path& file) {
    if (auto run = project.runs().find(project.segments().currentRun())) return *std::move(run);
    throw Error(ErrorCode::NotFound, file.string(), "has no segment maps yet",
                "Make some first: segad segment " + file.string() + ".");
}

std::vector<SegmentRecord> without(std::vector<SegmentRecord> segments, int gone) {
    std::erase_if(segments, [gone](const SegmentRecord& segment) { return segment.index == gone; });
    for (std::size_t i = 0; i < segments.size(); ++i)
        segments[i].index = static_cast<int>(i);
    return segments;
}

std::string listed(const std::vector<SegmentRecord>& segments) {
    std::string text;
    for (const SegmentRecord& segment : segments)
        text += (text.empty() ? "" : ",") + segment.name;
    return text;
}

std::vector<std::uint8_t> renumbering(std::size_t segments, int from, int into) {
    std::vector<std::uint8_t> moved;
    for (int label = 0; label < static_cast<int>(segments); ++label) {
        const int kept = label == from ? into : label;
        moved.push_back(static_cast<std::uint8_t>(kept > from ? kept - 1 : kept));
    }
    return moved;
}
}  // namespace

bool canMergeSegments(const RunRecord& segmentRun) {
    return segmentRun.kind == RunKind::Segment && segmentRun.subject == kClusters;
}

RunId mergeSegments(const Path& file, int from, int into, Job& job) {
    Project project = Project::open(file);
    const RunRecord before = runInForce(project, file);
    if (!canMergeSegments(before)) {
        throw Error(ErrorCode::InvalidArgument, before.subject,
                    "has made maps whose segments can't be merged",
                    "Merge what is painted, or use the source 'clusters'.");
    }
    const Path model = project.runs().modelFile(before);
    if (model.empty()) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(before.id), "has no model any more",
                    "Make the segment maps again.");
    }
    const std::vector<SegmentRecord> segments = project.segments().names();
    Json params = before.params;
    params["merge"] = mergedFurther(params.value("merge", ""), params.value("count", 0), from, into);
    std::vector<SegmentRecord> left = without(segments, from);
    params["names"] = listed(left);
    const std::unique_ptr<SegmentSource> source = createSegmentSource(before.subject, params);
    source->load(ModelReader(model));
    const std::vector<PartRecord> records = project.parts().all({.generated = false});
    const std::vector<SegmentPart> parts = segmentParts(project, records);
    return recordSegmentRun(project,
                            {.subject = before.subject,
                             .params = params,
                             .source = *source,
                             .records = records,
                             .parts = parts,
                             .segments = [&] { return left; },
                             .moved = renumbering(segments.size(), from, into)},
                            job);
}

}  // namespace segad
