#include "core/segment/painted_labels.h"

#include "core/base/error.h"
#include "core/image/map_shape.h"

namespace segad {

std::vector<std::string> namesFromList(const std::string& list) {
    std::vector<std::string> names;
    std::size_t begin = 0;
    while (begin <= list.size() && !list.empty()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        const std::size_t first = std::min(list.find_first_not_of(' ', begin), end);
        std::size_t last = end;
        while (last > first && list[last - 1] == ' ')
            --last;
        names.push_back(list.substr(first, last - first));
        begin = end + 1;
    }
    return names;
}

std::string listOfNames(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "" : ",") + name;
    return list;
}

void requireLabels(const PaintedPart& part, std::size_t names) {
    if (part.labels.type() != CV_8UC1 || part.labels.empty() ||
        !hasShapeOf(part.labels.size(), part.rgb.size())) {
        throw Error(ErrorCode::InvalidData, part.path, "has a painted map of another shape than its picture",
                    "Paint the part again, or make the map from its picture.");
    }
    for (int y = 0; y < part.labels.rows; ++y) {
        const std::uint8_t* row = part.labels.ptr(y);
        for (int x = 0; x < part.labels.cols; ++x) {
            if (row[x] == PaintedPart::kUnpainted || row[x] < names) continue;
            throw Error(ErrorCode::InvalidData, part.path,
                        "is painted with label " + std::to_string(row[x]) + ", but there are " +
                            std::to_string(names) + " segments (0 … " + std::to_string(names - 1) + ")",
                        "Name all the segments, or paint the part again.");
        }
    }
}

}  // namespace segad
