// Labelled parts whose out-of-fold score contradicts their label, for a second look.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/workflow/live_forest.h"

namespace segad {

enum class DoubtKind {
    BothLabels,  ///< an identical picture has the other label
    LooksBad,    ///< labelled good, scores like the bad ones
    LooksGood    ///< labelled bad, scores like the good ones
};

struct LabelDoubt {
    PartId part = 0;
    std::string path;
    Label label = Label::Unlabelled;
    DoubtKind kind = DoubtKind::LooksBad;
    /// Share of the counted parts of the other label on whose far side it lies (equal scores count half): 0.4
    /// for a good part that scores higher than 40 % of the bad ones. 1 for BothLabels. The mean over all
    /// counted good parts, or all bad ones, is 1 − AUROC.
    double doubt = 0;
    double margin = 0;
    std::string twin;    ///< path of an identical part with the other label; BothLabels only
    std::string reason;  ///< "labelled good, but scores higher than 40 % of the bad parts"
};

/// Parts with a doubt above 0, worst first; of equals those further on the wrong side. At most `top`, 0 =
/// all. `live` must be of these features. What a detector has learned from is not judged.
std::vector<LabelDoubt> labelDoubts(const LiveFeatures& features, const LiveForest& live,
                                    std::size_t top = 0);

}  // namespace segad
