#include "core/detector/fast_flow_plan.h"
#include "core/detector/fast_flow_row_p.h"
#include "core/detector/feature_plan.h"
#include "core/detector/trunk_precision.h"
#include "core/nn/backbones.h"

namespace segad {

namespace {
ParamSchema schema() {
    // Defaults are SegAD's settings (fastflow.md §§ 1, 4).
    return {
        {.key = "image_size",
         .title = "Input size",
         .type = ParamType::Int,
         .defaultValue = 256,
         .minimum = 32,
         .maximum = 1024,
         .unit = "px",
         .help = "Every picture is resized to a square of this side.",
         .reference = "Yu et al. 2021, implementation details"},
        {.key = "resize",
         .title = "Resizing",
         .type = ParamType::Choice,
         .defaultValue = "linear",
         .choices = {"linear", "antialias"},
         .help = "linear as published; antialias averages what a strong reduction would skip.",
         .reference = "anomalib 0.7"},
        {.key = "epochs",
         .title = "Epochs",
         .type = ParamType::Int,
         .defaultValue = 200,
         .minimum = 1,
         .maximum = 100000,
         .help = "How often each part is learnt from.",
         .reference = "SegAD, supplement B"},
        {.key = "batch_size",
         .title = "Batch size",
         .type = ParamType::Int,
         .defaultValue = 32,
         .minimum = 1,
         .maximum = 1024,
         .help = "Parts that one step learns from.",
         .reference = "Yu et al. 2021, implementation details"},
        {.key = "learning_rate",
         .title = "Learning rate",
         .type = ParamType::Real,
         .defaultValue = 0.001,
         .minimum = 1e-7,
         .maximum = 1.0,
         .help = "Size of the optimiser's steps (Adam).",
         .reference = "Yu et al. 2021, implementation details"},
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
        {.key = "weight_decay",
         .title = "Weight decay",
         .type = ParamType::Real,
         .defaultValue = 1e-5,
         .minimum = 0.0,
         .maximum = 1.0,
         .help = "Share of the weights that is added to their gradients.",
         .reference = "Yu et al. 2021, implementation details",
         .advanced = true},
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
    // Operations a second of one core in float32: of prepared convolutions, and of forward and backward
    // passes, where half of the time goes to memory.
    constexpr double kConvolutionRate = 180e9;
    constexpr double kLearningRate = 60e9;
    constexpr double kBytesPerScoring = 256e6;  // the trunk's weights and activations

    const FastFlowOptions options = FastFlowOptions::fromParams(question.params);
    const BackboneInfo* backbone = findBackbone(question.backbone);
    if (backbone == nullptr) backbone = &backboneCatalog().front();
    const FastFlowShape shape = fastFlowShape(options, backbone->shape());
    const FeaturePlan plan =
        planFeatures(options.input, fastFlowLayers(), backbone->shape().channelsByLayer(),
                     question.trainParts, FeatureBounds::fromParams(question.params));
    const double threads = question.threads;
    const double area = static_cast<double>(options.input.size.area()) / (256.0 * 256.0);
    const double trunk =
        backboneFlops(backbone->shape(), 256, fastFlowLayers().back()) * area / (kConvolutionRate * threads);
    const double parts = static_cast<double>(plan.parts);
    const std::uint64_t weights = shape.parameters() * sizeof(float);
    const auto shares = static_cast<std::uint64_t>(question.threads) + 1;

    CostEstimate cost;
    cost.trainSeconds = parts * (trunk * static_cast<double>(plan.passes(options.epochs)) +
                                 3 * shape.flops() * options.epochs / (kLearningRate * threads));
    cost.scoreSecondsPerPart = trunk + shape.flops() / (kConvolutionRate * threads);
    // Weights, two moments, the sum of gradients, and one set of gradients for each share under way.
    cost.trainBytes = plan.memoryBytes + weights * (4 + shares) +
                      static_cast<std::uint64_t>(question.threads) * kFastFlowShare * shape.activationBytes();
    cost.scratchBytes = plan.scratchBytes;
    cost.modelBytes = weights;
    cost.scoreBytes = 2 * weights + static_cast<std::uint64_t>(kBytesPerScoring);
    return cost;
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
