// What the supervised classifier is told (wide_resnet_classifier.md). Torch-free.
#pragma once

#include "core/detector/fine_tuning_options.h"

namespace segad {

struct ClassifierOptions {
    FineTuningOptions tuning;
    double focalAlpha = 0.25;  ///< weight of bad parts; negative = no weights
    double focalGamma = 2;

    /// From complete parameters of the catalog's schema.
    static ClassifierOptions fromParams(const Json& params);
};

}  // namespace segad
