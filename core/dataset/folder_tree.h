// Datasets whose folders' names say it all: train/good, test/<defect>, ground_truth/<defect>, or just
// good and bad somewhere (datasets.md §§ 1, 3–6).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/dataset/dataset_layout.h"

namespace segad {

/// What the folders below one class say. Names are relative to the class: "train/good".
struct TreeFacts {
    std::set<std::string> trainFolders;  ///< below train/, "" for train/ itself
    std::set<std::string> testFolders;
    std::set<std::string> maskFolders;  ///< below ground_truth/
    std::size_t masks = 0;
    std::size_t masksWithSuffix = 0;  ///< whose stem ends in "_mask"
};

class FolderTree {
public:
    explicit FolderTree(const Listing& listing);
    ~FolderTree();

    /// Folders that have train or test folders, relative to the root ("" is the root itself), in order.
    const std::vector<std::string>& classes() const { return classes_; }

    TreeFacts facts(const std::string& className) const;

    /// The parts of one class: below train and test, folders called good, ok or normal hold good parts and
    /// every other folder holds bad ones, its name being the defect type. Folders called good or bad beside
    /// train and test hold parts of no subset; all else is passed over.
    Arrangement arrangeClass(const std::string& className) const;

    /// Everything as one dataset, where nothing is called train or test: folders called good hold good
    /// parts, their neighbours bad ones, all else is unlabelled.
    Arrangement arrangeLabels() const;

private:
    struct Folder;
    void findMasks(Arrangement& arrangement, const std::vector<std::string>& masks) const;
    static ScannedPart partIn(const Folder& folder, const std::string& path);

    std::vector<Folder> folders_;
    std::vector<std::string> classes_;
};

/// The one of `classes` (paths relative to the root) that `className` names: the whole path, its last
/// folder, or the root's own name. With no name given there must be only one.
/// Throws Error{InvalidData, NotFound} listing what there is.
std::string chooseClass(const Listing& listing, const std::vector<std::string>& classes,
                        const std::string& className);

/// Last folder of the class's path, or the root's own name.
std::string lastNameOf(const Listing& listing, const std::string& classPath);

}  // namespace segad
