// A dataset layout knows where a published (or everyday) dataset keeps its pictures, labels and masks.
//
// To add one: two files, <name>_layout.h and .cpp, and one row in dataset_layout.cpp. What most layouts
// share, folders named train, test, good and so on, is in folder_tree.h.
//
// Layouts look at names and small tables only; no picture is opened here.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/dataset/listing.h"
#include "core/dataset/scan.h"

namespace segad {

/// What a layout makes of a listing.
struct Arrangement {
    /// Path, subset, label, defect type, unseen flag and mask; the rest is filled in by reading the picture.
    std::vector<ScannedPart> parts;
    std::vector<Finding> findings;
    std::vector<PublishedSubset> publishedSubsets;
};

class DatasetLayout {
public:
    virtual ~DatasetLayout() = default;

    /// What projects store and `--layout` takes. A key "a-b" is a variant of "a": asking for "a" takes the
    /// likeliest of both.
    virtual std::string_view key() const = 0;
    /// For people.
    virtual std::string_view title() const = 0;

    /// How well the listing fits, 0 (not at all) … 100. The highest wins; of equals, the first row.
    virtual int guess(const Listing& listing) const = 0;

    /// Throws Error{InvalidData} when the listing has several classes and options.className chooses none
    /// (the message lists them) or lacks what the layout can't do without; Error{NotFound} for an
    /// unknown class.
    virtual Arrangement arrange(const Listing& listing, const ScanOptions& options) const = 0;
};

/// All layouts, in order.
const std::vector<std::unique_ptr<DatasetLayout>>& datasetLayoutTable();

/// The layout to use: the best guess for "auto" or "", else the row (or the likeliest variant) of that key.
/// Throws Error{InvalidArgument} for an unknown key.
const DatasetLayout& chooseLayout(const Listing& listing, const std::string& key);

}  // namespace segad
