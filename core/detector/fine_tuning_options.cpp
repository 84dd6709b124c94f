#include "core/detector/fine_tuning_options.h"

#include <cmath>

#include "core/detector/common_params.h"
#include "core/detector/trunk_cost.h"
#include "core/nn/backbone_tensors.h"

namespace segad {

namespace {
template <class Number>
Number valueOr(const Json& params, const char* key, Number absent) {
    const auto found = params.find(key);
    return found == params.end() ? absent : found->template get<Number>();
}

/// Floats of activations that a backward pass needs of one picture: of each convolution its result and its
/// normalised, rectified result.
double keptFloats(const BackboneShape& shape, int side, int lastLayer) {
    const int half = (side + 1) / 2;
    const double stemSide = half;
    double floats = 2 * stemSide * stemSide * shape.stem;
    for (int layer = 1; layer <= lastLayer; ++layer) {
        const double out = featureSide(side, layer);
        const double before = layer == 1 ? (shape.pooling ? out : stemSide) : featureSide(side, layer - 1);
        for (int block = 0; block < shape.blockCount(layer); ++block) {
            const double in = block == 0 ? before : out;
            const double inner = shape.innerChannels(layer);
            const double outer = shape.outerChannels(layer);
            floats += 2 * out * out * (inner + outer);
            if (shape.bottleneck) floats += 2 * in * in * inner;
            if (block == 0 && shape.hasProjection(layer)) floats += out * out * outer;
        }
    }
    return floats;
}

std::uint64_t parametersUpTo(const BackboneShape& shape, int lastLayer) {
    std::uint64_t count = 0;
    const auto& stages = backboneStages(shape.architecture);
    for (std::size_t i = 0; i < stages.size() && i <= static_cast<std::size_t>(lastLayer); ++i) {
        for (const TensorShape& tensor : stages[i].tensors) {
            std::uint64_t numbers = 1;
            for (const std::int64_t side : tensor.shape)
                numbers *= static_cast<std::uint64_t>(side);
            count += numbers;
        }
    }
    return count;
}
}  // namespace

FineTuningOptions FineTuningOptions::fromParams(const Json& params) {
    const int side = params.at("image_size").get<int>();
    return {
        .input = {.size = {side, side},
                  .resize = params.at("resize") == "antialias" ? ResizeMode::Antialias : ResizeMode::Linear},
        .lastLayer = params.at("last_layer").get<int>(),
        .epochs = params.at("epochs").get<int>(),
        .stepsPerEpoch = valueOr(params, "steps_per_epoch", 0),
        .batchSize = params.at("batch_size").get<int>(),
        .learningRate = params.at("learning_rate").get<double>(),
        .rateEpochs = valueOr(params, "rate_epochs", 0),
        .momentum = valueOr(params, "momentum", -1.0),
        .weightDecay = params.at("weight_decay").get<double>(),
        .gradientClip = params.at("gradient_clip").get<double>(),
        .rotation = valueOr(params, "rotation", false),
        .pictureBytes = params.at("picture_memory").get<std::uint64_t>() << 20U};
}

double FineTuningOptions::rateOf(std::int64_t step, std::int64_t stepsInEpoch) const {
    if (rateEpochs == 0) return learningRate;
    const std::int64_t epoch = step / stepsInEpoch + (rateAhead ? 1 : 0);
    const std::int64_t falls = epoch / rateEpochs;
    return learningRate * std::pow(0.1, static_cast<double>(falls));
}

double areaOfScales(int scales) {
    double area = 0;
    for (int scale = 0; scale < scales; ++scale)
        area += 1.0 / (1 << 2 * scale);
    return area;
}

CostEstimate fineTuningCost(const CostQuestion& question, const FineTuningWork& work) {
    // Operations a second of one core of a current processor; a backward pass is two forward passes, and
    // BatchNorm, ReLU and the optimiser take about as long as a third of them.
    constexpr double kTrainingRate = 45e9;
    constexpr double kScoringRate = 90e9;
    constexpr double kTrainingPasses = 3;
    constexpr double kReadSeconds = 0.03;
    constexpr double kAtATime = 1.6;  // of what is kept: results that live for a moment
    constexpr std::uint64_t kAlways = 200U << 20U;

    const FineTuningOptions options = FineTuningOptions::fromParams(question.params);
    const BackboneShape& shape = backboneOf(question).shape();
    const int side = options.input.size.width;
    const int last = std::min(options.lastLayer, shape.layerCount);
    const double threads = question.threads;
    const double forward = backboneFlops(shape, side, last) * work.scaleArea + work.headFlops;
    const std::uint64_t parameters = parametersUpTo(shape, last) + work.headParameters;
    const std::uint64_t optimiserNumbers = options.momentum < 0 ? 2 : 1;
    const std::uint64_t parts = question.trainParts + question.badParts;
    const std::uint64_t pictures = parts * static_cast<std::uint64_t>(options.input.size.area()) * 3;

    CostEstimate cost;
    cost.trainSeconds = static_cast<double>(work.steps * work.picturesPerStep) * kTrainingPasses * forward /
                            (kTrainingRate * threads) +
                        static_cast<double>(parts) * kReadSeconds / threads;
    cost.scoreSecondsPerPart = work.scorePasses * forward / (kScoringRate * threads);
    cost.modelBytes = parameters * sizeof(float);
    cost.trainBytes =
        kAlways + cost.modelBytes * (2 + optimiserNumbers) + std::min(pictures, options.pictureBytes) +
        static_cast<std::uint64_t>(kAtATime * sizeof(float) * work.scaleArea *
                                   static_cast<double>(work.picturesPerStep) * keptFloats(shape, side, last));
    cost.scratchBytes = pictures > options.pictureBytes ? pictures : 0;
    // The plain network is kept for saving, the folded one computes.
    cost.scoreBytes = kAlways + cost.modelBytes * (work.scoresPlain ? 1 : 2);
    return cost;
}

namespace fine_tuning {

ParamSpec imageSize(const FineTuningDefaults& defaults) {
    return imageSizeParam(defaults.reference);
}

ParamSpec resize() {
    return resizeParam(ResizeMode::Antialias, "torchvision Resize on PIL pictures");
}

ParamSpec lastLayer() {
    return {.key = "last_layer",
            .title = "Deepest backbone layer",
            .type = ParamType::Int,
            .defaultValue = 4,
            .minimum = 2,
            .maximum = 4,
            .help = "4 as published; 3 for backbones that end there, with a finer grid.",
            .reference = "He et al. 2016, table 1"};
}

ParamSpec epochs(const FineTuningDefaults& defaults) {
    return {.key = "epochs",
            .title = "Epochs",
            .type = ParamType::Int,
            .defaultValue = defaults.epochs,
            .minimum = 1,
            .maximum = 100000,
            .help = "How long training goes on.",
            .reference = defaults.reference};
}

ParamSpec stepsPerEpoch(const FineTuningDefaults& defaults) {
    return {.key = "steps_per_epoch",
            .title = "Steps per epoch",
            .type = ParamType::Int,
            .defaultValue = 20,
            .minimum = 1,
            .maximum = 100000,
            .help = "Batches in an epoch, however many parts there are.",
            .reference = defaults.reference};
}

ParamSpec batchSize(const FineTuningDefaults& defaults) {
    return batchSizeParam(defaults.batchSize, defaults.reference, defaults.smallestBatch);
}

ParamSpec learningRate(const FineTuningDefaults& defaults) {
    return learningRateParam(defaults.learningRate, defaults.reference);
}

ParamSpec rateEpochs(const FineTuningDefaults& defaults) {
    return {.key = "rate_epochs",
            .title = "Epochs at one rate",
            .type = ParamType::Int,
            .defaultValue = 10,
            .minimum = 0,
            .maximum = 100000,
            .help = "The learning rate falls to a tenth every so many epochs; 0 keeps it.",
            .reference = defaults.reference,
            .advanced = true};
}

ParamSpec weightDecay(const FineTuningDefaults& defaults) {
    return weightDecayParam(defaults.weightDecay, defaults.reference);
}

ParamSpec gradientClip(const FineTuningDefaults& defaults) {
    return {.key = "gradient_clip",
            .title = "Largest gradient",
            .type = ParamType::Real,
            .defaultValue = defaults.gradientClip,
            .minimum = 0.0,
            .maximum = 1e6,
            .help = "Longer gradients are shortened to this norm; 0 leaves them.",
            .reference = defaults.reference,
            .advanced = true};
}

ParamSpec rotation(const FineTuningDefaults& defaults) {
    return {
        .key = "rotation",
        .title = "Random rotation",
        .type = ParamType::Bool,
        .defaultValue = false,
        .help = "Turns each training picture by a random angle; off as in SegAD, on in the original code.",
        .reference = defaults.reference,
        .advanced = true};
}

ParamSpec pictureMemory() {
    return {.key = "picture_memory",
            .title = "Memory for pictures",
            .type = ParamType::Int,
            .defaultValue = 1024,
            .minimum = 16,
            .maximum = 1048576,
            .unit = "MiB",
            .help = "Training pictures beyond this are kept in a temporary file.",
            .reference = "",
            .advanced = true};
}

ParamSpec deviationLoss(const FineTuningDefaults& defaults) {
    return {.key = "loss",
            .title = "Loss",
            .type = ParamType::Choice,
            .defaultValue = "deviation",
            .choices = {"deviation", "fixed_deviation", "cross_entropy", "focal"},
            .help =
                "deviation compares with normal numbers drawn for each step, fixed_deviation with their "
                "exact mean and deviation.",
            .reference = defaults.reference,
            .advanced = true};
}

ParamSpec topRatio(const FineTuningDefaults& defaults) {
    return {.key = "top_ratio",
            .title = "Share of positions that count",
            .type = ParamType::Real,
            .defaultValue = 0.1,
            .minimum = 0.0,
            .maximum = 1.0,
            .help =
                "The score is the mean of this share of positions with the largest values; 0: of all, "
                "with their signs.",
            .reference = defaults.reference,
            .advanced = true};
}

ParamSpec scales(const FineTuningDefaults& defaults) {
    return {.key = "scales",
            .title = "Scales",
            .type = ParamType::Int,
            .defaultValue = 2,
            .minimum = 1,
            .maximum = 3,
            .help = "Sizes at which a picture is looked at, each half of the one before.",
            .reference = defaults.reference,
            .advanced = true};
}

std::vector<int> backboneLayers(const Json& params) {
    return {params.at("last_layer").get<int>()};
}

}  // namespace fine_tuning

}  // namespace segad
