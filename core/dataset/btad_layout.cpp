#include "core/dataset/btad_layout.h"

#include "core/dataset/folder_tree.h"
#include "core/dataset/published_counts.h"

namespace segad {

namespace {
class BtadLayout : public DatasetLayout {
public:
    std::string_view key() const override { return "btad"; }
    std::string_view title() const override { return "BTAD"; }

    int guess(const Listing& listing) const override {
        const FolderTree tree(listing);
        for (const std::string& path : tree.classes()) {
            const TreeFacts facts = tree.facts(path);
            if (facts.trainFolders == std::set<std::string>{"ok"} &&
                facts.testFolders == std::set<std::string>{"ko", "ok"})
                return 50;
        }
        return 0;
    }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        const FolderTree tree(listing);
        const std::string path = chooseClass(listing, tree.classes(), options.className);
        Arrangement result = tree.arrangeClass(path);
        warnAboutCounts(result, btadCounts(), lastNameOf(listing, path));
        return result;
    }
};
}  // namespace

std::unique_ptr<DatasetLayout> makeBtadLayout() {
    return std::make_unique<BtadLayout>();
}

}  // namespace segad
