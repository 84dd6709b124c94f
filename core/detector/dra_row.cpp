#include "core/detector/dra_options.h"
#include "core/detector/dra_row_p.h"
#include "core/detector/made_up_defects.h"
#include "core/detector/trunk_cost.h"

namespace segad {

namespace {
const FineTuningDefaults& published() {
    static const FineTuningDefaults defaults{.epochs = 30,
                                             .batchSize = 48,
                                             .smallestBatch = 3,
                                             .learningRate = 2e-4,
                                             .weightDecay = 1e-5,
                                             .gradientClip = 1,
                                             .reference = "Ding et al. 2022; SegAD, supplement B"};
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
            {.key = "references",
             .title = "Reference parts",
             .type = ParamType::Int,
             .defaultValue = 5,
             .minimum = 1,
             .maximum = 64,
             .help = "Good parts that every part is compared with.",
             .reference = "Ding et al. 2022, § 3.4"},
            {.key = "map",
             .title = "Map",
             .type = ParamType::Choice,
             .defaultValue = "response",
             .choices = {"response", "gradient"},
             .help = "response shows what each position adds to the score, gradient where the score comes "
                     "from; that one takes longer.",
             .reference = "Ding et al. 2022, § 3.2"},
            {.key = kPseudoParam,
             .title = "Made-up defects",
             .type = ParamType::Choice,
             .defaultValue = kPseudoCutMix,
             .choices = {kPseudoCutMix, kPseudoGenerated, kPseudoBoth},
             .help = "What stands for defects that nobody has seen: cutmix pastes pieces of good parts "
                     "elsewhere, as published; generated draws defects as the Defects workspace does, anew "
                     "each time; both takes either.",
             .reference = "Ding et al. 2022, § 3.3; generated: SegAD Studio"},
            {.key = "pseudo_references",
             .title = "Pasted pieces in references",
             .type = ParamType::Bool,
             .defaultValue = false,
             .help = "While training, half of the reference parts get a pasted piece, as in the original "
                     "code.",
             .reference = defaults.reference,
             .advanced = true},
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
    const DraOptions options = DraOptions::fromParams(question.params);
    const FineTuningOptions& tuning = options.tuning;
    const double channels = backboneOf(question).shape().channels(tuning.lastLayer);
    const double side = featureSide(tuning.input.size.width, tuning.lastLayer);
    const double area = areaOfScales(options.scales);
    const double composite = 9 * channels * channels;  // numbers of the 3×3 convolution
    return fineTuningCost(
        question, {.picturesPerStep = static_cast<std::uint64_t>(tuning.batchSize + options.references),
                   .steps = static_cast<std::uint64_t>(tuning.epochs) *
                            static_cast<std::uint64_t>(tuning.stepsPerEpoch),
                   .scaleArea = area,
                   .headFlops = 2 * composite * side * side * area,
                   .headParameters = static_cast<std::uint64_t>(composite + 256 * channels),
                   .scorePasses = options.gradientMap ? 4.0 : 1.0,
                   .scoresPlain = options.gradientMap});
}
}  // namespace

namespace {
/// Models of earlier versions don't say.
DraPseudo pseudoFrom(const Json& params) {
    const std::string word = params.value(kPseudoParam, std::string(kPseudoCutMix));
    if (word == kPseudoGenerated) return DraPseudo::Generated;
    return word == kPseudoBoth ? DraPseudo::Both : DraPseudo::CutMix;
}
}  // namespace

DraOptions DraOptions::fromParams(const Json& params) {
    DraOptions options{.tuning = FineTuningOptions::fromParams(params),
                       .scales = params.at("scales").get<int>(),
                       .topRatio = params.at("top_ratio").get<double>(),
                       .loss = params.at("loss").get<std::string>(),
                       .references = params.at("references").get<int>(),
                       .pseudo = pseudoFrom(params),
                       .pseudoReferences = params.at("pseudo_references").get<bool>(),
                       .gradientMap = params.at("map") == "gradient"};
    options.tuning.rateAhead = true;
    return options;
}

DetectorInfo draRow() {
    return {.key = "dra",
            .title = "DRA",
            .summary =
                "Learns from good and bad parts by four views: seen defects, made-up ones, difference "
                "from good parts, and the whole part.",
            .reference =
                "Ding et al. 2022, Catching Both Gray and Black Swans: Open-set Supervised Anomaly "
                "Detection, arXiv 2203.14506",
            .supervision = Supervision::GoodAndBad,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = fine_tuning::backboneLayers,
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreateDra"};
}

}  // namespace segad
