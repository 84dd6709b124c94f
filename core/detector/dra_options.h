// What DRA is told (dra.md). Torch-free.
#pragma once

#include <string>

#include "core/detector/fine_tuning_options.h"

namespace segad {

/// What stands for defects that nobody has seen.
enum class DraPseudo {
    CutMix,     ///< a piece of a good part pasted elsewhere, as published
    Generated,  ///< a defect of whoever gives MadeUpDefects
    Both        ///< each as likely
};

struct DraOptions {
    FineTuningOptions tuning;
    int scales = 2;
    double topRatio = 0.1;
    std::string loss = "deviation";
    int references = 5;  ///< good parts that others are compared with
    DraPseudo pseudo = DraPseudo::CutMix;
    bool pseudoReferences = false;  ///< half of them with a made-up defect while training (§ 2, a quirk)
    bool gradientMap = false;       ///< DevNet's map of the score instead of the heads' responses

    /// From complete parameters of the catalog's schema.
    static DraOptions fromParams(const Json& params);
};

}  // namespace segad
