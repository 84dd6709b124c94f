#include "core/workflow/segment_paintings.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <opencv2/core.hpp>

#include "core/image/heat_colors.h"
#include "core/image/image.h"
#include "core/segment/label_file.h"

namespace segad {

namespace {
std::vector<std::string> namesOf(const std::vector<SegmentRecord>& segments) {
    std::vector<std::string> names;
    names.reserve(segments.size());
    for (const SegmentRecord& segment : segments)
        names.push_back(segment.name);
    return names;
}

int largestLabel(const cv::Mat& labels) {
    double largest = 0;
    cv::minMaxLoc(labels, nullptr, &largest);
    return static_cast<int>(largest);
}
}  // namespace

PartRecord requirePart(const Project& project, const std::string& path) {
    if (auto part = project.parts().findByPath(path)) return *std::move(part);
    throw Error(ErrorCode::NotFound, path, "is no part of this project",
                "Name it as 'segad export --table labels' does, or by its whole path.");
}

Paintings paintingsOf(const Project& project, PaintedPurpose purpose,
                      const std::function<cv::Mat(const PartRecord&)>& picture) {
    Paintings paintings{.names = namesOf(project.paintedMaps().segments())};
    for (const PaintedMapRecord& record : project.paintedMaps().all(purpose)) {
        const std::optional<PartRecord> part = project.parts().find(record.part);
        const std::optional<cv::Mat> labels = project.paintedMaps().get(record.part, purpose);
        if (!part || !labels) continue;
        paintings.parts.push_back(
            {.path = part->path,
             .rgb = picture ? picture(*part) : decodeImage(project.parts().imageFile(*part)).rgb,
             .labels = *labels});
    }
    return paintings;
}

Paintings paintingsFrom(const Project& project, const std::vector<PartMapFile>& files,
                        const std::vector<std::string>& names) {
    Paintings paintings{.names = names};
    int largest = 0;
    for (const PartMapFile& file : files) {
        const PartRecord part = requirePart(project, file.part);
        const Path picture = project.parts().imageFile(part);
        const cv::Mat labels = readLabelsFor(file.map, picture, {part.width, part.height});
        largest = std::max(largest, largestLabel(labels));
        paintings.parts.push_back({.path = part.path, .rgb = decodeImage(picture).rgb, .labels = labels});
    }
    if (!names.empty()) return paintings;
    paintings.names = namesOf(project.paintedMaps().segments());
    if (static_cast<int>(paintings.names.size()) > largest) return paintings;
    paintings.names.clear();
    for (int i = 0; i <= largest; ++i)
        paintings.names.push_back(i == 0 ? "background" : "segment " + std::to_string(i));
    return paintings;
}

std::string usualSegmentColor(int label) {
    const cv::Vec3b color = segmentColor(label);
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", color[0], color[1], color[2]);
    return text.data();
}

}  // namespace segad
