#include "core/workflow/mask_names.h"

#include <set>
#include <unordered_map>

namespace segad {

std::vector<std::string> maskNames(const Project& project, const std::vector<PartRecord>& parts) {
    const bool several = project.parts().sources().size() > 1;
    const auto below = [&](const PartRecord& part) {
        return several ? std::to_string(part.source) + '/' + part.path : part.path;
    };
    std::vector<std::string> names;
    names.reserve(parts.size());
    std::unordered_map<std::string, int> wanted;
    for (const PartRecord& part : parts) {
        names.push_back(toUtf8(Path(below(part)).replace_extension(".png")));
        ++wanted[names.back()];
    }
    std::set<std::string> used;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (wanted[names[i]] > 1) names[i] = below(parts[i]) + ".png";
        if (!used.insert(names[i]).second) {
            names[i] += '.' + std::to_string(parts[i].id) + ".png";
            used.insert(names[i]);
        }
    }
    return names;
}

Path realPath(const Path& path) {
    std::error_code failure;
    Path real = std::filesystem::weakly_canonical(path, failure);
    return failure ? path : real;
}

}  // namespace segad
