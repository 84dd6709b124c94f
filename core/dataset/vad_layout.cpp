#include "core/dataset/vad_layout.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/folder_tree.h"

namespace segad {

namespace {
constexpr std::string_view kListsName = "low_shot_train.json";
constexpr std::size_t kPublishedListLength = 100;

struct FolderCount {
    std::string_view folder;
    std::size_t count;
};
constexpr std::array kPublishedFolders{FolderCount{"train/good", 2000}, FolderCount{"train/bad", 1000},
                                       FolderCount{"test/good", 1000}, FolderCount{"test/bad", 835},
                                       FolderCount{"test/bad_unseen_defects", 165}};

class VadLayout : public DatasetLayout {
public:
    std::string_view key() const override { return "vad"; }
    std::string_view title() const override { return "VAD"; }

    int guess(const Listing& listing) const override {
        const FolderTree tree(listing);
        int best = 0;
        for (const std::string& path : tree.classes()) {
            const TreeFacts facts = tree.facts(path);
            if (!facts.trainFolders.contains("good")) continue;
            if (listing.hasTable(joined(path, kListsName))) best = 70;
            if (lowerCase(lastNameOf(listing, path)) == "vad" &&
                facts.testFolders.contains("bad_unseen_defects"))
                best = 70;
        }
        return best;
    }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        const FolderTree tree(listing);
        const std::string path = chooseClass(listing, tree.classes(), options.className);
        Arrangement result = tree.arrangeClass(path);
        // One folder holds all kinds of defects: its name is not one of them.
        for (ScannedPart& part : result.parts)
            part.defectType.clear();
        const std::string lists = joined(path, kListsName);
        if (listing.hasTable(lists)) readLists(listing, lists, joined(path, "train/bad"), result);
        warnAboutFolders(path, result);
        return result;
    }

private:
    static void report(Arrangement& result, FindingKind kind, const std::string& path, std::string message,
                       std::string remedy) {
        result.findings.push_back(
            {.kind = kind, .path = path, .message = std::move(message), .remedy = std::move(remedy)});
    }

    static void readLists(const Listing& listing, const std::string& file, const std::string& folder,
                          Arrangement& result) {
        try {
            const Json lists = readJson(listing.file(file));
            if (!lists.is_object()) {
                throw Error(ErrorCode::InvalidData, file, "is not an object of lists",
                            "Restore the file that came with the dataset.");
            }
            for (const auto& [name, names] : lists.items())
                result.publishedSubsets.push_back(readList(name, names, file, folder, listing, result));
        } catch (const Error& error) {
            report(result, FindingKind::Error, file, error.message(), error.remedy());
        }
    }

    static PublishedSubset readList(const std::string& name, const Json& names, const std::string& file,
                                    const std::string& folder, const Listing& listing, Arrangement& result) {
        PublishedSubset subset{.name = name, .paths = {}};
        std::unordered_set<std::string> seen;
        const auto say = [&](FindingKind kind, const std::string& entry, const std::string& what,
                             const std::string& remedy) {
            std::string message = "list '" + name + "': ";
            message += entry;
            message += what;
            report(result, kind, file, std::move(message), remedy);
        };
        if (!names.is_array()) {
            say(FindingKind::Error, "", "is not a list of file names",
                "Restore the file that came with the dataset.");
            return subset;
        }
        const std::string isMissing = " is not in " + folder;
        for (const Json& entry : names) {
            const std::string text = entry.is_string() ? entry.get<std::string>() : entry.dump();
            const std::string path = joined(folder, fileNameOf(text));
            if (!entry.is_string() || !listing.hasPicture(path)) {
                say(FindingKind::Error, text, isMissing, "Restore the picture, or take it off the list.");
            } else if (!seen.insert(path).second) {
                say(FindingKind::Error, text, " is named twice", "Take it off the list once.");
            } else {
                subset.paths.push_back(path);
            }
        }
        if (names.size() != kPublishedListLength) {
            say(FindingKind::Warning, "", "names " + std::to_string(names.size()) + " parts instead of 100",
                "Check the file if you compare with published figures.");
        }
        return subset;
    }

    static void warnAboutFolders(const std::string& path, Arrangement& result) {
        for (const auto& [folder, published] : kPublishedFolders) {
            const std::string full = joined(path, folder);
            const auto count = static_cast<std::size_t>(
                std::count_if(result.parts.begin(), result.parts.end(),
                              [&](const ScannedPart& part) { return folderOf(part.path) == full; }));
            if (count == published) continue;
            report(
                result, FindingKind::Warning, full,
                std::to_string(count) + " pictures; the published dataset has " + std::to_string(published),
                "Check that the download is complete if you compare with published figures.");
        }
    }
};
}  // namespace

std::unique_ptr<DatasetLayout> makeVadLayout() {
    return std::make_unique<VadLayout>();
}

}  // namespace segad
