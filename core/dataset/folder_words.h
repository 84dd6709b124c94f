// What the name of a folder says about the pictures in it.
#pragma once

#include <optional>
#include <string_view>

#include "core/dataset/part.h"

namespace segad {

/// Words may be joined by '_', '-', '.', or blanks, and numbered: "good", "OK", "train_good", "normal-2".
struct FolderMeaning {
    std::optional<Subset> subset;  ///< train, training, val, valid, validation; test, testing
    std::optional<Label> label;    ///< good, ok, normal; bad, ko, ng, nok, anomaly, defect, …
    bool unseen = false;           ///< "bad_unseen_defects"
    bool masks = false;            ///< ground_truth, gt, mask, masks
    bool aside = false;            ///< segment maps, anomaly maps, overlays: no parts
    /// Whether the name is nothing but such words; else it names something of the user's ("scratch").
    bool known() const { return subset || label || unseen || masks || aside; }
};

FolderMeaning meaningOf(std::string_view folderName);

}  // namespace segad
