// How EfficientAD learns (efficientad.md § 4): its parameters as values. Torch-free.
#pragma once

#include <cstdint>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/nn/network_input.h"

namespace segad {

/// Pictures of anything but the product, about which the student shall learn to say nothing.
enum class PenaltyPictureSource { None, Procedural, Folder };

struct EfficientAdOptions {
    bool padding = true;
    std::int64_t steps = 0;
    double learningRate = 0;
    double weightDecay = 0;
    bool jitter = true;  ///< colours of what the autoencoder sees are varied
    PenaltyPictureSource penalty = PenaltyPictureSource::Procedural;
    Path penaltyFolder;
    double hardQuantile = 0;

    /// The autoencoder is made for this size and no other; reduced as PIL does it (§ 2).
    static NetworkInput input() { return {.size = {256, 256}, .resize = ResizeMode::Antialias}; }

    /// From complete parameters of the catalog's schema.
    static EfficientAdOptions fromParams(const Json& params);
};

/// The rate at step number `step`: a tenth for the last twentieth.
double efficientAdRate(const EfficientAdOptions& options, std::int64_t step);

}  // namespace segad
