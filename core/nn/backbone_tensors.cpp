#include "core/nn/backbone_tensors.h"

#include <map>

#include "core/nn/backbone_shape.h"
#include "core/nn/pdn_shape.h"

namespace segad {

namespace {
void addConvolution(BackboneStage& stage, const std::string& name, std::vector<std::int64_t> shape) {
    stage.tensors.push_back({name + ".weight", std::move(shape)});
}

void addBatchNorm(BackboneStage& stage, const std::string& name, std::int64_t channels) {
    for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
        stage.tensors.push_back({name + part, {channels}});
    }
}

void addBlock(BackboneStage& stage, const BackboneShape& shape, int layer, int block) {
    const std::string name = stage.name + "." + std::to_string(block);
    const std::int64_t mid = shape.innerChannels(layer);
    const std::int64_t out = shape.outerChannels(layer);
    const std::int64_t in = block == 0 ? shape.inputChannels(layer) : out;
    if (shape.bottleneck) {
        addConvolution(stage, name + ".conv1", {mid, in, 1, 1});
        addBatchNorm(stage, name + ".bn1", mid);
        addConvolution(stage, name + ".conv2", {mid, mid, 3, 3});
        addBatchNorm(stage, name + ".bn2", mid);
        addConvolution(stage, name + ".conv3", {out, mid, 1, 1});
        addBatchNorm(stage, name + ".bn3", out);
    } else {
        addConvolution(stage, name + ".conv1", {mid, in, 3, 3});
        addBatchNorm(stage, name + ".bn1", mid);
        addConvolution(stage, name + ".conv2", {out, mid, 3, 3});
        addBatchNorm(stage, name + ".bn2", out);
    }
    if (block == 0 && shape.hasProjection(layer)) {
        addConvolution(stage, name + ".downsample.0", {out, in, 1, 1});
        addBatchNorm(stage, name + ".downsample.1", out);
    }
}

std::vector<BackboneStage> stagesOf(const BackboneShape& shape) {
    std::vector<BackboneStage> stages(1);
    stages[0].name = "stem";
    addConvolution(stages[0], "conv1", {shape.stem, 3, 7, 7});
    addBatchNorm(stages[0], "bn1", shape.stem);
    for (int layer = 1; layer <= shape.layerCount; ++layer) {
        BackboneStage stage{.name = "layer" + std::to_string(layer)};
        for (int block = 0; block < shape.blockCount(layer); ++block)
            addBlock(stage, shape, layer, block);
        stages.push_back(std::move(stage));
    }
    return stages;
}

BackboneStage teacherStage(const PdnShape& shape) {
    BackboneStage stage{.name = kTeacherStage};
    for (const PdnConvolution& c : shape.convolutions(kTeacherChannels)) {
        const std::string name = std::to_string(c.index);
        addConvolution(stage, name, {c.out, c.in, c.kernel, c.kernel});
        stage.tensors.push_back({name + ".bias", {c.out}});
    }
    return stage;
}
}  // namespace

std::vector<std::string> weightArchitectures() {
    std::vector<std::string> names;
    for (const BackboneShape& shape : backboneShapes())
        names.push_back(shape.architecture);
    for (const PdnShape& shape : pdnShapes())
        names.push_back(shape.architecture);
    return names;
}

const std::vector<BackboneStage>& backboneStages(std::string_view architecture) {
    static const std::map<std::string, std::vector<BackboneStage>, std::less<>> all = [] {
        std::map<std::string, std::vector<BackboneStage>, std::less<>> made;
        for (const BackboneShape& shape : backboneShapes())
            made[shape.architecture] = stagesOf(shape);
        for (const PdnShape& shape : pdnShapes())
            made[shape.architecture] = {teacherStage(shape)};
        return made;
    }();
    const auto found = all.find(architecture);
    // What is neither a teacher nor a backbone is refused by the table of backbones, with the known names.
    return found != all.end() ? found->second : all.at(backboneShape(architecture).architecture);
}

}  // namespace segad
