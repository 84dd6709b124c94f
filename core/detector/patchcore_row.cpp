#include "core/detector/common_params.h"
#include "core/detector/patchcore_plan.h"
#include "core/detector/patchcore_row_p.h"
#include "core/detector/trunk_cost.h"
#include "core/detector/trunk_precision.h"

namespace segad {

namespace {
constexpr const char* kPaper = "Roth et al. 2022";

ParamSchema schema() {
    // Defaults are SegAD's settings (patchcore.md): 1 %, 9 neighbours, 256 px, layers 2 and 3.
    return {
        imageSizeParam("Roth et al. 2022, § 4.1"),
        resizeParam(ResizeMode::Linear, "anomalib 0.7"),
        {.key = "layers",
         .title = "Backbone layers",
         .type = ParamType::Choice,
         .defaultValue = "2,3",
         .choices = {"2,3", "1,2", "1,2,3", "2", "3", "2,3,4"},
         .help = "Layers whose features are joined; the first gives the grid of patches.",
         .reference = "Roth et al. 2022, § 3.1"},
        {.key = "coreset_ratio",
         .title = "Coreset ratio",
         .type = ParamType::Real,
         .defaultValue = 0.01,
         .minimum = 0.0001,
         .maximum = 1.0,
         .help = "Share of all patches that the memory bank keeps.",
         .reference = "Roth et al. 2022, § 3.2"},
        {.key = "neighbours",
         .title = "Neighbours",
         .type = ParamType::Int,
         .defaultValue = 9,
         .minimum = 1,
         .maximum = 100,
         .help = "Bank rows that weigh the image score; 1 turns the weight off.",
         .reference = "Roth et al. 2022, § 3.3, eq. 7"},
        {.key = "memory_limit",
         .title = "Memory limit",
         .type = ParamType::Int,
         .defaultValue = 1024,
         .minimum = 128,
         .maximum = 1048576,
         .unit = "MiB",
         .help =
             "Training keeps within this; what doesn't fit is computed twice or kept in a temporary file. "
             "The result is the same.",
         .reference = ""},
        {.key = "coreset_start",
         .title = "Coreset start",
         .type = ParamType::Choice,
         .defaultValue = "dropped",
         .choices = {"dropped", "kept"},
         .help = "Whether the random first patch joins the bank: dropped as in anomalib, kept as in the "
                 "algorithm.",
         .reference = "Roth et al. 2022, algorithm 1",
         .advanced = true},
        {.key = "projection",
         .title = "Random projection",
         .type = ParamType::Bool,
         .defaultValue = true,
         .help = "Selects the coreset in a sparse random projection; the bank itself is never projected.",
         .reference = "Roth et al. 2022, § 3.2",
         .advanced = true},
        {.key = "projection_epsilon",
         .title = "Projection distortion",
         .type = ParamType::Real,
         .defaultValue = 0.9,
         .minimum = 0.1,
         .maximum = 0.99,
         .help = "Allowed relative error of projected distances (Johnson–Lindenstrauss).",
         .reference = "anomalib 0.7",
         .advanced = true},
        {.key = "feature_upsampling",
         .title = "Upsampling of deep features",
         .type = ParamType::Choice,
         .defaultValue = "bilinear",
         .choices = {"bilinear", "nearest"},
         .help = "How deeper layers are brought to the grid of the first one.",
         .reference = "Roth et al. 2022, § 3.1",
         .advanced = true},
        {.key = "pool_border",
         .title = "Pooling at the border",
         .type = ParamType::Choice,
         .defaultValue = "counted",
         .choices = {"counted", "left_out"},
         .help = "Whether padding counts in the 3×3 mean of border patches.",
         .reference = "anomalib 0.7",
         .advanced = true},
        {.key = "map_upsampling",
         .title = "Upsampling of the map",
         .type = ParamType::Choice,
         .defaultValue = "nearest",
         .choices = {"nearest", "bilinear"},
         .help = "How patch scores become a map before it is blurred.",
         .reference = "anomalib 0.7",
         .advanced = true},
        blurSigmaParam("Roth et al. 2022, § 3.3"),
        precisionParam(),
    };
}

CostEstimate estimate(const CostQuestion& question) {
    // Operations a second of one core of a current processor in float32; the estimate is promised within a
    // factor of two.
    constexpr double kProductRate = 120e9;
    constexpr double kDistanceRate = 40e9;
    // Pairs of a patch and a bank row, nearly all of which a bound in few coordinates rules out.
    constexpr double kPairRate = 0.5e9;
    // The lazy selection skips most of the plain loop's pairs; such shares were left on real pictures, and
    // of them had to be looked at whole.
    constexpr double kMetShare = 0.25;
    constexpr double kWholeShare = 0.01;

    const PatchCoreOptions options = PatchCoreOptions::fromParams(question.params);
    const PatchCorePlan plan =
        planPatchCore(options, backboneOf(question).shape().channelsByLayer(), question.trainParts);
    const double threads = question.threads;
    const double trunk = trunkSeconds(question, options.input, options.layers.back());
    const double patches = static_cast<double>(plan.patches);
    const double selected = static_cast<double>(plan.selected);
    const double projection =
        plan.projects() ? 2.0 * patches * plan.dimension * plan.projected / (kProductRate * threads) : 0;
    const double selection = patches * selected / threads *
                             (kMetShare / kPairRate + kWholeShare * 3.0 * plan.projected / kDistanceRate);
    const double search = static_cast<double>(plan.patchesPerImage()) * selected / (kPairRate * threads);

    CostEstimate cost;
    cost.trainSeconds =
        static_cast<double>(plan.images) * trunk * (plan.secondPass() ? 2 : 1) + projection + selection;
    cost.scoreSecondsPerPart = trunk + search;
    cost.trainBytes = plan.memoryBytes;
    cost.scratchBytes = plan.scratchBytes;
    cost.modelBytes =
        plan.selected * (static_cast<std::uint64_t>(plan.dimension) * sizeof(float) + sizeof(std::int64_t));
    cost.scoreBytes = cost.modelBytes + kTrunkScoreBytes;
    return cost;
}
}  // namespace

DetectorInfo patchCoreRow() {
    return {.key = "patchcore",
            .title = "PatchCore",
            .summary =
                "Compares each patch of a part with a memory of patches of good parts; trains in one pass.",
            .reference = std::string(kPaper) +
                         ", Towards Total Recall in Industrial Anomaly Detection, arXiv 2106.08265",
            .supervision = Supervision::GoodOnly,
            .makesMaps = true,
            .usesBackbone = true,
            .backboneLayers = [](const Json& params) { return PatchCoreOptions::fromParams(params).layers; },
            .params = schema(),
            .estimateCost = estimate,
            .factory = "segadCreatePatchCore"};
}

}  // namespace segad
