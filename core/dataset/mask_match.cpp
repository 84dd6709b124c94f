#include "core/dataset/mask_match.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <string_view>

#include "core/dataset/folder_words.h"
#include "core/dataset/listing.h"

namespace segad {

namespace {
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
constexpr std::string_view kSuffix = "_mask";

/// Test parts are what masks are published for; training parts come last.
int rankOf(Subset subset) {
    switch (subset) {
        case Subset::Test:
            return 0;
        case Subset::Unspecified:
            return 1;
        case Subset::Train:
            return 2;
    }
    return 3;
}
}  // namespace

void MaskMatcher::addMask(const std::string& path) {
    std::string mirrored;
    for (const std::string& part : pathParts(folderOf(path))) {
        if (!meaningOf(part).masks) mirrored = joined(mirrored, part);
    }
    insert(path, mirrored);
}

void MaskMatcher::addMask(const std::string& path, const std::string& maskFolder) {
    const std::string_view folder = folderOf(path);
    insert(path, std::string(
                     folder.substr(std::min(folder.size(), maskFolder.empty() ? 0 : maskFolder.size() + 1))));
}

void MaskMatcher::insert(const std::string& path, const std::string& mirrored) {
    const std::size_t index = masks_.size();
    masks_.push_back(path);
    const std::string_view stem = stemOf(path);
    byStem_[joined(mirrored, stem)].push_back(index);
    if (stem.ends_with(kSuffix))
        byShortenedStem_[joined(mirrored, stem.substr(0, stem.size() - kSuffix.size()))].push_back(index);
}

std::size_t MaskMatcher::find(const std::string& folder, const std::string& partPath) const {
    const std::string key = joined(folder, stemOf(partPath));
    for (const auto* index : {&byStem_, &byShortenedStem_}) {
        const auto it = index->find(key);
        if (it == index->end()) continue;
        for (const std::string& extension :
             {extensionOf(partPath), std::string(".png"), std::string(".bmp")}) {
            for (const std::size_t mask : it->second) {
                if (extensionOf(masks_[mask]) == extension) return mask;
            }
        }
        return it->second.front();
    }
    return kNone;
}

/// Where to look, likeliest first.
std::vector<std::string> MaskMatcher::foldersOf(const std::string& partPath) {
    const std::vector<std::string> parts = pathParts(folderOf(partPath));
    const auto subset = std::find_if(parts.begin(), parts.end(),
                                     [](const std::string& p) { return meaningOf(p).subset.has_value(); });
    const auto known =
        std::find_if(parts.begin(), parts.end(), [](const std::string& p) { return meaningOf(p).known(); });
    std::vector<std::string> folders{joinParts(parts)};
    if (subset != parts.end()) {
        std::vector<std::string> without(parts.begin(), subset);
        without.insert(without.end(), subset + 1, parts.end());
        folders.push_back(joinParts(without));
        folders.push_back(joinParts({parts.begin(), subset + 1}));
    }
    folders.push_back(joinParts({parts.begin(), known}));
    folders.emplace_back();
    return folders;
}

void MaskMatcher::assign(std::vector<ScannedPart>& parts, std::vector<Finding>& findings) const {
    if (masks_.empty()) return;
    std::vector<std::vector<std::string>> folders;
    std::size_t passes = 0;
    for (const ScannedPart& part : parts) {
        folders.push_back(foldersOf(part.path));
        passes = std::max(passes, folders.back().size());
    }
    std::set<std::size_t> used;
    std::map<std::size_t, std::size_t> contested;  // mask → how many parts want it
    for (std::size_t pass = 0; pass < passes; ++pass) {
        std::map<std::size_t, std::vector<std::size_t>> claims;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!parts[i].maskPath.empty() || pass >= folders[i].size()) continue;
            const std::size_t mask = find(folders[i][pass], parts[i].path);
            if (mask != kNone && !used.contains(mask)) claims[mask].push_back(i);
        }
        for (auto& [mask, claimants] : claims) {
            const auto rank = [&](std::size_t i) { return rankOf(parts[i].subset); };
            const int best = rank(*std::min_element(claimants.begin(), claimants.end(),
                                                    [&](auto a, auto b) { return rank(a) < rank(b); }));
            std::erase_if(claimants, [&](std::size_t i) { return rank(i) != best; });
            if (claimants.size() > 1) {
                contested[mask] = claimants.size();
                continue;
            }
            parts[claimants.front()].maskPath = masks_[mask];
            used.insert(mask);
            contested.erase(mask);
        }
    }
    std::size_t unused = 0;
    std::string firstUnused;
    for (std::size_t mask = 0; mask < masks_.size(); ++mask) {
        if (used.contains(mask)) continue;
        if (const auto it = contested.find(mask); it != contested.end()) {
            findings.push_back(
                {.kind = FindingKind::Warning,
                 .path = masks_[mask],
                 .message = "the mask fits " + std::to_string(it->second) + " parts and was given to none",
                 .remedy = "Put masks into one folder per defect, as ground_truth/<defect>."});
        } else if (unused++ == 0) {
            firstUnused = masks_[mask];
        }
    }
    if (unused > 0) {
        findings.push_back({.kind = FindingKind::Warning,
                            .path = firstUnused,
                            .message = std::to_string(unused) +
                                       (unused == 1 ? " mask belongs" : " masks belong") + " to no picture",
                            .remedy = "A mask needs the picture's name, or that and '_mask'."});
    }
}

}  // namespace segad
