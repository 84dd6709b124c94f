#include "core/workflow/segment_strokes.h"

#include <algorithm>

#include <opencv2/core.hpp>

#include "core/project/project.h"
#include "core/segment/label_file.h"
#include "core/workflow/segment_paintings.h"

namespace segad {

namespace {
struct Strokes {
    PartId part = 0;
    cv::Mat labels;
    int largest = -1;  ///< label
};

Strokes readStrokes(const Project& project, const PartMapFile& file) {
    const PartRecord part = requirePart(project, file.part);
    Strokes strokes{
        .part = part.id,
        .labels = readLabelsFor(file.map, project.parts().imageFile(part), {part.width, part.height})};
    for (int y = 0; y < strokes.labels.rows; ++y) {
        const std::uint8_t* row = strokes.labels.ptr(y);
        for (int x = 0; x < strokes.labels.cols; ++x)
            if (row[x] != PaintedMaps::kUnpainted) strokes.largest = std::max<int>(strokes.largest, row[x]);
    }
    return strokes;
}

std::vector<SegmentRecord> segmentsFor(const Project& project, const std::vector<std::string>& names,
                                       std::size_t least) {
    std::vector<SegmentRecord> segments = project.paintedMaps().segments();
    if (names.empty() && segments.size() >= least) return segments;
    const std::vector<SegmentRecord> known = segments;
    segments.clear();
    for (std::size_t i = 0; i < std::max(names.size(), least); ++i) {
        const int index = static_cast<int>(i);
        const bool kept = names.empty() && i < known.size();
        const std::string name = i < names.size() ? names[i]
                                 : kept           ? known[i].name
                                 : i == 0         ? "background"
                                                  : "segment " + std::to_string(i);
        const auto same = std::ranges::find(known, name, &SegmentRecord::name);
        segments.push_back({.index = index,
                            .name = name,
                            .color = same != known.end() ? same->color : usualSegmentColor(index)});
    }
    return segments;
}
}  // namespace

void paintStrokes(const Path& file, const std::vector<PartMapFile>& files,
                  const std::vector<std::string>& names, Job& job) {
    Project project = Project::open(file);
    std::vector<Strokes> all;
    int largest = 0;
    for (const PartMapFile& each : files) {
        job.progress(all.size(), files.size(), "Reading strokes");
        all.push_back(readStrokes(project, each));
        largest = std::max(largest, all.back().largest);
        if (names.empty() || all.back().largest < static_cast<int>(names.size())) continue;
        throw Error(ErrorCode::InvalidData, each.map.string(),
                    "is painted with label " + std::to_string(all.back().largest) + ", but there are " +
                        std::to_string(names.size()) + " names",
                    "Name all the segments; 255 is what is not painted.");
    }
    Transaction transaction = project.transaction();
    project.paintedMaps().setSegments(segmentsFor(project, names, static_cast<std::size_t>(largest) + 1));
    for (const Strokes& strokes : all)
        project.paintedMaps().put(strokes.part, PaintedPurpose::Strokes, strokes.labels, "import");
    transaction.commit();
}

}  // namespace segad
