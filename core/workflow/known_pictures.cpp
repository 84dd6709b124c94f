#include "core/workflow/known_pictures.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/project/project.h"

namespace segad {

std::vector<KnownPicture> KnownPictures::all() const {
    std::vector<KnownPicture> pictures;
    for (const auto& [bytes, hashes] : bySize_) {
        for (const std::string& hash : hashes)
            pictures.push_back({.bytes = bytes, .sha256 = hash});
    }
    std::ranges::sort(pictures, {}, [](const KnownPicture& one) { return std::tie(one.bytes, one.sha256); });
    return pictures;
}

bool KnownPictures::knows(const Path& file) const {
    std::error_code failure;
    const auto alike = bySize_.find(std::filesystem::file_size(file, failure));
    if (failure || alike == bySize_.end()) return false;
    try {
        return alike->second.contains(sha256OfFile(file));
    } catch (const Error&) {
        // A picture that can't be read is told of where it is judged.
        return false;
    }
}

std::size_t KnownPictures::count(const Listing& listing) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        listing.pictures, [&](const std::string& picture) { return knows(listing.file(picture)); }));
}

KnownPictures learnedPictures(const Project& project, const RunRecord& judge) {
    KnownPictures known;
    if (judge.snapshot == 0) return known;
    std::unordered_set<PartId> learned;
    for (const RolePair& pair : project.runs().snapshot(judge.snapshot)) {
        const bool calibrates = pair.role == Role::Calibrate && judge.kind == RunKind::Fit;
        if (pair.role == Role::Train || pair.role == Role::Fit || calibrates) learned.insert(pair.part);
    }
    for (const PartRecord& part : project.parts().all({.generated = false})) {
        if (learned.contains(part.id) && !part.sha256.empty())
            known.add({.bytes = part.bytes, .sha256 = part.sha256});
    }
    return known;
}

}  // namespace segad
