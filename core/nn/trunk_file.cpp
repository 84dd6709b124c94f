#include <map>
#include <string>

#include "core/nn/trunk_file_p.h"

namespace segad {

namespace {
/// Half precision stays as it is: the same values in half the space. Everything else becomes float32.
DType storedType(DType type) {
    return type == DType::Float16 ? DType::Float16 : DType::Float32;
}
}  // namespace

std::unique_ptr<SafetensorsWriter> writeTrunk(const TensorFile& file, const RecognisedBackbone& backbone,
                                              const Path& folder, Job& job) {
    const std::vector<BackboneStage>& stages = backboneStages(backbone.architecture);
    std::vector<TensorSpec> specs;
    for (std::size_t i = 0; i < backbone.stageCount; ++i) {
        for (const TensorShape& tensor : stages[i].tensors) {
            const DType type = storedType(file.find(tensor.name)->dtype);
            specs.push_back({.name = tensor.name, .shape = tensor.shape, .dtype = type});
        }
    }
    const std::map<std::string, std::string> metadata{{"format", "segad-backbone-1"},
                                                      {"architecture", backbone.architecture}};
    auto out = std::make_unique<SafetensorsWriter>(folder, std::move(specs), metadata);
    for (std::size_t i = 0; i < out->order().size(); ++i) {
        out->append(file.load(out->order()[i].name).values);
        job.progress(i + 1, out->order().size());
    }
    return out;
}

}  // namespace segad
