#include "core/dataset/visa_raw_layout.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/base/error.h"
#include "core/dataset/csv.h"
#include "core/dataset/folder_tree.h"
#include "core/dataset/published_counts.h"
#include "core/dataset/splits.h"

namespace segad {

namespace {
constexpr std::string_view kNormal = "Data/Images/Normal";
constexpr std::string_view kAnomaly = "Data/Images/Anomaly";
constexpr std::string_view kMasks = "Data/Masks/Anomaly";

bool endsWithFolder(std::string_view path, std::string_view folder) {
    return path == folder || (path.ends_with(folder) && path[path.size() - folder.size() - 1] == '/');
}

/// Folders below the root that hold Data/Images/Normal, in order.
std::vector<std::string> classFolders(const Listing& listing) {
    std::set<std::string> found;
    for (const std::string& picture : listing.pictures) {
        const std::string_view folder = folderOf(picture);
        if (!endsWithFolder(folder, kNormal)) continue;
        found.emplace(folder.substr(0, folder.size() - std::min(folder.size(), kNormal.size() + 1)));
    }
    std::vector<std::string> folders(found.begin(), found.end());
    std::sort(folders.begin(), folders.end(), pathLess);
    return folders;
}

void report(Arrangement& result, FindingKind kind, const std::string& path, std::string message,
            std::string remedy) {
    result.findings.push_back(
        {.kind = kind, .path = path, .message = std::move(message), .remedy = std::move(remedy)});
}

class VisaRawLayout : public DatasetLayout {
public:
    VisaRawLayout(std::string_view key, std::string_view title, std::string_view split, int fit,
                  const std::vector<PublishedCount>& counts)
        : key_(key), title_(title), split_(split), fit_(fit), counts_(counts) {}

    std::string_view key() const override { return key_; }
    std::string_view title() const override { return title_; }
    int guess(const Listing& listing) const override { return classFolders(listing).empty() ? 0 : fit_; }

    Arrangement arrange(const Listing& listing, const ScanOptions& options) const override {
        const std::vector<std::string> classes = classFolders(listing);
        if (classes.empty()) {
            throw Error(ErrorCode::InvalidData, listing.root.string(), "has no folder Data/Images/Normal",
                        "Choose VisA's folder, or one of its classes.");
        }
        const std::string path = chooseClass(listing, classes, options.className);
        const std::string table = joined(folderOf(path), "split_csv/" + std::string(split_) + ".csv");
        Arrangement result;
        if (!path.empty() && listing.hasTable(table)) {
            arrangeBySplit(listing, path, table, result);
            warnAboutCounts(result, counts_, lastNameOf(listing, path));
        } else {
            arrangeByFolder(listing, path, result);
        }
        nameDefects(listing, path, result);
        return result;
    }

private:
    static void arrangeBySplit(const Listing& listing, const std::string& path, const std::string& table,
                               Arrangement& result) {
        const CsvTable csv = CsvTable::read(listing.file(table));
        const std::size_t object = csv.column("object");
        const std::size_t split = csv.column("split");
        const std::size_t label = csv.column("label");
        const std::size_t image = csv.column("image");
        const std::size_t mask = csv.column("mask");
        const std::string className(fileNameOf(path));
        const std::string_view base = folderOf(path);
        std::set<std::string> seen;
        for (std::size_t row = 0; row < csv.rowCount(); ++row) {
            if (csv.at(row, object) != className) continue;
            const std::string where = table + ", line " + std::to_string(csv.line(row));
            ScannedPart part{.path = joined(base, csv.at(row, image))};
            const auto subset = subsetOf(csv.at(row, split));
            const auto kind = labelOf(csv.at(row, label));
            if (!subset || !kind) {
                report(result, FindingKind::Error, part.path, where + ": the split or label is not known",
                       "The split is train or test, the label normal or anomaly.");
                continue;
            }
            if (!listing.hasPicture(part.path)) {
                report(result, FindingKind::Error, part.path,
                       "named in " + where + ", but there is no such picture", "Complete the download.");
                continue;
            }
            if (!seen.insert(part.path).second) {
                report(result, FindingKind::Error, part.path, where + ": the picture is named a second time",
                       "Remove one of the lines.");
                continue;
            }
            part.subset = *subset;
            part.label = *kind;
            takeMask(listing, joined(base, csv.at(row, mask)), !csv.at(row, mask).empty(), part, result);
            result.parts.push_back(std::move(part));
        }
        if (seen.empty()) {
            throw Error(ErrorCode::InvalidData, (listing.root / table).string(),
                        "names no picture of the class '" + className + "' that is there",
                        "Complete the download, or choose another class.");
        }
        countUnlisted(listing, path, seen, table, result);
    }

