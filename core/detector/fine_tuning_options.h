// What the detectors that train a whole backbone along, on good and bad parts, can all be told (DevNet, DRA,
// the classifier), as parameters of their rows and as what training reads. Torch-free.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/detector/catalog.h"
#include "core/nn/network_input.h"

namespace segad {

struct FineTuningOptions {
    NetworkInput input;
    int lastLayer = 4;  ///< of the backbone; heads look at what it hands out
    int epochs = 1;
    int stepsPerEpoch = 0;  ///< 0: as many as there are batches of all pictures
    int batchSize = 1;
    double learningRate = 0;
    int rateEpochs = 0;      ///< the rate falls to a tenth every so many epochs; 0 = never
    bool rateAhead = false;  ///< the fall comes one epoch earlier (dra.md § 4)
    double momentum = -1;    ///< SGD with this momentum; negative = Adam
    double weightDecay = 0;
    double gradientClip = 0;         ///< largest norm of all gradients together; 0 = any
    bool rotation = false;           ///< each training picture turned by a random angle
    std::uint64_t pictureBytes = 0;  ///< pictures beyond this are kept in a temporary file

    /// Those parameters of fineTuningParams() the row has.
    static FineTuningOptions fromParams(const Json& params);

    /// Learning rate of step number `step`.
    double rateOf(std::int64_t step, std::int64_t stepsInEpoch) const;
};

/// The published figures a row's parameters begin with, and where they are from.
struct FineTuningDefaults {
    int epochs = 50;
    int batchSize = 48;
    int smallestBatch = 2;
    double learningRate = 2e-4;
    double weightDecay = 1e-5;
    double gradientClip = 1;
    std::string reference;
};

/// Parameters that these detectors share, each ready for a row: their titles and helps are said once.
namespace fine_tuning {
ParamSpec imageSize(const FineTuningDefaults& defaults);
ParamSpec resize();
ParamSpec lastLayer();
ParamSpec epochs(const FineTuningDefaults& defaults);
ParamSpec stepsPerEpoch(const FineTuningDefaults& defaults);
ParamSpec batchSize(const FineTuningDefaults& defaults);
ParamSpec learningRate(const FineTuningDefaults& defaults);
ParamSpec rateEpochs(const FineTuningDefaults& defaults);
ParamSpec weightDecay(const FineTuningDefaults& defaults);
ParamSpec gradientClip(const FineTuningDefaults& defaults);
ParamSpec rotation(const FineTuningDefaults& defaults);
ParamSpec pictureMemory();
ParamSpec deviationLoss(const FineTuningDefaults& defaults);
ParamSpec topRatio(const FineTuningDefaults& defaults);
ParamSpec scales(const FineTuningDefaults& defaults);

/// For the row: the layer that last_layer says.
std::vector<int> backboneLayers(const Json& params);
}  // namespace fine_tuning

/// Pixels of all scales over those of the first: 1 + 1/4 + …
double areaOfScales(int scales);

/// How much there is to compute beside what FineTuningOptions say.
struct FineTuningWork {
    std::uint64_t picturesPerStep = 0;
    std::uint64_t steps = 0;
    double scaleArea = 1;  ///< pixels of all scales over those of the first
    double headFlops = 0;  ///< of one picture, all scales
    std::uint64_t headParameters = 0;
    double scorePasses = 1;    ///< folded forward passes that scoring a picture is worth
    bool scoresPlain = false;  ///< whether scoring needs the plain network instead of the folded
};

CostEstimate fineTuningCost(const CostQuestion& question, const FineTuningWork& work);

}  // namespace segad
