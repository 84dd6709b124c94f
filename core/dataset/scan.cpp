#include "core/dataset/scan.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/dataset/dataset_layout.h"
#include "core/dataset/part_reader.h"
#include "core/dataset/splits.h"
#include "core/dataset/validate.h"

namespace segad {

namespace {
/// Listing takes milliseconds per thousand files, decoding takes seconds.
constexpr double kListingShare = 0.03;
/// Beyond this a line per folder is no summary.
constexpr std::size_t kMaxFolderLines = 60;

std::string inWords(const ScannedPart& part) {
    std::string text(toString(part.label));
    if (part.subset == Subset::Train) text += ", for training";
    if (part.subset == Subset::Test) text += ", for testing";
    if (!part.defectType.empty()) text += ", defect '" + part.defectType + "'";
    if (part.unseenDefect) text += ", kept from training";
    return text;
}

/// One remark per folder, so that the user sees how its name was understood.
void summariseFolders(ScanResult& result) {
    std::map<std::pair<std::string, std::string>, std::size_t> counts;
    for (const ScannedPart& part : result.parts)
        ++counts[{std::string(folderOf(part.path)), inWords(part)}];
    if (counts.size() > kMaxFolderLines) return;
    for (const auto& [key, count] : counts) {
        result.findings.push_back(
            {.kind = FindingKind::Info,
             .path = key.first,
             .message = std::to_string(count) + (count == 1 ? " picture: " : " pictures: ") + key.second,
             .remedy = {}});
    }
}

void countRejected(ScanResult& result) {
    std::set<std::string_view> kept;
    for (const ScannedPart& part : result.parts)
        kept.insert(part.path);
    std::set<std::string_view> rejected;
    for (const Finding& finding : result.findings) {
        if (finding.kind == FindingKind::Error && hasPictureExtension(finding.path) &&
            !kept.contains(finding.path))
            rejected.insert(finding.path);
    }
    result.rejected = rejected.size();
}

/// Throws when nothing is left to work with.
void requireUsable(const ScanResult& result, std::size_t listed) {
    const std::string root = result.root.string();
    if (listed == 0 && !result.layout.empty()) {
        throw Error(ErrorCode::InvalidData, root, "there are no parts here, only masks or maps",
                    "Choose the folder that holds the pictures themselves.");
    }
    if (listed == 0) {
        throw Error(ErrorCode::InvalidData, root, "there are no pictures here",
                    "Choose a folder with jpg, png, bmp, tif, webp, ppm or pgm files.");
    }
    if (result.parts.empty()) {
        const auto first = std::find_if(result.findings.begin(), result.findings.end(),
                                        [](const Finding& f) { return f.kind == FindingKind::Error; });
        throw Error(ErrorCode::InvalidData, root,
                    "none of the " + std::to_string(listed) + " pictures can be used" +
                        (first == result.findings.end() ? "" : "; " + first->path + ": " + first->message),
                    first == result.findings.end() ? "Check the files." : first->remedy);
    }
    const auto has = [&](auto test) { return std::any_of(result.parts.begin(), result.parts.end(), test); };
    const bool labelled = has([](const ScannedPart& p) { return p.label != Label::Unlabelled; });
    const bool goodForTraining =
        has([](const ScannedPart& p) { return p.label == Label::Good && p.subset != Subset::Test; });
    if (labelled && !goodForTraining) {
        throw Error(
            ErrorCode::InvalidData, root, "there is no good training picture",
            "Put pictures of good parts into a folder 'train/good' (or 'good', where nothing is set apart "
            "for testing).");
    }
}

const DatasetLayout& layoutFor(const Listing& listing, const ScanOptions& options) {
    if (options.folders.empty()) return chooseLayout(listing, options.layout);
    if (!options.layout.empty() && options.layout != "auto" && options.layout != "folder") {
        throw Error(ErrorCode::InvalidArgument, "layout",
                    "'" + options.layout + "' has folders of its own; none can be stated",
                    "Use the layout 'folder', or state no folders.");
    }
    return chooseLayout(listing, "folder");
}
}  // namespace

std::size_t ScanResult::count(FindingKind kind) const {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(), [=](const Finding& f) { return f.kind == kind; }));
}

ScanResult scanDataset(const Path& root, const ScanOptions& options, Job& job) {
    ScanResult result;
    Listing listing;
    {
        Job::Stage stage(job, kListingShare, "Listing files");
        listing = listFolder(root, stage.job());
        result.root = listing.root;
        if (listing.pictures.empty()) requireUsable(result, 0);
        const DatasetLayout& layout = layoutFor(listing, options);
        result.layout = layout.key();
        Arrangement arrangement = layout.arrange(listing, options);
        result.parts = std::move(arrangement.parts);
        result.publishedSubsets = std::move(arrangement.publishedSubsets);
        result.findings = std::move(listing.findings);
        result.findings.insert(result.findings.end(), arrangement.findings.begin(),
                               arrangement.findings.end());
        std::sort(result.parts.begin(), result.parts.end(),
                  [](const ScannedPart& a, const ScannedPart& b) { return pathLess(a.path, b.path); });
    }
    const std::size_t listed = result.parts.size();
    {
        Job::Stage stage(job, 1 - kListingShare, "Reading pictures");
        const std::vector<PartReading> readings = readParts(listing, result.parts, stage.job());
        validateParts(result.parts, readings, result.findings);
    }
    validateSubsets(result.publishedSubsets, result.parts, result.findings);
    requireUsable(result, listed);
    summariseFolders(result);
    countRejected(result);
    std::stable_sort(result.findings.begin(), result.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.kind > b.kind; });
    return result;
}

}  // namespace segad
