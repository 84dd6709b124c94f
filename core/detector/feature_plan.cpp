#include "core/detector/feature_plan.h"

#include <numeric>

#include "core/detector/training_pictures.h"
#include "core/nn/backbones.h"

namespace segad {

FeatureBounds FeatureBounds::fromParams(const Json& params) {
    return {.memory = params.at("memory_limit").get<std::uint64_t>() << 20U,
            .scratch = params.at("cache_limit").get<std::uint64_t>() << 20U};
}

std::uint64_t FeaturePlan::floatsPerPart() const noexcept {
    return static_cast<std::uint64_t>(std::accumulate(floats.begin(), floats.end(), std::int64_t{0}));
}

FeaturePlan planFeatures(const NetworkInput& input, const std::vector<int>& layers,
                         const std::vector<int>& channels, std::uint64_t parts, const FeatureBounds& bounds) {
    FeaturePlan plan{.input = input, .layers = layers, .parts = parts};
    for (const int layer : layers) {
        plan.floats.push_back(std::int64_t{channels.at(static_cast<std::size_t>(layer - 1))} *
                              featureSide(input.size.height, layer) * featureSide(input.size.width, layer));
    }
    const std::uint64_t bytes = parts * plan.floatsPerPart() * sizeof(float);
    if (bytes <= bounds.memory) {
        plan.storage = FeatureStorage::Memory;
        plan.memoryBytes = bytes;
    } else if (bytes <= bounds.scratch) {
        plan.storage = FeatureStorage::Scratch;
        plan.scratchBytes = bytes;
    } else {
        plan.storage = FeatureStorage::Recomputed;
        const std::uint64_t pictures = TrainingPictures::bytes(parts, input);
        (pictures <= bounds.memory ? plan.memoryBytes : plan.scratchBytes) = pictures;
    }
    return plan;
}

const char* nameOf(FeatureStorage storage) noexcept {
    switch (storage) {
        case FeatureStorage::Memory:
            return "memory";
        case FeatureStorage::Scratch:
            return "temporary file";
        case FeatureStorage::Recomputed:
            break;
    }
    return "computed every epoch";
}

ParamSpec featureMemoryParam() {
    return {.key = "memory_limit",
            .title = "Memory for features",
            .type = ParamType::Int,
            .defaultValue = 1024,
            .minimum = 0,
            .maximum = 1048576,
            .unit = "MiB",
            .help =
                "The backbone's features of all parts are kept in memory up to this size, so that they are "
                "computed once; the result is the same without.",
            .reference = ""};
}

ParamSpec featureCacheParam() {
    return {.key = "cache_limit",
            .title = "Temporary file for features",
            .type = ParamType::Int,
            .defaultValue = 16384,
            .minimum = 0,
            .maximum = 16777216,
            .unit = "MiB",
            .help =
                "Features that exceed the memory go to a temporary file of at most this size; beyond it they "
                "are computed anew in every epoch.",
            .reference = "",
            .advanced = true};
}

}  // namespace segad
