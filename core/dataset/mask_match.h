// Which ground-truth mask belongs to which part, by names alone (datasets.md § 6).
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "core/dataset/finding.h"
#include "core/dataset/scan.h"

namespace segad {

/// A mask has the part's stem, or that and "_mask", any picture extension, and lies in the folder that
/// mirrors the part's: test/bad/7.png ↔ ground_truth/bad, ground_truth/test/bad, test/bad/masks, or, when
/// no other part can mean it, in one folder for all masks.
class MaskMatcher {
public:
    /// A mask in a folder called ground_truth, masks, …
    void addMask(const std::string& path);
    /// A mask in a folder that the user named: the path below it mirrors the parts' folders.
    void addMask(const std::string& path, const std::string& maskFolder);

    /// Sets maskPath of the parts that have none. Masks that fit several parts or none are findings.
    void assign(std::vector<ScannedPart>& parts, std::vector<Finding>& findings) const;

private:
    using Masks = std::vector<std::size_t>;
    void insert(const std::string& path, const std::string& mirrored);
    std::size_t find(const std::string& folder, const std::string& partPath) const;
    static std::vector<std::string> foldersOf(const std::string& partPath);

    std::vector<std::string> masks_;
    std::unordered_map<std::string, Masks> byStem_;           ///< "bad/7" → masks named so
    std::unordered_map<std::string, Masks> byShortenedStem_;  ///< "bad/7" → masks named 7_mask
};

}  // namespace segad
