#include <algorithm>
#include <filesystem>

#include "core/base/error.h"
#include "core/detector/common_params.h"
#include "core/detector/efficientad_options.h"
#include "core/detector/efficientad_row_p.h"
#include "core/nn/backbones.h"
#include "core/nn/pdn_shape.h"

namespace segad {

namespace {
constexpr const char* kPaper = "Batzner et al. 2024";
/// The share of the steps after which the rate falls, and to what (§ 4).
constexpr double kFullRateShare = 0.95;
constexpr double kLateRate = 0.1;

ParamSchema schema() {
    // Defaults are those of SegAD's supplement B and of the implementation it used (efficientad.md §§ 1, 4).
    return {
        {.key = "steps",
         .title = "Training steps",
         .type = ParamType::Int,
         .defaultValue = 70000,
         .minimum = 1,
         .maximum = 10000000,
         .help = "One part a step. 70000 as published; without a graphics card some thousand are a start.",
         .reference = "Batzner et al. 2024, A.1; SegAD, supplement B"},
        {.key = "penalty",
         .title = "Penalty pictures",
         .type = ParamType::Choice,
         .defaultValue = "procedural",
         .choices = {"procedural", "folder", "off"},
         .help = "Pictures of anything else, on which the student shall not imitate: drawn, or of a folder; "
                 "the paper takes ImageNet's.",
         .reference = "Batzner et al. 2024, § 3.2, eq. 2"},
        {.key = "penalty_folder",
         .title = "Folder of penalty pictures",
         .type = ParamType::Text,
         .defaultValue = "",
         .help = "Photographs of anything but the product; used with penalty pictures from a folder.",
         .reference = "Batzner et al. 2024, A.1"},
        {.key = "padding",
         .title = "Padding",
         .type = ParamType::Bool,
         .defaultValue = true,
         .help = "Networks see the border of the picture; without, four map cells a side stay blank. The "
                 "border is learned last: switch it off for trainings of a few thousand steps.",
         .reference = "SegAD, supplement B"},
        {.key = "ae_jitter",
         .title = "Colour jitter",
         .type = ParamType::Bool,
         .defaultValue = true,
         .help = "Varies brightness, contrast or saturation of what the autoencoder learns from.",
         .reference = "Batzner et al. 2024, A.1, algorithm 1",
         .advanced = true},
        {.key = "learning_rate",
         .title = "Learning rate",
         .type = ParamType::Real,
         .defaultValue = 1e-4,
         .minimum = 1e-7,
         .maximum = 0.1,
         .help = "Of Adam; a tenth of it for the last twentieth of the steps.",
         .reference = "Batzner et al. 2024, A.1",
         .advanced = true},
        weightDecayParam(1e-5, "Batzner et al. 2024, A.1"),
        {.key = "hard_quantile",
         .title = "Hard feature share",
         .type = ParamType::Real,
         .defaultValue = 0.999,
         .minimum = 0.0,
         .maximum = 0.999999,
         .help = "The student learns from the errors at or beyond this quantile only; 0 takes all.",
         .reference = "Batzner et al. 2024, § 3.2, eq. 1",
         .advanced = true},
    };
}

/// Operations of the autoencoder for one picture, and what it and the loss need besides.
constexpr double kAutoencoderFlops = 5.5e9;

CostEstimate estimate(const CostQuestion& question, const PdnShape& published) {
    // Operations a second of one core in float32, as bench_efficientad shows them for the published sizes on
    // two cores of an AVX2 machine (81 and 76, 36 and 35).
    constexpr double kScoringRate = 80e9;
    constexpr double kLearningRate = 36e9;
    constexpr double kLearning = 3;  // forwards, and twice as much backwards

    const EfficientAdOptions options = EfficientAdOptions::fromParams(question.params);
    const BackboneInfo* row = findBackbone(question.backbone);
    const PdnShape* known = row != nullptr ? findPdnShape(row->architecture) : nullptr;
    const PdnShape& shape = known != nullptr ? *known : published;
    const int side = EfficientAdOptions::input().size.width;
    const double teacher = pdnFlops(shape, kTeacherChannels, side);
    const double student = pdnFlops(shape, 2 * kTeacherChannels, side);
    const double penalty = options.penalty == PenaltyPictureSource::None ? 0 : teacher;
    // Each pass through the student gives the half that is looked at.
    const double step = options.jitter ? 2 * teacher + kLearning * (2 * teacher + penalty + kAutoencoderFlops)
                                       : teacher + kLearning * (student + penalty + kAutoencoderFlops);
    const double score = teacher + student + kAutoencoderFlops;
    double weights = 1.1e6;  // of the autoencoder
    for (const int out : {kTeacherChannels, 2 * kTeacherChannels}) {
        for (const PdnConvolution& c : shape.convolutions(out))
            weights += static_cast<double>(c.out) * (c.in * c.kernel * c.kernel + 1);
    }
    // Activations of one picture: a few maps of half the input's side and of a quarter of it.
    const double activations =
        4.0 * side * side * (3.0 * shape.convolutions(1)[0].out + 2 * kTeacherChannels);

    CostEstimate cost;
    const double parts = static_cast<double>(question.trainParts);
    cost.trainSeconds = static_cast<double>(options.steps) * step / (kLearningRate * question.threads) +
                        parts * teacher / (kScoringRate * question.threads);
    cost.scoreSecondsPerPart = score / (kScoringRate * question.threads);
    cost.trainBytes = static_cast<std::uint64_t>(5 * 4 * weights + activations);
    cost.scoreBytes = static_cast<std::uint64_t>(4 * weights + activations);
    cost.modelBytes = static_cast<std::uint64_t>(4 * weights);
    return cost;
}

void requireInputs(const Json& params) {
    const EfficientAdOptions options = EfficientAdOptions::fromParams(params);
    std::error_code absent;
    if (options.penalty != PenaltyPictureSource::Folder ||
        std::filesystem::is_directory(options.penaltyFolder, absent))
        return;
    throw Error(
        ErrorCode::NotFound, "penalty_folder",
        options.penaltyFolder.empty() ? "names no folder" : toUtf8(options.penaltyFolder) + " is no folder",
        "Name a folder of pictures of anything but the product, or use penalty=procedural.");
}

DetectorInfo row(const PdnShape& shape) {
    return {.reference = std::string(kPaper) +
                         ", EfficientAD: Accurate Visual Anomaly Detection at Millisecond-Level Latencies, "
                         "arXiv 2303.14535",
            .supervision = Supervision::GoodOnly,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneArchitectures = {shape.architecture, shape.architecture + "_narrow"},
            .params = schema(),
            .requireInputs = requireInputs,
            .estimateCost = [&shape](const CostQuestion& question) { return estimate(question, shape); }};
}
}  // namespace

EfficientAdOptions EfficientAdOptions::fromParams(const Json& params) {
    const std::string penalty = params.at("penalty").get<std::string>();
    return {.padding = params.at("padding").get<bool>(),
            .steps = params.at("steps").get<std::int64_t>(),
            .learningRate = params.at("learning_rate").get<double>(),
            .weightDecay = params.at("weight_decay").get<double>(),
            .jitter = params.at("ae_jitter").get<bool>(),
            .penalty = penalty == "procedural" ? PenaltyPictureSource::Procedural
                       : penalty == "folder"   ? PenaltyPictureSource::Folder
                                               : PenaltyPictureSource::None,
            .penaltyFolder = params.at("penalty_folder").get<std::string>(),
            .hardQuantile = params.at("hard_quantile").get<double>()};
}

double efficientAdRate(const EfficientAdOptions& options, std::int64_t step) {
    const auto full = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(kFullRateShare * static_cast<double>(options.steps)));
    return options.learningRate * (step < full ? 1.0 : kLateRate);
}

DetectorInfo efficientAdSmallRow() {
    DetectorInfo info = row(pdnShape("pdn_small"));
    info.key = "efficientad_small";
    info.title = "EfficientAD (small)";
    info.summary =
        "A small student imitates a teacher on good parts and fails on defects; an autoencoder sees "
        "what is out of place.";
    info.factory = "segadCreateEfficientAdSmall";
    return info;
}

DetectorInfo efficientAdMediumRow() {
    DetectorInfo info = row(pdnShape("pdn_medium"));
    info.key = "efficientad_medium";
    info.title = "EfficientAD (medium)";
    info.summary =
        "EfficientAD with the larger networks of the published figures; three times the work of the "
        "small one.";
    info.factory = "segadCreateEfficientAdMedium";
    return info;
}

}  // namespace segad
