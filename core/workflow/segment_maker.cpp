#include "core/workflow/segment_maker.h"

#include "core/nn/model_io.h"
#include "core/segment/catalog.h"

namespace segad {

namespace {
std::unique_ptr<SegmentSource> sourceOf(const Project& project, const RunRecord& run) {
    std::unique_ptr<SegmentSource> source = createSegmentSource(run.subject, run.params);
    if (!source->hasModel()) return source;
    const Path file = project.runs().modelFile(run);
    if (file.empty()) {
        throw Error(ErrorCode::NotFound, "run " + std::to_string(run.id),
                    "has no model to segment other pictures with", "Make the segment maps again.");
    }
    source->load(ModelReader(file));
    return source;
}

std::vector<Path> sourceFolders(const Project& project) {
    std::vector<Path> folders;
    for (const SourceRecord& source : project.parts().sources())
        folders.push_back(project.parts().sourceFolder(source.id));
    return folders;
}
}  // namespace

SegmentMaker::SegmentMaker(std::unique_ptr<SegmentSource> source, int components, std::vector<Path> sources)
    : source_(std::move(source)), components_(components), sources_(std::move(sources)) {}

SegmentMaker::SegmentMaker(const Project& project, const RunRecord& segmentRun, int components)
    : SegmentMaker(sourceOf(project, segmentRun), components, sourceFolders(project)) {}

SegmentMap SegmentMaker::make(const cv::Mat& rgb, const Path& file) const {
    try {
        return mapOf(rgb, file);
    } catch (const Error& error) {
        throw NoSegmentMap(error);
    }
}

bool SegmentMaker::isMap(const std::string& path) const {
    // Of the sources only that of files has a folder.
    const std::string folder = source_->settledParams().value("folder", "");
    if (folder.empty() || Path(folder).is_absolute()) return false;
    return ("/" + path).find("/" + folder + "/") != std::string::npos;
}

SegmentMap SegmentMaker::mapOf(const cv::Mat& rgb, const Path& file) const {
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
