#include "core/nn/weight_trim.h"

#include <algorithm>

#include "core/nn/embedded_backbone.h"
#include "core/nn/trunk_file_p.h"

namespace segad {

WeightEntry trimWeights(const WeightEntry& entry, std::string_view lastStage, const Path& folder, Job& job) {
    const TensorFile file = entry.file.empty() ? openEmbeddedWeights() : WeightStore().open(entry);
    const auto last = std::ranges::find(entry.layers, lastStage);
    if (last == entry.layers.end()) {
        throw Error(ErrorCode::MissingWeights, entry.name, "has no " + std::string(lastStage),
                    "Import weights that have it.");
    }
    const auto stages = static_cast<std::size_t>(last - entry.layers.begin()) + 1;
    WeightEntry trimmed = entry;
    trimmed.layers.resize(stages);
    trimmed.identities.resize(stages);
    const auto out =
        writeTrunk(file, {.architecture = entry.architecture, .stageCount = stages}, folder, job);
    trimmed.file = folder / out->commitByHash();
    trimmed.sha256 = trimmed.file.stem().string();
    trimmed.bytes = std::filesystem::file_size(trimmed.file);
    return trimmed;
}

}  // namespace segad
