#include "core/nn/embedded_backbone.h"

#include "core/nn/recognise_backbone_p.h"

extern "C" {
extern const std::byte segadEmbeddedBackbone[];
extern const std::byte segadEmbeddedBackboneEnd[];
}

namespace segad {

namespace {
WeightEntry describe() {
    const TensorFile file = openEmbeddedWeights();
    const RecognisedBackbone backbone = recogniseBackbone(file);
    WeightEntry entry{.name = kEmbeddedBackbone,
                      .architecture = backbone.architecture,
                      .sha256 = file.sha256(),
                      .bytes = file.bytes(),
                      .sourceFile = "embedded.safetensors",
                      .sourceSha256 = file.sha256(),
                      .sourceBytes = file.bytes(),
                      .sourceFormat = std::string(toString(file.format())),
                      .origin = "part of this program",
                      .licence = "GPL-3.0-or-later, like the program"};
    const std::vector<BackboneStage>& stages = backboneStages(backbone.architecture);
    for (std::size_t i = 0; i < backbone.stageCount; ++i)
        entry.layers.push_back(stages[i].name);
    Job unwatched;
    entry.identities = backboneIdentities(file, backbone, unwatched);
    return entry;
}
}  // namespace

std::span<const std::byte> embeddedWeightBytes() noexcept {
    return {segadEmbeddedBackbone, segadEmbeddedBackboneEnd};
}

TensorFile openEmbeddedWeights() {
    return TensorFile::read("embedded.safetensors", embeddedWeightBytes());
}

const WeightEntry& embeddedWeights() {
    static const WeightEntry entry = describe();
    return entry;
}

std::vector<WeightEntry> availableWeights(const WeightStore& store) {
    std::vector<WeightEntry> entries = store.list();
    entries.push_back(embeddedWeights());
    return entries;
}

}  // namespace segad
