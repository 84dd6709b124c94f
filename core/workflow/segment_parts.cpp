#include "core/workflow/segment_parts.h"

#include "core/image/image.h"
#include "core/segment/catalog.h"
#include "core/workflow/backbone_choice.h"
#include "core/workflow/part_images.h"

namespace segad {

namespace {
SegmentPart partWith(const Project& project, const PartRecord& part, const Path& file) {
    return {.folder = project.parts().sourceFolder(part.source),
            .path = part.path,
            .width = part.width,
            .height = part.height,
            .good = part.label == Label::Good,
            .rgb = [file] { return decodeImage(file).rgb; }};
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}
}  // namespace

SegmentPart segmentPart(const Project& project, const PartRecord& part) {
    return partWith(project, part, project.parts().imageFile(part));
}

std::vector<SegmentPart> segmentParts(const Project& project, const std::vector<PartRecord>& parts) {
    const std::vector<Path> files = imageFiles(project, parts);
    std::vector<SegmentPart> all;
    all.reserve(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i)
        all.push_back(partWith(project, parts[i], files[i]));
    return all;
}

std::unique_ptr<SegmentSource> createNamedSource(const std::string& source, Json params,
                                                 const std::vector<std::string>& names) {
    const SegmentSourceInfo* info = findSegmentSource(source);
    if (!names.empty() && info != nullptr && info->params.find("names") != nullptr)
        params["names"] = joined(names);
    // Which weights there are is known here; the run says by name which were looked through.
    if (info != nullptr && info->params.find("backbone") != nullptr && params.value("backbone", "").empty()) {
        const DetectorInfo like{.backboneLayers = [](const Json&) { return std::vector<int>{1, 2, 3}; }};
        params["backbone"] = chooseBackbone("", like, Json::object()).name;
    }
    return createSegmentSource(source, params);
}

}  // namespace segad
