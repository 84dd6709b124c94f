#include "core/dataset/mvtec_layout.h"

#include <algorithm>

#include "core/dataset/folder_tree.h"
#include "core/dataset/published_counts.h"

namespace segad {

namespace {
constexpr int kClassNameFits = 60;
constexpr int kMasksFit = 40;

class MvtecLayout : public DatasetLayout {
public:
    MvtecLayout(std::string_view key, std::string_view title, const std::vector<PublishedCount>& counts,
                bool byFoldersAlone)
        : key_(key), title_(title), counts_(counts), byFoldersAlone_(byFoldersAlone) {}

    std::string_view key() const override { return key_; }
    std::string_view title() const override { return title_; }

    int guess(const Listing& listing) const override {
        const FolderTree tree(listing);
        int best = 0;
        for (const std::string& path : tree.classes()) {
            const TreeFacts facts = tree.facts(path);
            if (!facts.trainFolders.contains("good") || facts.testFolders.empty()) continue;
            const std::string name = lastNameOf(listing, path);
            const bool published = std::any_of(counts_.begin(), counts_.end(),
                                               [&](const PublishedCount& c) { return c.className == name; });
            const bool masksFit = facts.masks > 0 && facts.masksWithSuffix == facts.masks;
            if (published && (masksFit || facts.masks == 0)) best = kClassNameFits;
            if (masksFit && byFoldersAlone_ && !facts.trainFolders.contains("bad"))
                best = std::max(best, kMasksFit);
        }
        return best;
    }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        const FolderTree tree(listing);
        const std::string path = chooseClass(listing, tree.classes(), options.className);
        Arrangement result = tree.arrangeClass(path);
        warnAboutCounts(result, counts_, lastNameOf(listing, path));
        return result;
    }

private:
    std::string_view key_;
    std::string_view title_;
    const std::vector<PublishedCount>& counts_;
    bool byFoldersAlone_;
};
}  // namespace

std::unique_ptr<DatasetLayout> makeMvtecLayout() {
    return std::make_unique<MvtecLayout>("mvtec", "MVTec AD", mvtecCounts(), true);
}

std::unique_ptr<DatasetLayout> makeMpddLayout() {
    return std::make_unique<MvtecLayout>("mpdd", "MPDD", mpddCounts(), false);
}

}  // namespace segad
