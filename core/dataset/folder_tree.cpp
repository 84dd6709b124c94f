#include "core/dataset/folder_tree.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/dataset/folder_words.h"
#include "core/dataset/mask_match.h"
#include "core/dataset/splits.h"

namespace segad {

/// One folder that directly holds pictures, read word by word.
struct FolderTree::Folder {
    std::string path;
    std::string before;    ///< the path up to the first word that is known
    std::string topKnown;  ///< that word, as written
    std::optional<Subset> subset;
    std::optional<Label> label;
    bool unseen = false;
    bool masks = false;
    bool aside = false;
    std::vector<std::string> names;  ///< unknown words after the first known one
    std::string labelName;           ///< the word that said bad, when it said nothing else
    std::vector<std::string> pictures;

    explicit Folder(std::string folderPath) : path(std::move(folderPath)) {
        bool anyKnown = false;
        for (const std::string& part : pathParts(path)) {
            const FolderMeaning meaning = meaningOf(part);
            if (!anyKnown && !meaning.known()) {
                before = joined(before, part);
                continue;
            }
            if (!anyKnown) topKnown = part;
            anyKnown = true;
            if (meaning.known()) {
                take(meaning, part);
            } else {
                names.push_back(part);
            }
        }
    }

    bool isPartOf(const std::string& className) const {
        return (subset || label) && !masks && !aside && before == className;
    }

private:
    void take(const FolderMeaning& meaning, const std::string& name) {
        if (!subset) subset = meaning.subset;
        if (!label) label = meaning.label;
        unseen = unseen || meaning.unseen;
        masks = masks || meaning.masks;
        aside = aside || meaning.aside;
        if (meaning.label == Label::Bad && !meaning.subset && !meaning.unseen && labelName.empty())
            labelName = name;
    }
};

FolderTree::FolderTree(const Listing& listing) {
    for (const std::string& picture : listing.pictures) {
        const std::string_view folder = folderOf(picture);
        if (folders_.empty() || folders_.back().path != folder) folders_.emplace_back(std::string(folder));
        folders_.back().pictures.push_back(picture);
    }
    std::set<std::string> found;
    for (const Folder& folder : folders_) {
        if (folder.subset && !folder.masks && !folder.aside) found.insert(folder.before);
    }
    classes_.assign(found.begin(), found.end());
    std::sort(classes_.begin(), classes_.end(), pathLess);
}

FolderTree::~FolderTree() = default;

TreeFacts FolderTree::facts(const std::string& className) const {
    TreeFacts facts;
    for (const Folder& folder : folders_) {
        if (folder.aside || folder.before != className) continue;
        const std::string below =
            folder.path.substr(std::min(folder.path.size(), joined(className, folder.topKnown).size() + 1));
        if (folder.masks) {
            facts.maskFolders.insert(below);
            facts.masks += folder.pictures.size();
            facts.masksWithSuffix += static_cast<std::size_t>(
                std::count_if(folder.pictures.begin(), folder.pictures.end(),
                              [](const std::string& p) { return stemOf(p).ends_with("_mask"); }));
        } else if (folder.subset) {
            (folder.subset == Subset::Train ? facts.trainFolders : facts.testFolders).insert(below);
        }
    }
    return facts;
}

ScannedPart FolderTree::partIn(const Folder& folder, const std::string& path) {
    ScannedPart part{.path = path, .subset = folder.subset.value_or(Subset::Unspecified)};
    if (folder.label) {
        part.label = *folder.label;
    } else if (folder.subset && !folder.names.empty()) {
        part.label = Label::Bad;
    }
    if (part.label == Label::Bad) {
        part.defectType = folder.names.empty() ? folder.labelName : joinParts(folder.names);
        part.unseenDefect = folder.unseen;
    }
    return part;
}

Arrangement FolderTree::arrangeClass(const std::string& className) const {
    Arrangement result;
    std::vector<std::string> masks;
    std::size_t outside = 0;
    std::string firstOutside;
    for (const Folder& folder : folders_) {
        if (folder.isPartOf(className)) {
            for (const std::string& picture : folder.pictures)
                result.parts.push_back(partIn(folder, picture));
        } else if (folder.masks && folder.before == className) {
            masks.insert(masks.end(), folder.pictures.begin(), folder.pictures.end());
        } else if (!folder.aside && !folder.masks && classes_.size() == 1) {
            if (outside == 0) firstOutside = folder.pictures.front();
            outside += folder.pictures.size();
        }
    }
    if (outside > 0) {
        result.findings.push_back(
            {.kind = FindingKind::Info,
             .path = firstOutside,
             .message = std::to_string(outside) +
                        " pictures lie outside the train and test folders and were passed over",
             .remedy = "Import their folder by itself if they are parts."});
    }
    findMasks(result, masks);
    return result;
}

Arrangement FolderTree::arrangeLabels() const {
    std::set<std::string> besideGood;  // folders that have a folder of good parts
    for (const Folder& folder : folders_) {
        if (folder.label == Label::Good && !folder.masks) besideGood.insert(folder.before);
    }
    Arrangement result;
    std::vector<std::string> masks;
    for (const Folder& folder : folders_) {
        if (folder.aside) continue;
        if (folder.masks) {
            masks.insert(masks.end(), folder.pictures.begin(), folder.pictures.end());
            continue;
        }
        std::string defect;
        if (!folder.label) {
            // The nearest folder above this one that also holds a folder of good parts.
            for (std::string above = folder.path; !above.empty() && defect.empty();) {
                above = std::string(folderOf(above));
                if (besideGood.contains(above))
                    defect = folder.path.substr(above.empty() ? 0 : above.size() + 1);
            }
        }
        for (const std::string& picture : folder.pictures) {
            ScannedPart part = partIn(folder, picture);
            if (!defect.empty()) {
                part.label = Label::Bad;
                part.defectType = defect;
            }
            result.parts.push_back(std::move(part));
        }
    }
    findMasks(result, masks);
    return result;
}

void FolderTree::findMasks(Arrangement& arrangement, const std::vector<std::string>& masks) const {
    MaskMatcher matcher;
    for (const std::string& mask : masks)
        matcher.addMask(mask);
    matcher.assign(arrangement.parts, arrangement.findings);
}

std::string lastNameOf(const Listing& listing, const std::string& classPath) {
    return classPath.empty() ? toUtf8(listing.root.filename()) : std::string(fileNameOf(classPath));
}

std::string chooseClass(const Listing& listing, const std::vector<std::string>& classes,
                        const std::string& className) {
    std::string known;
    std::vector<std::string> matching;
    for (const std::string& path : classes) {
        const std::string name = lastNameOf(listing, path);
        known += (known.empty() ? "" : ", ") + (path.empty() ? name : path);
        if (className == path || className == name) matching.push_back(path);
    }
    const std::vector<std::string>& candidates = className.empty() ? classes : matching;
    if (candidates.size() == 1) return candidates.front();
    const std::string root = listing.root.string();
    if (candidates.empty() && !className.empty()) {
        throw Error(ErrorCode::NotFound, root, "there is no class '" + className + "'",
                    "Choose one of: " + (known.empty() ? "none was found" : known) + ".");
    }
    if (candidates.empty()) {
        throw Error(ErrorCode::InvalidData, root, "has no folder called train or test",
                    "Choose the folder that holds them, or import it with the layout 'folder'.");
    }
    throw Error(ErrorCode::InvalidData, root,
                "holds " + std::to_string(candidates.size()) + " classes: " + known,
                "Choose one of them as the class, or import its folder.");
}

}  // namespace segad
