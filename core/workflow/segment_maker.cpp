#include "core/workflow/segment_maker.h"

#include "core/nn/model_io.h"
#include "core/segment/catalog.h"

namespace segad {

SegmentMaker::SegmentMaker(const Project& project, const RunRecord& segmentRun, int components)
    : source_(createSegmentSource(segmentRun.subject, segmentRun.params)), components_(components) {
    if (source_->hasModel()) {
        const Path file = project.runs().modelFile(segmentRun);
        if (file.empty()) {
            throw Error(ErrorCode::NotFound, "run " + std::to_string(segmentRun.id),
                        "has no model to segment other pictures with", "Make the segment maps again.");
        }
        source_->load(ModelReader(file));
    }
    for (const SourceRecord& source : project.parts().sources())
        sources_.push_back(project.parts().sourceFolder(source.id));
}

SegmentMap SegmentMaker::make(const cv::Mat& rgb, const Path& file) const {
    SegmentPart part{.folder = file.parent_path(),
                     .path = toUtf8(file.filename()),
                     .width = rgb.cols,
                     .height = rgb.rows,
                     .rgb = [&] { return rgb; }};
    for (const Path& source : sources_) {
        const Path relative = file.lexically_relative(source);
        if (relative.empty() || *relative.begin() == "..") continue;
        part.folder = source;
        part.path = toUtf8(relative);
        break;
    }
    SegmentMap map = source_->segment(part).map;
    if (map.componentCount() == components_) return map;
    throw Error(ErrorCode::InvalidData, file.string(),
                "has " + std::to_string(map.componentCount()) + " segments, the forest knows " +
                    std::to_string(components_),
                "Make segment maps and fit the forest again.");
}

}  // namespace segad
