#include "core/detector/common_params.h"
#include "core/detector/reverse_distillation_plan.h"
#include "core/detector/reverse_distillation_row_p.h"
#include "core/detector/trunk_cost.h"
#include "core/detector/trunk_precision.h"

namespace segad {

namespace {
ParamSchema schema() {
    // Defaults are SegAD's settings (reverse_distillation.md §§ 2, 5–7).
    return {
        // Below 64, what the bottleneck hands on would be one pixel, and a batch of one part a single value,
        // from
        // which BatchNorm can't learn.
        imageSizeParam("Deng and Li 2022, § 4.1", 64),
        resizeParam(ResizeMode::Linear, "anomalib 0.7"),
        epochsParam(200, "Deng and Li 2022, § 4.1"),
        batchSizeParam(16, "Deng and Li 2022, § 4.1"),
        learningRateParam(0.005, "Deng and Li 2022, § 4.1"),
        featureMemoryParam(),
        featureCacheParam(),
        {.key = "ocbe_width",
         .title = "Bottleneck width",
         .type = ParamType::Choice,
         .defaultValue = "512",
         .choices = {"512", "1024"},
         .help = "Channels inside the bottleneck on wide_resnet50_2: 512 as in anomalib, 1024 as in the "
                 "authors' code.",
         .reference = "Deng and Li 2022, § 3.3",
         .advanced = true},
        {.key = "loss",
         .title = "Loss",
         .type = ParamType::Choice,
         .defaultValue = "image",
         .choices = {"image", "pixel"},
         .help = "Whether whole maps are compared, or each pixel by itself.",
         .reference = "anomalib 1.0 (image), anomalib 0.7 (pixel)",
         .advanced = true},
        {.key = "map_combination",
         .title = "Combination of the maps",
         .type = ParamType::Choice,
         .defaultValue = "add",
         .choices = {"add", "multiply"},
         .help = "How the maps of the three layers become one.",
         .reference = "Deng and Li 2022, § 3.4",
         .advanced = true},
        blurSigmaParam("Deng and Li 2022, § 4.1"),
        {.key = "beta1",
         .title = "Memory of gradients",
         .type = ParamType::Real,
         .defaultValue = 0.5,
         .minimum = 0.0,
         .maximum = 0.9999,
         .help = "Share of the mean gradient that Adam keeps from step to step (β₁).",
         .reference = "Deng and Li 2022, § 4.1",
         .advanced = true},
        {.key = "beta2",
         .title = "Memory of squared gradients",
         .type = ParamType::Real,
         .defaultValue = 0.999,
         .minimum = 0.0,
         .maximum = 0.99999,
         .help = "Share of the mean squared gradient that Adam keeps from step to step (β₂).",
         .reference = "Deng and Li 2022, § 4.1",
         .advanced = true},
        precisionParam(),
    };
}

CostEstimate estimate(const CostQuestion& question) {
    const auto options = ReverseDistillationOptions::fromParams(question.params);
    const BackboneShape& backbone = backboneOf(question).shape();
    const ReverseDistillationShape shape = reverseDistillationShape(options, backbone);
    const FeaturePlan plan =
        planFeatures(options.input, reverseDistillationLayers(), backbone.channelsByLayer(),
                     question.trainParts, FeatureBounds::fromParams(question.params));
    const auto batch = std::min<std::uint64_t>(plan.parts, static_cast<std::uint64_t>(options.batchSize));
    return featureCost(
        question, plan,
        {.flops = shape.flops(),
         .parameters = shape.parameters(),
         .epochs = options.epochs,
         // Weights, gradients and two moments.
         .learningBytes = 4 * shape.parameters() * sizeof(float) + batch * shape.activationBytes()});
}
}  // namespace

DetectorInfo reverseDistillationRow() {
    return {.key = "rd4ad",
            .title = "Reverse Distillation",
            .summary = "Learns to reconstruct what the backbone sees in good parts; defects come out wrong.",
            .reference =
                "Deng and Li 2022, Anomaly Detection via Reverse Distillation from One-Class "
                "Embedding, arXiv 2201.10703",
            .supervision = Supervision::GoodOnly,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = [](const Json&) { return reverseDistillationLayers(); },
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreateReverseDistillation"};
}

}  // namespace segad
