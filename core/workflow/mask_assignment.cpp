#include "core/workflow/mask_assignment.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/dataset/folder_words.h"
#include "core/dataset/listing.h"
#include "core/dataset/mask_match.h"
#include "core/workflow/mask_names.h"

namespace segad {

namespace {
/// The sources' folders as they are on this machine, links resolved.
std::vector<std::pair<SourceId, Path>> sourceFolders(const Project& project) {
    std::vector<std::pair<SourceId, Path>> folders;
    for (const SourceRecord& source : project.parts().sources())
        folders.emplace_back(source.id, realPath(project.parts().sourceFolder(source.id)));
    return folders;
}

std::unordered_set<std::string> picturesOf(const std::vector<std::pair<SourceId, Path>>& folders,
                                           const std::vector<PartRecord>& parts) {
    const std::unordered_map<SourceId, Path> byId(folders.begin(), folders.end());
    std::unordered_set<std::string> pictures;
    for (const PartRecord& part : parts)
        pictures.insert((byId.at(part.source) / part.path).string());
    return pictures;
}

template <class Predicate>
bool anyFolder(const std::string& path, Predicate predicate) {
    return std::ranges::any_of(pathParts(folderOf(path)), predicate);
}

bool inMaskFolder(const std::string& path) {
    return anyFolder(path, [](const std::string& folder) { return meaningOf(folder).masks; });
}

/// Segment maps, anomaly maps, …: pictures of labels, too, but of something else.
bool isAside(const std::string& path) {
    return anyFolder(path, [](const std::string& folder) { return meaningOf(folder).aside; });
}

std::string withoutExtension(const std::string& path) {
    return path.substr(0, path.size() - extensionOf(path).size());
}

/// "Data/Masks/Anomaly/7.png" → "Data/Images/Anomaly/7" (VisA); "" when there is no folder of masks.
std::string amongImages(const std::string& path) {
    std::vector<std::string> folders = pathParts(folderOf(path));
    const auto masks =
        std::ranges::find_if(folders, [](const std::string& folder) { return meaningOf(folder).masks; });
    if (masks == folders.end()) return {};
    *masks = "Images";
    return joined(joinParts(folders), stemOf(path));
}

class Assignment {
public:
    Assignment(const Project& project, const std::vector<PartRecord>& parts, std::vector<AssignedMask> masks,
               std::vector<std::string> paths)
        : parts_(parts), masks_(std::move(masks)), paths_(std::move(paths)), taken_(parts.size()) {
        byExactName(project);
        // A mask marks a defect: what is bad comes first where a name alone could mean several.
        byConvention([](const PartRecord& part) { return part.label == Label::Bad; });
        byConvention([](const PartRecord&) { return true; });
    }

    std::vector<AssignedMask> take() { return std::move(masks_); }

private:
    void give(std::size_t mask, std::size_t part) {
        if (masks_[mask].part || taken_[part]) return;
        masks_[mask].part = part;
        taken_[part] = true;
    }

    /// As an export names them, with any extension; or as their pictures.
    void byExactName(const Project& project) {
        std::unordered_map<std::string, std::size_t> exported;
        std::unordered_map<std::string, std::size_t> pictures;
        const std::vector<std::string> names = maskNames(project, parts_);
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            exported.emplace(withoutExtension(names[i]), i);
            pictures.emplace(withoutExtension(parts_[i].path), i);
        }
        const auto look = [&](std::size_t mask, const auto& known, const std::string& name) {
            const auto found = known.find(name);
            if (found != known.end()) give(mask, found->second);
        };
        for (std::size_t i = 0; i < masks_.size(); ++i) {
            look(i, exported, withoutExtension(masks_[i].name));
            look(i, pictures, amongImages(paths_[i]));
        }
    }

    template <class Wanted>
    void byConvention(Wanted wanted) {
        MaskMatcher matcher;
        std::unordered_map<std::string, std::size_t> indexOf;
        for (std::size_t i = 0; i < masks_.size(); ++i) {
            if (masks_[i].part) continue;
            matcher.addMask(paths_[i]);
            indexOf.emplace(paths_[i], i);
        }
        std::vector<ScannedPart> scanned;
        std::vector<std::size_t> partOf;
        for (std::size_t i = 0; i < parts_.size(); ++i) {
            if (taken_[i] || !wanted(parts_[i])) continue;
            scanned.emplace_back().path = parts_[i].path;
            scanned.back().subset = parts_[i].subset;
            partOf.push_back(i);
        }
        std::vector<Finding> findings;  // told of mask by mask instead
        matcher.assign(scanned, findings);
        for (std::size_t i = 0; i < scanned.size(); ++i) {
            if (!scanned[i].maskPath.empty()) give(indexOf.at(scanned[i].maskPath), partOf[i]);
        }
    }

    const std::vector<PartRecord>& parts_;
    std::vector<AssignedMask> masks_;
    std::vector<std::string> paths_;
    std::vector<bool> taken_;
};
}  // namespace

std::vector<AssignedMask> assignMasks(const Project& project, const std::vector<PartRecord>& parts,
                                      const Path& folder, Job& job) {
    const Listing listing = listFolder(folder, job);
    for (const Finding& finding : listing.findings)
        job.warn(Error(ErrorCode::InvalidData, finding.path, finding.message, finding.remedy));
    const auto folders = sourceFolders(project);
    const std::unordered_set<std::string> pictures = picturesOf(folders, parts);
    const Path root = realPath(listing.root);
    const bool sorted = std::ranges::any_of(listing.pictures, inMaskFolder);
    std::vector<AssignedMask> masks;
    std::vector<std::string> paths;
    for (const std::string& name : listing.pictures) {
        const Path file = root / name;
        if (sorted ? !inMaskFolder(name) : isAside(name)) continue;
        if (pictures.contains(file.string())) continue;
        masks.push_back({.name = name, .file = file});
        // Inside a source the folders above say what the mask mirrors, too.
        paths.push_back(name);
        for (const auto& [source, sourceFolder] : folders) {
            const Path relative = file.lexically_relative(sourceFolder);
            if (!relative.empty() && *relative.begin() != "..") paths.back() = toUtf8(relative);
        }
    }
    return Assignment(project, parts, std::move(masks), std::move(paths)).take();
}

}  // namespace segad
