#include "core/workflow/known_pictures.h"

#include <filesystem>
#include <unordered_map>
#include <unordered_set>

#include "core/base/sha256.h"

namespace segad {

std::size_t countKnownPictures(const Project& project, const RunRecord& judge, const Listing& listing) {
    if (judge.snapshot == 0) return 0;
    std::unordered_set<PartId> learned;
    for (const RolePair& pair : project.runs().snapshot(judge.snapshot)) {
        const bool calibrates = pair.role == Role::Calibrate && judge.kind == RunKind::Fit;
        if (pair.role == Role::Train || pair.role == Role::Fit || calibrates) learned.insert(pair.part);
    }
    std::unordered_map<std::uintmax_t, std::unordered_set<std::string>> bySize;
    for (const PartRecord& part : project.parts().all({.generated = false})) {
        if (learned.contains(part.id) && !part.sha256.empty()) bySize[part.bytes].insert(part.sha256);
    }
    std::size_t known = 0;
    for (const std::string& picture : listing.pictures) {
        const Path file = listing.file(picture);
        std::error_code failure;
        const auto alike = bySize.find(std::filesystem::file_size(file, failure));
        if (failure || alike == bySize.end()) continue;
        try {
            known += alike->second.contains(sha256OfFile(file)) ? 1 : 0;
        } catch (const Error&) {
            // A picture that can't be read is told of where it is judged.
            continue;
        }
    }
    return known;
}

}  // namespace segad
