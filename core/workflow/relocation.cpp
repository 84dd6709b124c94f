#include "core/workflow/relocation.h"

#include <algorithm>

#include "core/base/sha256.h"

namespace segad {

namespace {
constexpr std::size_t kSample = 8;
constexpr std::size_t kOffers = 3;
/// Of folders beside the project that are looked into.
constexpr std::size_t kNeighbours = 200;
/// Of a folder's name: "images", "2026/images", "line/2026/images".
constexpr int kTailLength = 3;
constexpr std::size_t kRelocationsRemembered = 1000;

/// A few parts, spread over all of them.
std::vector<PartRecord> sampleOf(const std::vector<PartRecord>& parts) {
    std::vector<PartRecord> sample;
    const std::size_t stride = std::max<std::size_t>(1, parts.size() / kSample);
    for (std::size_t i = 0; i < parts.size(); i += stride)
        sample.push_back(parts[i]);
    return sample;
}

bool isThere(const PartRecord& part, const Path& folder) {
    std::error_code failure;
    return std::filesystem::file_size(folder / part.path, failure) == part.bytes && !failure;
}

bool exists(const PartRecord& part, const Path& folder) {
    std::error_code failure;
    return std::filesystem::exists(folder / part.path, failure);
}

/// Pictures of another project may have the same names and sizes: whether the first and the last are the ones
/// that were imported.
bool isSame(const std::vector<PartRecord>& sample, const Path& folder) {
    for (const PartRecord* part : {&sample.front(), &sample.back()}) {
        try {
            if (!part->sha256.empty() && sha256OfFile(folder / part->path) != part->sha256) return false;
        } catch (const Error&) {
            return false;
        }
    }
    return true;
}

/// Where a folder would be if it had moved as another one did.
std::vector<Path> movedAlike(const Path& folder, Path from, Path to) {
    std::vector<Path> found;
    const auto add = [&](const Path& before, const Path& after) {
        const Path relative = folder.lexically_relative(before);
        if (!relative.empty() && *relative.begin() != "..") found.push_back(after / relative);
    };
    // The part of the path that has really changed.
    while (from.has_relative_path() && to.has_relative_path() && from.filename() == to.filename()) {
        from = from.parent_path();
        to = to.parent_path();
    }
    add(from, to);
    add(from.parent_path(), to.parent_path());  // it was renamed as well: its neighbours perhaps not
    return found;
}

std::vector<Path> candidatesByShift(const Project& project, const Path& folder) {
    const Path home = project.file().parent_path();
    std::vector<Path> candidates;
    for (const AuditRecord& entry : project.audit().latest(kRelocationsRemembered)) {
        if (entry.action != "relocate" || !entry.detail.contains("to")) continue;
        const Path from = (home / entry.subject).lexically_normal();
        const Path to = (home / entry.detail["to"].get<std::string>()).lexically_normal();
        std::ranges::copy(movedAlike(folder, from, to), std::back_inserter(candidates));
    }
    return candidates;
}

/// The last one, two, … names of a folder.
std::vector<Path> tailsOf(const Path& folder) {
    std::vector<Path> tails;
    Path rest = folder;
    Path tail;
    for (int length = 0; length < kTailLength && rest.has_relative_path(); ++length) {
        tail = tail.empty() ? rest.filename() : rest.filename() / tail;
        rest = rest.parent_path();
        tails.push_back(tail);
    }
    return tails;
}

std::vector<Path> candidatesByName(const Project& project, const Path& folder) {
    const Path home = project.file().parent_path();
    std::vector<Path> candidates;
    for (const Path& base : {home, home.parent_path()}) {
        for (const Path& tail : tailsOf(folder))
            candidates.push_back(base / tail);
        std::size_t seen = 0;
        std::error_code failure;
        for (const auto& entry : std::filesystem::directory_iterator(base, failure)) {
            if (++seen > kNeighbours) break;
            if (!entry.is_directory(failure)) continue;
            candidates.push_back(entry.path() / folder.filename());
            candidates.push_back(entry.path());
        }
    }
    return candidates;
}

std::vector<Path> likelyFolders(const Project& project, const Path& folder,
                                const std::vector<PartRecord>& sample) {
    std::vector<Path> candidates = candidatesByShift(project, folder);
    std::ranges::copy(candidatesByName(project, folder), std::back_inserter(candidates));
    std::vector<Path> taken;
    for (const SourceRecord& source : project.parts().sources())
        taken.push_back(project.parts().sourceFolder(source.id));
    std::vector<Path> likely;
    for (const Path& candidate : candidates) {
        if (likely.size() == kOffers) break;
        const bool known = std::ranges::find(likely, candidate) != likely.end() ||
                           std::ranges::find(taken, candidate) != taken.end();
        if (known) continue;
        if (std::ranges::all_of(sample, [&](const PartRecord& part) { return isThere(part, candidate); }) &&
            isSame(sample, candidate))
            likely.push_back(candidate);
    }
    return likely;
}
}  // namespace

std::vector<MissingSource> missingSources(const Project& project) {
    std::vector<MissingSource> missing;
    for (const SourceRecord& source : project.parts().sources()) {
        const std::vector<PartRecord> parts = project.parts().all({.source = source.id, .generated = false});
        const Path folder = project.parts().sourceFolder(source.id);
        const std::vector<PartRecord> sample = sampleOf(parts);
        const bool gone = !sample.empty() && std::ranges::none_of(sample, [&](const PartRecord& part) {
            return exists(part, folder);
        });
        if (!gone) continue;
        missing.push_back({.source = source.id,
                           .folder = folder,
                           .parts = parts.size(),
                           .likely = likelyFolders(project, folder, sample)});
    }
    return missing;
}

void relocateSource(const Path& project, SourceId source, const Path& folder, Job& job) {
    Project opened = Project::open(project);
    const std::vector<PartRecord> parts = opened.parts().all({.source = source, .generated = false});
    // What makes it slow on a network, where it can be watched and stopped; what is found is judged below.
    for (std::size_t i = 0; i < parts.size(); ++i) {
        job.progress(i, parts.size(), "Comparing images");
        if (!exists(parts[i], folder)) break;
    }
    opened.parts().relocate(source, folder);
    job.progress(parts.size(), parts.size());
}

}  // namespace segad
