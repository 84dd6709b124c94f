#include "core/detector/devnet_options.h"
#include "core/detector/devnet_row_p.h"

namespace segad {

namespace {
const FineTuningDefaults& published() {
    static const FineTuningDefaults defaults{.epochs = 50,
                                             .batchSize = 48,
                                             .learningRate = 2e-4,
                                             .weightDecay = 1e-5,
                                             .gradientClip = 1,
                                             .reference = "Pang et al. 2021; SegAD, supplement B"};
    return defaults;
}

ParamSchema schema() {
    const FineTuningDefaults& defaults = published();
    return {fine_tuning::imageSize(defaults),
            fine_tuning::resize(),
            fine_tuning::lastLayer(),
            fine_tuning::epochs(defaults),
            fine_tuning::stepsPerEpoch(defaults),
            fine_tuning::batchSize(defaults),
            fine_tuning::learningRate(defaults),
            {.key = "map",
             .title = "Map",
             .type = ParamType::Choice,
             .defaultValue = "gradient",
             .choices = {"gradient", "raw_gradient", "response"},
             .help = "gradient is scaled for each picture, raw_gradient is comparable between pictures, "
                     "response shows the score of each position and is quick.",
             .reference = "Pang et al. 2021, § 3.4"},
            fine_tuning::scales(defaults),
            fine_tuning::topRatio(defaults),
            fine_tuning::deviationLoss(defaults),
            fine_tuning::rateEpochs(defaults),
            fine_tuning::weightDecay(defaults),
            fine_tuning::gradientClip(defaults),
            fine_tuning::rotation(defaults),
            fine_tuning::pictureMemory()};
}

CostEstimate estimate(const CostQuestion& question) {
    const DevNetOptions options = DevNetOptions::fromParams(question.params);
    const FineTuningOptions& tuning = options.tuning;
    return fineTuningCost(question, {.picturesPerStep = static_cast<std::uint64_t>(tuning.batchSize),
                                     .steps = static_cast<std::uint64_t>(tuning.epochs) *
                                              static_cast<std::uint64_t>(tuning.stepsPerEpoch),
                                     .scaleArea = areaOfScales(options.scales),
                                     // A plain forward pass and one backward to the picture.
                                     .scorePasses = options.map == DevNetMap::Response ? 1.0 : 4.0,
                                     .scoresPlain = options.map != DevNetMap::Response});
}
}  // namespace

DevNetOptions DevNetOptions::fromParams(const Json& params) {
    const std::string map = params.at("map").get<std::string>();
    return {.tuning = FineTuningOptions::fromParams(params),
            .scales = params.at("scales").get<int>(),
            .topRatio = params.at("top_ratio").get<double>(),
            .loss = params.at("loss").get<std::string>(),
            .map = map == "response"       ? DevNetMap::Response
                   : map == "raw_gradient" ? DevNetMap::RawGradient
                                           : DevNetMap::Gradient};
}

DetectorInfo devNetRow() {
    return {.key = "devnet",
            .title = "DevNet",
            .summary = "Learns from good and some bad parts to score how far a part deviates from good ones.",
            .reference =
                "Pang et al. 2021, Explainable Deep Few-shot Anomaly Detection with Deviation "
                "Networks, arXiv 2108.00462",
            .supervision = Supervision::GoodAndBad,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = fine_tuning::backboneLayers,
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreateDevNet"};
}

}  // namespace segad
