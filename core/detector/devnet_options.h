// What DevNet is told (devnet.md). Torch-free.
#pragma once

#include <string>

#include "core/detector/fine_tuning_options.h"

namespace segad {

/// How a picture becomes a map.
enum class DevNetMap {
    Gradient,     ///< the published one: gradient of the score, scaled by its 99th percentile (§ 5)
    RawGradient,  ///< the same without scaling: comparable between pictures
    Response      ///< what each position of the grid adds; needs no gradient
};

struct DevNetOptions {
    FineTuningOptions tuning;
    int scales = 2;
    double topRatio = 0.1;
    std::string loss = "deviation";
    DevNetMap map = DevNetMap::Gradient;

    /// From complete parameters of the catalog's schema.
    static DevNetOptions fromParams(const Json& params);
};

}  // namespace segad
