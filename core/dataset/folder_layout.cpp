#include "core/dataset/folder_layout.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/dataset/folder_tree.h"
#include "core/dataset/mask_match.h"
#include "core/dataset/part_table.h"

namespace segad {

namespace {
bool isBelow(std::string_view path, std::string_view folder) {
    return folder.empty() ||
           (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

std::string tidy(std::string folder) {
    while (folder.ends_with('/'))
        folder.pop_back();
    return folder == "." ? "" : folder;
}

class FolderLayout : public DatasetLayout {
public:
    std::string_view key() const override { return "folder"; }
    std::string_view title() const override { return "Folders"; }
    int guess(const Listing& listing) const override { return listing.pictures.empty() ? 0 : 10; }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        if (!options.folders.empty()) return arrangeStated(listing, options);
        const FolderTree tree(listing);
        if (tree.classes().empty() && options.className.empty()) {
            Arrangement result = tree.arrangeLabels();
            applyPartTable(listing, "", result);
            return result;
        }
        const std::string path = chooseClass(listing, tree.classes(), options.className);
        Arrangement result = tree.arrangeClass(path);
        applyPartTable(listing, path, result);
        return result;
    }

private:
    /// Layout B: the user has said what each folder holds. The deepest folder that was named counts.
    static Arrangement arrangeStated(const Listing& listing, const ScanOptions& options) {
        Arrangement result;
        MaskMatcher masks;
        const std::string maskFolder = tidy(options.maskFolder);
        std::vector<std::size_t> found(options.folders.size(), 0);
        for (const std::string& picture : listing.pictures) {
            if (!maskFolder.empty() && isBelow(picture, maskFolder)) {
                masks.addMask(picture, maskFolder);
                continue;
            }
            const StatedFolder* deepest = nullptr;
            for (const StatedFolder& folder : options.folders) {
                if (isBelow(picture, tidy(folder.path)) &&
                    (deepest == nullptr || folder.path.size() > deepest->path.size()))
                    deepest = &folder;
            }
            if (deepest == nullptr) continue;
            ++found[static_cast<std::size_t>(deepest - options.folders.data())];
            result.parts.push_back(
                {.path = picture,
                 .subset = deepest->subset,
                 .label = deepest->label,
                 .defectType = deepest->label == Label::Bad ? deepest->defectType : std::string()});
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i] > 0) continue;
            throw Error(ErrorCode::NotFound, options.folders[i].path, "holds no pictures",
                        "Name a folder below " + listing.root.string() + " that holds some.");
        }
        masks.assign(result.parts, result.findings);
        return result;
    }
};
}  // namespace

std::unique_ptr<DatasetLayout> makeFolderLayout() {
    return std::make_unique<FolderLayout>();
}

}  // namespace segad
