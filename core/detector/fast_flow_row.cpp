#include "core/detector/common_params.h"
#include "core/detector/fast_flow_plan.h"
#include "core/detector/fast_flow_row_p.h"
#include "core/detector/trunk_cost.h"
#include "core/detector/trunk_precision.h"

namespace segad {

namespace {
ParamSchema schema() {
    // Defaults are SegAD's settings (fastflow.md §§ 1, 4).
    return {
        imageSizeParam("Yu et al. 2021, implementation details"),
        resizeParam(ResizeMode::Linear, "anomalib 0.7"),
        epochsParam(200, "SegAD, supplement B"),
        batchSizeParam(32, "Yu et al. 2021, implementation details"),
        learningRateParam(0.001, "Yu et al. 2021, implementation details"),
        featureMemoryParam(),
        featureCacheParam(),
        {.key = "flow_steps",
         .title = "Flow steps",
         .type = ParamType::Int,
         .defaultValue = 8,
         .minimum = 1,
         .maximum = 64,
         .help = "Coupling steps of each layer's flow.",
         .reference = "Yu et al. 2021, implementation details",
         .advanced = true},
        {.key = "conv3x3_only",
         .title = "Only 3×3 convolutions",
         .type = ParamType::Choice,
         .defaultValue = "auto",
         .choices = {"auto", "true", "false"},
         .help = "Whether all flow steps look at neighbours, or every other one; auto: every other one for "
                 "wide_resnet50_2, all for smaller backbones.",
         .reference = "anomalib 0.7",
         .advanced = true},
        {.key = "hidden_ratio",
         .title = "Hidden ratio",
         .type = ParamType::Real,
         .defaultValue = 1.0,
         .minimum = 0.05,
         .maximum = 8.0,
         .help = "Channels inside a flow step over those that come in.",
         .reference = "anomalib 0.7",
         .advanced = true},
        {.key = "clamp",
         .title = "Clamp",
         .type = ParamType::Real,
         .defaultValue = 2.0,
         .minimum = 0.1,
         .maximum = 10.0,
         .help = "Largest logarithm by which one step scales a value.",
         .reference = "anomalib 0.7",
         .advanced = true},
        weightDecayParam(1e-5, "Yu et al. 2021, implementation details"),
        {.key = "map",
         .title = "Map",
         .type = ParamType::Choice,
         .defaultValue = "likelihood",
         .choices = {"likelihood", "energy"},
         .help = "likelihood as published, between −1 and 0; energy does not saturate on strong defects.",
         .reference = "anomalib 0.7",
         .advanced = true},
        precisionParam(),
    };
}

CostEstimate estimate(const CostQuestion& question) {
    const FastFlowOptions options = FastFlowOptions::fromParams(question.params);
    const BackboneShape& backbone = backboneOf(question).shape();
    const FastFlowShape shape = fastFlowShape(options, backbone);
    const FeaturePlan plan = planFeatures(options.input, fastFlowLayers(), backbone.channelsByLayer(),
                                          question.trainParts, FeatureBounds::fromParams(question.params));
    const std::uint64_t weights = shape.parameters() * sizeof(float);
    const auto threads = static_cast<std::uint64_t>(question.threads);
    return featureCost(
        question, plan,
        {.flops = shape.flops(),
         .parameters = shape.parameters(),
         .epochs = options.epochs,
         // Weights, two moments, the sum of gradients, and one set of gradients for each share under way.
         .learningBytes = weights * (4 + threads + 1) + threads * kFastFlowShare * shape.activationBytes()});
}
}  // namespace

DetectorInfo fastFlowRow() {
    return {.key = "fastflow",
            .title = "FastFlow",
            .summary = "Learns how the features of good parts are distributed, with normalising flows.",
            .reference =
                "Yu et al. 2021, FastFlow: Unsupervised Anomaly Detection and Localization via 2D "
                "Normalizing Flows, arXiv 2111.07677",
            .supervision = Supervision::GoodOnly,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = [](const Json&) { return fastFlowLayers(); },
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreateFastFlow"};
}

}  // namespace segad