    static void countUnlisted(const Listing& listing, const std::string& path,
                              const std::set<std::string>& listed, const std::string& table,
                              Arrangement& result) {
        const std::string images = joined(path, "Data/Images/");
        const auto unlisted = std::count_if(
            listing.pictures.begin(), listing.pictures.end(),
            [&](const auto& picture) { return picture.starts_with(images) && !listed.contains(picture); });
        if (unlisted == 0) return;
        report(result, FindingKind::Info, table,
               std::to_string(unlisted) + " pictures are not named in it and were passed over", "");
    }

    /// Without the tables: labels by folder, roles by a split of our own.
    static void arrangeByFolder(const Listing& listing, const std::string& path, Arrangement& result) {
        const std::string normal = joined(path, kNormal);
        const std::string anomaly = joined(path, kAnomaly);
        for (const std::string& picture : listing.pictures) {
            const std::string_view folder = folderOf(picture);
            if (folder != normal && folder != anomaly) continue;
            ScannedPart part{.path = picture, .label = folder == normal ? Label::Good : Label::Bad};
            if (part.label == Label::Bad) {
                const std::string mask = joined(joined(path, kMasks), std::string(stemOf(picture)) + ".png");
                takeMask(listing, mask, listing.hasPicture(mask), part, result);
            }
            result.parts.push_back(std::move(part));
        }
        report(result, FindingKind::Info, "",
               "there is no table in split_csv for this class: parts are split by the program",
               "Import VisA's whole folder to use the published split.");
    }

    static void takeMask(const Listing& listing, const std::string& mask, bool wanted, ScannedPart& part,
                         Arrangement& result) {
        if (!wanted) return;
        if (listing.hasPicture(mask)) {
            part.maskPath = mask;
        } else {
            report(result, FindingKind::Warning, part.path, "its mask " + mask + " is not there",
                   "Complete the download; pixel figures leave this part out.");
        }
    }

    /// image_anno.csv gives paths from VisA's folder; older copies give them from the class's.
    static void nameDefects(const Listing& listing, const std::string& path, Arrangement& result) {
        const std::string file = joined(path, "image_anno.csv");
        if (!listing.hasTable(file)) return;
        try {
            const CsvTable csv = CsvTable::read(listing.file(file));
            const std::size_t image = csv.column("image");
            const std::size_t label = csv.column("label");
            std::map<std::string, std::string> names;  // file name within its folder → defects
            for (std::size_t row = 0; row < csv.rowCount(); ++row) {
                const std::string& picture = csv.at(row, image);
                const std::string folder(fileNameOf(folderOf(picture)));
                names[joined(folder, fileNameOf(picture))] = csv.at(row, label);
            }
            for (ScannedPart& part : result.parts) {
                if (part.label != Label::Bad) continue;
                const auto it = names.find(joined(fileNameOf(folderOf(part.path)), fileNameOf(part.path)));
                if (it != names.end() && it->second != "normal") part.defectType = it->second;
            }
        } catch (const Error& error) {
            report(result, FindingKind::Warning, file, "no defect names: " + error.message(), error.remedy());
        }
    }

    static std::optional<Subset> subsetOf(const std::string& text) {
        if (text == "train") return Subset::Train;
        if (text == "test") return Subset::Test;
        return std::nullopt;
    }

    static std::optional<Label> labelOf(const std::string& text) {
        if (text == "normal") return Label::Good;
        if (text == "anomaly") return Label::Bad;
        return std::nullopt;
    }

    std::string_view key_;
    std::string_view title_;
    std::string_view split_;
    int fit_;
    const std::vector<PublishedCount>& counts_;
};
}  // namespace

std::unique_ptr<DatasetLayout> makeVisaRawLayout() {
    return std::make_unique<VisaRawLayout>("visa-raw", "VisA", "1cls", 80, visaCounts());
}

// The two-class splits have the same folders: they are used when asked for, never guessed.
std::unique_ptr<DatasetLayout> makeVisaRawHighshotLayout() {
    return std::make_unique<VisaRawLayout>("visa-raw-highshot", "VisA, two classes, high-shot",
                                           "2cls_highshot", 0, visaHighshotCounts());
}

std::unique_ptr<DatasetLayout> makeVisaRawFewshotLayout() {
    return std::make_unique<VisaRawLayout>("visa-raw-fewshot", "VisA, two classes, few-shot", "2cls_fewshot",
                                           0, visaFewshotCounts());
}

}  // namespace segad
