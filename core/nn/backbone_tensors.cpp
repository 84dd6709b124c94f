#include "core/nn/backbone_tensors.h"

#include <map>

#include "core/base/error.h"

namespace segad {

namespace {
struct Plan {
    bool bottleneck;
    std::vector<int> blocks;        ///< per layer
    std::vector<std::int64_t> mid;  ///< width of the 3×3 convolutions, per layer
    std::int64_t expansion;         ///< output width = mid · expansion
};

const std::map<std::string, Plan, std::less<>>& plans() {
    // A wide bottleneck doubles the inner width only: 128 → 256 where ResNet-50 has 64 → 256.
    static const std::map<std::string, Plan, std::less<>> all{
        {"resnet18", {false, {2, 2, 2, 2}, {64, 128, 256, 512}, 1}},
        {"wide_resnet50_2", {true, {3, 4, 6, 3}, {128, 256, 512, 1024}, 2}}};
    return all;
}

void addConvolution(BackboneStage& stage, const std::string& name, std::vector<std::int64_t> shape) {
    stage.tensors.push_back({name + ".weight", std::move(shape)});
}

void addBatchNorm(BackboneStage& stage, const std::string& name, std::int64_t channels) {
    for (const char* part : {".weight", ".bias", ".running_mean", ".running_var"}) {
        stage.tensors.push_back({name + part, {channels}});
    }
}

void addBlock(BackboneStage& stage, const Plan& plan, const std::string& name, std::int64_t in,
              std::int64_t mid, bool projected) {
    const std::int64_t out = mid * plan.expansion;
    if (plan.bottleneck) {
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
    if (projected) {
        addConvolution(stage, name + ".downsample.0", {out, in, 1, 1});
        addBatchNorm(stage, name + ".downsample.1", out);
    }
}

std::vector<BackboneStage> stagesOf(const Plan& plan) {
    std::vector<BackboneStage> stages(1);
    stages[0].name = "stem";
    addConvolution(stages[0], "conv1", {64, 3, 7, 7});
    addBatchNorm(stages[0], "bn1", 64);
    std::int64_t in = 64;
    for (std::size_t layer = 0; layer < plan.blocks.size(); ++layer) {
        BackboneStage stage{.name = "layer" + std::to_string(layer + 1)};
        for (int block = 0; block < plan.blocks[layer]; ++block) {
            const std::int64_t out = plan.mid[layer] * plan.expansion;
            // The skip is projected where size or width changes: layer1 halves nothing.
            const bool projected = block == 0 && (layer > 0 || in != out);
            addBlock(stage, plan, stage.name + "." + std::to_string(block), in, plan.mid[layer], projected);
            in = out;
        }
        stages.push_back(std::move(stage));
    }
    return stages;
}

[[noreturn]] void throwUnknown(std::string_view architecture) {
    throw Error(ErrorCode::NotFound, std::string(architecture), "not a backbone this program knows",
                "Use resnet18 or wide_resnet50_2.");
}
}  // namespace

const std::vector<std::string>& knownBackbones() {
    static const std::vector<std::string> names{"resnet18", "wide_resnet50_2"};
    return names;
}

const std::vector<BackboneStage>& backboneStages(std::string_view architecture) {
    static const std::map<std::string, std::vector<BackboneStage>, std::less<>> all = [] {
        std::map<std::string, std::vector<BackboneStage>, std::less<>> made;
        for (const auto& [name, plan] : plans())
            made[name] = stagesOf(plan);
        return made;
    }();
    const auto found = all.find(architecture);
    if (found == all.end()) throwUnknown(architecture);
    return found->second;
}

std::int64_t backboneWidth(std::string_view architecture) {
    const auto found = plans().find(architecture);
    if (found == plans().end()) throwUnknown(architecture);
    return found->second.mid.back() * found->second.expansion;
}

}  // namespace segad
