#include "core/workflow/part_images.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "core/base/threads.h"
#include "core/dataset/mask.h"

namespace segad {

namespace {
/// One query a source, not one a part.
std::map<SourceId, Path> folders(const Project& project) {
    std::map<SourceId, Path> byId;
    for (const SourceRecord& source : project.parts().sources())
        byId[source.id] = project.parts().sourceFolder(source.id);
    return byId;
}
}  // namespace

std::vector<Path> imageFiles(const Project& project, const std::vector<PartRecord>& parts) {
    const std::map<SourceId, Path> byId = folders(project);
    std::vector<Path> files;
    files.reserve(parts.size());
    for (const PartRecord& part : parts)
        files.push_back(byId.at(part.source) / part.path);
    return files;
}

std::vector<Path> maskFiles(const Project& project, const std::vector<PartRecord>& parts) {
    const std::map<SourceId, Path> byId = folders(project);
    std::vector<Path> files;
    files.reserve(parts.size());
    for (const PartRecord& part : parts)
        files.push_back(part.maskPath.empty() ? Path() : byId.at(part.source) / part.maskPath);
    return files;
}

PartImages::PartImages(const Project& project, std::vector<PartRecord> parts)
    : parts_(std::move(parts)), files_(imageFiles(project, parts_)), generated_(project, parts_) {}

cv::Mat PartImages::rgb(std::size_t index) const {
    if (parts_.at(index).generated) return generated_.make(parts_[index].id).rgb;
    return decodeImage(files_.at(index)).rgb;
}

PartMasks::PartMasks(const Project& project, const std::vector<PartRecord>& parts)
    : truths_(parts.size()), generated_(project, parts) {
    const std::vector<Path> images = imageFiles(project, parts);
    const std::vector<Path> files = maskFiles(project, parts);
    std::unordered_set<PartId> painted;
    for (const RegionRecord& record : project.regions().all())
        painted.insert(record.part);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].label != Label::Bad) continue;
        Truth& truth = truths_[i];
        truth.image = images[i];
        truth.file = files[i];
        if (parts[i].generated) truth.generated = parts[i].id;
        if (!painted.contains(parts[i].id)) continue;
        try {
            truth.painted = regionRuns(project.regions().get(parts[i].id).value_or(cv::Mat()));
        } catch (const Error& error) {
            truth.damage = error;
        }
    }
}

bool PartMasks::has(std::size_t index) const {
    const Truth& truth = truths_.at(index);
    return truth.painted || truth.damage || truth.generated != 0 || !truth.file.empty();
}

cv::Mat PartMasks::mask(std::size_t index) const {
    const Truth& truth = truths_.at(index);
    if (truth.damage) throw Error(*truth.damage);
    if (truth.painted) return drawRegions(*truth.painted);
    if (truth.generated != 0) return generated_.make(truth.generated).mask;
    return truth.file.empty() ? cv::Mat() : readMask(truth.file, probeImage(truth.image));
}

void dropUnreadableMasks(const Project& project, std::vector<PartRecord>& parts,
                         const std::function<bool(std::size_t)>& wanted, Job& job) {
    const PartMasks masks(project, parts);
    const std::vector<Path> images = imageFiles(project, parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!wanted(i)) continue;
        job.throwIfCancelled();
        try {
            masks.mask(i);
        } catch (const Error& error) {
            if (error.code() == ErrorCode::Corrupt) throw;
            // A picture that can't be read is told of by whoever reads it.
            if (error.subject() != images[i].string()) job.warn(error);
            parts[i].maskPath.clear();
        }
    }
}

std::vector<std::pair<std::size_t, Error>> PartImages::unreadable(const Job& job) const {
    std::vector<std::pair<std::size_t, Error>> failures;
    std::mutex mutex;
    parallelFor(files_.size(), [&](std::size_t i) {
        job.throwIfCancelled();
        try {
            rgb(i);
        } catch (const Error& error) {
            const std::scoped_lock lock(mutex);
            failures.emplace_back(i, error);
        }
    });
    std::ranges::sort(failures, {}, &std::pair<std::size_t, Error>::first);
    return failures;
}

}  // namespace segad
