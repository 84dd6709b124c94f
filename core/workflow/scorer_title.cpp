#include "core/workflow/scorer_title.h"

#include <algorithm>

#include "core/detector/catalog.h"
#include "core/forest/forest_options.h"

namespace segad {

std::string detectorTitle(std::string_view key) {
    const DetectorInfo* info = findDetector(key);
    return info == nullptr ? std::string(key) : info->title;
}

std::string scorerTitle(std::string_view name) {
    const std::size_t open = name.find('(');
    if (open == std::string_view::npos || !name.ends_with(')')) return detectorTitle(name);
    const auto kinds = forestKinds();
    const auto kind = std::ranges::find(kinds, name.substr(0, open), &ForestKind::key);
    if (kind == kinds.end()) return std::string(name);
    std::string title = kind->title + " on ";
    std::string_view keys = name.substr(open + 1, name.size() - open - 2);
    while (true) {
        const std::size_t comma = std::min(keys.find(','), keys.size());
        title += detectorTitle(keys.substr(0, comma));
        if (comma == keys.size()) return title;
        title += " + ";
        keys.remove_prefix(comma + 1);
    }
}

}  // namespace segad
