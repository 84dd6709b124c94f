#include "core/detector/patchcore_plan.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/nn/backbones.h"

namespace segad {

namespace {
/// Room for what is always there besides rows: pictures that were decoded ahead, one picture's
/// activations, the projection matrix.
constexpr std::uint64_t kWorkingBytes = 96ULL << 20U;
constexpr std::uint64_t kFloat = sizeof(float);
/// Selection keeps a bound, a counter and two nodes of its tournament for each patch.
constexpr std::uint64_t kSelectionBytesPerPatch = 80;

std::vector<int> parseLayers(const std::string& text) {
    std::vector<int> layers;
    for (const char c : text) {
        if (c >= '1' && c <= '4') layers.push_back(c - '0');
    }
    return layers;
}
}  // namespace

PatchCoreOptions PatchCoreOptions::fromParams(const Json& params) {
    const int side = params.at("image_size").get<int>();
    return {
        .input = {.size = {side, side},
                  .resize = params.at("resize") == "antialias" ? ResizeMode::Antialias : ResizeMode::Linear},
        .layers = parseLayers(params.at("layers").get<std::string>()),
        .poolCountsBorder = params.at("pool_border").get<std::string>() == "counted",
        .upsampleBilinear = params.at("feature_upsampling").get<std::string>() == "bilinear",
        .coresetRatio = params.at("coreset_ratio").get<double>(),
        .coresetKeepsStart = params.at("coreset_start").get<std::string>() == "kept",
        .projection = params.at("projection").get<bool>(),
        .projectionEpsilon = params.at("projection_epsilon").get<double>(),
        .neighbours = params.at("neighbours").get<int>(),
        .mapBilinear = params.at("map_upsampling").get<std::string>() == "bilinear",
        .blurSigma = params.at("blur_sigma").get<double>(),
        .memoryLimit = params.at("memory_limit").get<std::uint64_t>() << 20U};
}

int projectionDimension(std::uint64_t patches, double epsilon) {
    const double denominator = epsilon * epsilon / 2 - epsilon * epsilon * epsilon / 3;
    return std::max(1, static_cast<int>(4 * std::log(static_cast<double>(patches)) / denominator));
}

PatchCorePlan planPatchCore(const PatchCoreOptions& options, const std::vector<int>& channels,
                            std::uint64_t images) {
    if (images == 0) {
        throw Error(ErrorCode::InvalidData, "training parts", "there are none",
                    "Give at least one good part the role train.");
    }
    PatchCorePlan plan{.images = images};
    plan.gridWidth = featureSide(options.input.size.width, options.layers.front());
    plan.gridHeight = featureSide(options.input.size.height, options.layers.front());
    for (const int layer : options.layers)
        plan.dimension += channels.at(static_cast<std::size_t>(layer - 1));
    plan.patches = images * plan.patchesPerImage();
    // The product is formed in double, then truncated (§ 2); tiny sets keep one row.
    plan.selected = std::max<std::uint64_t>(
        1, static_cast<std::uint64_t>(static_cast<double>(plan.patches) * options.coresetRatio));
    const int wanted =
        options.projection ? projectionDimension(plan.patches, options.projectionEpsilon) : plan.dimension;
    plan.projected = std::min(wanted, plan.dimension);

    const std::uint64_t vectors = plan.patches * static_cast<std::uint64_t>(plan.dimension) * kFloat;
    const std::uint64_t projections =
        plan.projects() ? plan.patches * static_cast<std::uint64_t>(plan.projected) * kFloat : 0;
    const std::uint64_t rows = plan.projects() ? projections : vectors;  // what is selected from
    const std::uint64_t bank =
        plan.selected * static_cast<std::uint64_t>(plan.dimension + plan.projected) * kFloat;
    const std::uint64_t always = kWorkingBytes + plan.patches * kSelectionBytesPerPatch + bank;
    if (always + vectors + projections <= options.memoryLimit) {
        plan.storage = PatchStorage::Vectors;
        plan.memoryBytes = always + vectors + projections;
    } else if (plan.projects() && always + projections <= options.memoryLimit) {
        plan.storage = PatchStorage::Projections;
        plan.memoryBytes = always + projections;
    } else if (always <= options.memoryLimit) {
        plan.storage = PatchStorage::Scratch;
        plan.memoryBytes = always;
        plan.scratchBytes = rows;
    } else {
        throw Error(ErrorCode::OutOfMemory, "memory_limit",
                    "training on " + std::to_string(images) + " parts needs at least " +
                        std::to_string((always >> 20U) + 1) + " MiB",
                    "Raise the memory limit, lower the coreset ratio, or train on fewer parts.");
    }
    return plan;
}

}  // namespace segad
