#include "core/detector/wide_resnet_classifier_options.h"
#include "core/detector/wide_resnet_classifier_row_p.h"

namespace segad {

namespace {
const FineTuningDefaults& published() {
    static const FineTuningDefaults defaults{.epochs = 50,
                                             .batchSize = 4,
                                             .smallestBatch = 2,
                                             .learningRate = 0.025,
                                             .weightDecay = 0,
                                             .gradientClip = 0,
                                             .reference = "SegAD, supplement B"};
    return defaults;
}

ParamSchema schema() {
    const FineTuningDefaults& defaults = published();
    return {
        fine_tuning::imageSize(defaults),
        fine_tuning::resize(),
        fine_tuning::lastLayer(),
        fine_tuning::epochs(defaults),
        fine_tuning::batchSize(defaults),
        fine_tuning::learningRate(defaults),
        {.key = "momentum",
         .title = "Momentum",
         .type = ParamType::Real,
         .defaultValue = 0.9,
         .minimum = 0.0,
         .maximum = 0.999,
         .help = "Share of the last step that the next one keeps.",
         .reference = defaults.reference,
         .advanced = true},
        {.key = "focal_alpha",
         .title = "Weight of bad parts",
         .type = ParamType::Real,
         .defaultValue = 0.25,
         .minimum = -1.0,
         .maximum = 1.0,
         .help = "α of the focal loss: bad parts weigh this, good ones the rest to 1; negative: all weigh 1.",
         .reference = "Lin et al. 2017, § 3",
         .advanced = true},
        {.key = "focal_gamma",
         .title = "Focus on hard parts",
         .type = ParamType::Real,
         .defaultValue = 2.0,
         .minimum = 0.0,
         .maximum = 10.0,
         .help = "γ of the focal loss; 0 counts parts that are already right as much as the others.",
         .reference = "Lin et al. 2017, § 3.2",
         .advanced = true},
        fine_tuning::weightDecay(defaults),
        fine_tuning::gradientClip(defaults),
        fine_tuning::rotation(defaults),
        fine_tuning::pictureMemory()};
}

CostEstimate estimate(const CostQuestion& question) {
    const FineTuningOptions tuning = FineTuningOptions::fromParams(question.params);
    const auto batch = static_cast<std::uint64_t>(tuning.batchSize);
    return fineTuningCost(question, {.picturesPerStep = batch,
                                     .steps = static_cast<std::uint64_t>(tuning.epochs) *
                                              (question.trainParts + question.badParts + batch - 1) / batch});
}
}  // namespace

ClassifierOptions ClassifierOptions::fromParams(const Json& params) {
    return {.tuning = FineTuningOptions::fromParams(params),
            .focalAlpha = params.at("focal_alpha").get<double>(),
            .focalGamma = params.at("focal_gamma").get<double>()};
}

DetectorInfo wideResNetClassifierRow() {
    return {.key = "wide_resnet_classifier",
            .title = "WideResNet classifier",
            .summary =
                "A network trained to part good from bad: the supervised baseline, for when there are many "
                "bad parts.",
            .reference =
                "Baitieva et al. 2024, Supervised Anomaly Detection for Complex Industrial Images "
                "(SegAD), supplement B; Zagoruyko and Komodakis 2016",
            .supervision = Supervision::GoodAndBad,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = fine_tuning::backboneLayers,
            .preferredBackbone = "wide_resnet50_2",
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreateWideResNetClassifier"};
}

}  // namespace segad
