#include "core/workflow/part_images.h"

#include <algorithm>
#include <map>

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
    : parts_(std::move(parts)), files_(imageFiles(project, parts_)) {}

cv::Mat PartImages::rgb(std::size_t index) const {
    return decodeImage(files_.at(index)).rgb;
}

PartMasks::PartMasks(const Project& project, const std::vector<PartRecord>& parts)
    : images_(imageFiles(project, parts)), masks_(maskFiles(project, parts)) {}

cv::Mat PartMasks::mask(std::size_t index) const {
    const Path& file = masks_.at(index);
    return file.empty() ? cv::Mat() : readMask(file, probeImage(images_.at(index)));
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
            decodeImage(files_[i]);
        } catch (const Error& error) {
            const std::scoped_lock lock(mutex);
            failures.emplace_back(i, error);
        }
    });
    std::ranges::sort(failures, {}, &std::pair<std::size_t, Error>::first);
    return failures;
}

}  // namespace segad
