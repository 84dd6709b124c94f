#include "core/detector/common_params.h"
#include "core/detector/feature_plan.h"
#include "core/detector/reverse_distillation_plan.h"
#include "core/detector/reverse_distillation_row_p.h"
#include "core/detector/trunk_precision.h"
#include "core/nn/backbones.h"

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
    // Operations a second of one core in float32: of prepared convolutions, and of forward and backward
    // passes, where half of the time goes to memory.
    constexpr double kConvolutionRate = 180e9;
    constexpr double kLearningRate = 60e9;
    constexpr double kBytesPerScoring = 256e6;  // the trunk's weights and activations

    const auto options = ReverseDistillationOptions::fromParams(question.params);
    const BackboneInfo* backbone = findBackbone(question.backbone);
    if (backbone == nullptr) backbone = &backboneCatalog().front();
    const ReverseDistillationShape shape = reverseDistillationShape(options, backbone->shape());
    const FeaturePlan plan =
        planFeatures(options.input, reverseDistillationLayers(), backbone->shape().channelsByLayer(),
                     question.trainParts, FeatureBounds::fromParams(question.params));
    const double threads = question.threads;
    const double area = static_cast<double>(options.input.size.area()) / (256.0 * 256.0);
    const double trunk = backboneFlops(backbone->shape(), 256, reverseDistillationLayers().back()) * area /
                         (kConvolutionRate * threads);
    const double parts = static_cast<double>(plan.parts);
    const std::uint64_t weights = shape.parameters() * sizeof(float);
    const auto batch = std::min<std::uint64_t>(plan.parts, static_cast<std::uint64_t>(options.batchSize));

    CostEstimate cost;
    cost.trainSeconds = parts * (trunk * static_cast<double>(plan.passes(options.epochs)) +
                                 3 * shape.flops() * options.epochs / (kLearningRate * threads));
    cost.scoreSecondsPerPart = trunk + shape.flops() / (kConvolutionRate * threads);
    // Weights, gradients and two moments.
    cost.trainBytes = plan.memoryBytes + 4 * weights + batch * shape.activationBytes();
    cost.scratchBytes = plan.scratchBytes;
    cost.modelBytes = weights;
    cost.scoreBytes = 2 * weights + static_cast<std::uint64_t>(kBytesPerScoring);
    return cost;
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
