#include "core/dataset/dataset_layout.h"

#include "core/base/error.h"
#include "core/dataset/btad_layout.h"
#include "core/dataset/folder_layout.h"
#include "core/dataset/mvtec_layout.h"
#include "core/dataset/vad_layout.h"
#include "core/dataset/visa_layout.h"
#include "core/dataset/visa_raw_layout.h"

namespace segad {

const std::vector<std::unique_ptr<DatasetLayout>>& datasetLayoutTable() {
    static const auto kTable = [] {
        std::vector<std::unique_ptr<DatasetLayout>> table;
        table.push_back(makeFolderLayout());
        table.push_back(makeMvtecLayout());
        table.push_back(makeMpddLayout());
        table.push_back(makeBtadLayout());
        table.push_back(makeVisaLayout());
        table.push_back(makeVisaRawLayout());
        table.push_back(makeVisaRawHighshotLayout());
        table.push_back(makeVisaRawFewshotLayout());
        table.push_back(makeVadLayout());
        return table;
    }();
    return kTable;
}

const DatasetLayout& chooseLayout(const Listing& listing, const std::string& key) {
    const bool automatic = key.empty() || key == "auto";
    const DatasetLayout* named = nullptr;
    const DatasetLayout* likeliest = nullptr;
    int bestGuess = 0;
    for (const auto& layout : datasetLayoutTable()) {
        const bool isNamed = layout->key() == key;
        if (!automatic && !isNamed && !layout->key().starts_with(key + "-")) continue;
        if (isNamed) named = layout.get();
        if (const int guess = layout->guess(listing); guess > bestGuess) {
            likeliest = layout.get();
            bestGuess = guess;
        }
    }
    if (likeliest != nullptr) return *likeliest;
    // Nothing fits: the layout itself says what it lacks.
    if (automatic) return *datasetLayoutTable().front();
    if (named != nullptr) return *named;
    std::string known;
    for (const std::string& name : datasetLayouts())
        known += (known.empty() ? "" : ", ") + name;
    throw Error(ErrorCode::InvalidArgument, key, "is not a dataset layout", "Use one of: " + known + ".");
}

std::vector<std::string> datasetLayouts() {
    std::vector<std::string> keys{"auto"};
    for (const auto& layout : datasetLayoutTable())
        keys.emplace_back(layout->key());
    return keys;
}

std::string datasetLayoutTitle(const std::string& key) {
    for (const auto& layout : datasetLayoutTable()) {
        if (layout->key() == key) return std::string(layout->title());
    }
    return key;
}

}  // namespace segad
