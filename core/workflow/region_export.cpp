#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_set>

#include <opencv2/core.hpp>

#include "core/dataset/mask.h"
#include "core/image/image.h"
#include "core/image/region_runs.h"
#include "core/project/project.h"
#include "core/workflow/mask_names.h"
#include "core/workflow/part_images.h"
#include "core/workflow/region_masks.h"

namespace segad {

namespace {
struct Target {
    Path file;
    RegionRuns runs;
    bool there = false;  ///< with the same pixels
};

std::vector<Target> targetsOf(const Project& project, const std::vector<PartRecord>& parts,
                              const Path& folder) {
    std::unordered_set<PartId> painted;
    for (const RegionRecord& record : project.regions().all())
        painted.insert(record.part);
    if (painted.empty()) {
        throw Error(ErrorCode::NotFound, project.file().string(), "has no painted regions",
                    "Paint some in Data, or import masks.");
    }
    const std::vector<std::string> names = maskNames(project, parts);
    std::vector<Target> targets;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!painted.contains(parts[i].id)) continue;
        const cv::Mat mask = project.regions().get(parts[i].id).value();
        targets.push_back({.file = folder / names[i], .runs = regionRuns(mask).value()});
    }
    return targets;
}

/// Pictures and masks that came with the dataset: never to be written over.
std::unordered_set<std::string> filesOf(const Project& project, const std::vector<PartRecord>& parts) {
    std::unordered_set<std::string> files;
    for (const auto& list : {imageFiles(project, parts), maskFiles(project, parts)}) {
        for (const Path& file : list) {
            if (!file.empty()) files.insert(realPath(file).string());
        }
    }
    return files;
}

/// True when the file holds the same pixels. Throws for one that must not be replaced.
bool isThere(const Target& target, bool replace) {
    const auto refuse = [&](const std::string& message, const std::string& remedy) {
        return Error(ErrorCode::AlreadyExists, target.file.string(), message, remedy);
    };
    cv::Mat values;
    try {
        values = decodeLabels(target.file);
    } catch (const Error& error) {
        throw refuse("is there and is no mask: " + error.message(), "Choose another folder.");
    }
    const std::optional<RegionRuns> runs = regionRuns(values);
    if (!runs) throw refuse("is there and is no mask of 0 and 255", "Choose another folder.");
    if (*runs == target.runs) return true;
    if (!replace) {
        throw refuse("is there and differs from the regions of the project",
                     "Choose an empty folder, or replace them: segad regions export --replace.");
    }
    return false;
}

void writeMask(const Target& target) {
    std::error_code failure;
    std::filesystem::create_directories(target.file.parent_path(), failure);
    if (failure) {
        throw errorFromErrno(failure.value(), target.file.parent_path().string(), "create the folder");
    }
    encodeImage(target.file, drawRegions(target.runs));
}
}  // namespace

RegionExportReport exportRegions(const RegionExportRequest& request, Job& job) {
    const Project project = Project::open(request.project, true);
    const std::vector<PartRecord> parts = project.parts().all();
    std::vector<Target> targets = targetsOf(project, parts, request.folder);
    {
        Job::Stage stage(job, 0.3, "Looking at the folder");
        const std::unordered_set<std::string> own = filesOf(project, parts);
        std::uint64_t done = 0;
        for (Target& target : targets) {
            stage.job().progress(done++, targets.size());
            if (own.contains(realPath(target.file).string())) {
                throw Error(ErrorCode::AlreadyExists, target.file.string(),
                            "belongs to the pictures of the project", "Choose another folder.");
            }
            std::error_code failure;
            if (std::filesystem::exists(std::filesystem::symlink_status(target.file, failure)))
                target.there = isThere(target, request.replace);
        }
    }
    Job::Stage stage(job, 0.7, "Writing masks");
    RegionExportReport report;
    for (const Target& target : targets) {
        stage.job().progress(
            static_cast<std::uint64_t>(report.written) + static_cast<std::uint64_t>(report.unchanged),
            targets.size());
        if (!target.there) writeMask(target);
        ++(target.there ? report.unchanged : report.written);
    }
    return report;
}

int clearRegions(const Path& file, const std::vector<std::string>& paths, Job& job) {
    Project project = Project::open(file);
    std::set<PartId> painted;
    for (const RegionRecord& record : project.regions().all())
        painted.insert(record.part);
    std::ranges::copy(project.regions().misfits(), std::inserter(painted, painted.end()));
    std::set<PartId> wanted = painted;
    if (!paths.empty()) wanted.clear();
    for (const std::string& path : paths) {
        const std::optional<PartRecord> part = project.parts().findByPath(path);
        if (!part) {
            throw Error(ErrorCode::NotFound, path, "is not a part of the project",
                        "Use the paths that 'segad regions list' prints.");
        }
        if (painted.contains(part->id)) wanted.insert(part->id);
    }
    job.throwIfCancelled();
    Transaction transaction = project.transaction();
    for (const PartId part : wanted)
        project.regions().put(part, cv::Mat());
    transaction.commit();
    return static_cast<int>(wanted.size());
}

}  // namespace segad
