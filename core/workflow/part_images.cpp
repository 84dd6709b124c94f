#include "core/workflow/part_images.h"

#include <algorithm>
#include <map>

#include "core/base/threads.h"

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
