#include "core/dataset/visa_layout.h"

#include <algorithm>

#include "core/dataset/folder_tree.h"
#include "core/dataset/published_counts.h"

namespace segad {

namespace {
/// Which published split a class's path says it is; the one-class split when it says nothing.
const std::vector<PublishedCount>& countsFor(const std::string& path, const Arrangement& arrangement) {
    const std::vector<std::string> parts = pathParts(path);
    const auto has = [&](std::string_view name) {
        return std::find(parts.begin(), parts.end(), name) != parts.end();
    };
    if (has("2cls_highshot")) return visaHighshotCounts();
    if (has("2cls_fewshot")) return visaFewshotCounts();
    const auto trainBad = std::count_if(
        arrangement.parts.begin(), arrangement.parts.end(),
        [](const ScannedPart& p) { return p.subset == Subset::Train && p.label == Label::Bad; });
    if (trainBad == 0) return visaCounts();
    // Two-class splits differ in how many bad parts they train with: 60 or 20.
    return trainBad > 40 ? visaHighshotCounts() : visaFewshotCounts();
}

class VisaLayout : public DatasetLayout {
public:
    std::string_view key() const override { return "visa"; }
    std::string_view title() const override { return "VisA (prepared)"; }

    int guess(const Listing& listing) const override {
        const FolderTree tree(listing);
        for (const std::string& path : tree.classes()) {
            const TreeFacts facts = tree.facts(path);
            const bool goodAndBad = facts.trainFolders.contains("good") &&
                                    facts.testFolders == std::set<std::string>{"bad", "good"};
            const bool sameStems =
                facts.masks > 0 && facts.masksWithSuffix == 0 &&
                (facts.maskFolders.contains("bad") || facts.maskFolders.contains("test/bad"));
            if (goodAndBad && sameStems) return 45;
        }
        return 0;
    }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        const FolderTree tree(listing);
        const std::string path = chooseClass(listing, tree.classes(), options.className);
        Arrangement result = tree.arrangeClass(path);
        warnAboutCounts(result, countsFor(path, result), lastNameOf(listing, path));
        return result;
    }
};
}  // namespace

std::unique_ptr<DatasetLayout> makeVisaLayout() {
    return std::make_unique<VisaLayout>();
}

}  // namespace segad
