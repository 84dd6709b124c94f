#include "core/workflow/map_import.h"

#include <algorithm>
#include <map>
#include <optional>

#include "core/image/npy.h"
#include "core/project/project.h"
#include "core/workflow/detector_scoring.h"
#include "core/workflow/roles.h"
#include "core/workflow/run_recording.h"

namespace segad {

namespace {
/// A path without extension, split at '/', last component first.
std::vector<std::string> reversedParts(const Path& path) {
    Path bare = path;
    bare.replace_extension();
    std::vector<std::string> parts;
    for (const Path& part : bare)
        parts.push_back(toUtf8(part));
    std::ranges::reverse(parts);
    return parts;
}

std::size_t commonTail(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// Which part a map file belongs to.
class PartFinder {
public:
    explicit PartFinder(const std::vector<PartRecord>& parts) : parts_(parts) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            tails_.push_back(reversedParts(parts[i].path));
            byStem_[tails_.back().front()].push_back(i);
        }
    }

    /// The part with the most path components in common, counted from the end; of equals the only one
    /// whose label is the map's folder. Absent when there is none or more than one.
    std::optional<PartRecord> find(const Path& relative) const {
        const std::vector<std::string> tail = reversedParts(relative);
        const auto named = byStem_.find(tail.front());
        if (named == byStem_.end()) return std::nullopt;
        std::vector<std::size_t> best;
        std::size_t longest = 0;
        for (const std::size_t i : named->second) {
            const std::size_t length = commonTail(tail, tails_[i]);
            if (length > longest) best.clear();
            if (length >= longest) best.push_back(i);
            longest = std::max(longest, length);
        }
        if (best.size() > 1 && tail.size() > 1) {
            std::erase_if(best, [&](std::size_t i) { return toString(parts_[i].label) != tail[1]; });
        }
        if (best.size() != 1) return std::nullopt;
        return parts_[best.front()];
    }

private:
    const std::vector<PartRecord>& parts_;
    std::vector<std::vector<std::string>> tails_;
    std::map<std::string, std::vector<std::size_t>> byStem_;
};

std::vector<Path> mapFiles(const Path& folder) {
    std::error_code failure;
    std::filesystem::recursive_directory_iterator entries(folder, failure);
    if (failure) throw errorFromErrno(failure.value(), folder.string(), "read the folder");
    std::vector<Path> files;
    for (const auto& entry : entries) {
        if (entry.is_regular_file() && entry.path().extension() == ".npy") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

int storeMaps(Project& project, RunId run, const Path& folder, const std::vector<PartRecord>& parts,
              Job& job) {
    const std::vector<Path> files = mapFiles(folder);
    const PartFinder finder(parts);
    std::vector<ScoreRecord> scores;
    std::uint64_t done = 0;
    for (const Path& file : files) {
        job.progress(done++, files.size());
        const std::optional<PartRecord> part = finder.find(file.lexically_relative(folder));
        if (!part) {
            job.warn(Error(ErrorCode::NotFound, file.string(), "belongs to no part, or to several",
                           "Name the map after its picture, in folders of the same names."));
            continue;
        }
        try {
            const AnomalyMap map(readNpyFloat(file), file.string());
            project.maps().put(run, part->id, map);
            scores.push_back({.part = part->id, .imageScore = map.maximum(), .mapMax = map.maximum()});
        } catch (const Error& error) {
            if (error.code() == ErrorCode::DiskFull) throw;
            job.warn(error);
        }
    }
    if (scores.empty()) {
        throw Error(ErrorCode::NotFound, folder.string(), "holds no usable anomaly map for any part",
                    "Give a folder of .npy files that are named after the pictures.");
    }
    project.runs().putScores(run, scores);
    return static_cast<int>(scores.size());
}
}  // namespace

int importMaps(const Path& project, const MapFolder& folder, Job& job) {
    if (folder.detector.empty()) {
        throw Error(ErrorCode::InvalidArgument, folder.folder.string(), "needs the name of its detector",
                    "Write DETECTOR=FOLDER.");
    }
    Project opened = Project::open(project);
    const Path absolute = std::filesystem::absolute(folder.folder);
    RunRecord run = newRun(RunKind::Train, folder.detector, {{"imported_from", toUtf8(absolute)}});
    const RoleTable roles = rolesForTraining(opened);
    run.snapshot = opened.runs().putSnapshot(roles.pairs());
    remark(run, "Maps made by another program");
    int stored = 0;
    try {
        recordRun(opened, run,
                  [&](RunRecord&) { stored = storeMaps(opened, run.id, absolute, roles.parts, job); });
    } catch (...) {
        opened.maps().clear(run.id);
        throw;
    }
    completeCalibration(opened, run);
    return stored;
}

}  // namespace segad
