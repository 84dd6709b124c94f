#include "tests/core/nn/backbone_files.h"

#include <functional>
#include <numeric>

#include "core/base/random.h"
#include "core/nn/safetensors_writer.h"
#include "tests/core/nn/weight_builders.h"

namespace segad::test {

namespace {
std::string bytesOf(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}
}  // namespace

MadeBackbone madeBackbone(const std::string& architecture, std::size_t stages, std::uint64_t seed) {
    MadeBackbone made;
    for (std::size_t i = 0; i < stages; ++i) {
        for (const TensorShape& tensor : backboneStages(architecture)[i].tensors) {
            const auto count = std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1},
                                               std::multiplies<>());
            const int lowest = tensor.name.ends_with("running_var") ? 1 : -200;
            SplitMix64 random(seed, tensor.name);
            std::vector<float> values(static_cast<std::size_t>(count));
            for (float& value : values)
                value = static_cast<float>(lowest + static_cast<int>(random.below(255))) / 64;
            made[tensor.name] = {tensor.shape, std::move(values)};
        }
    }
    return made;
}

void writeBackbone(const Path& file, const MadeBackbone& backbone, DType dtype) {
    std::vector<TensorView> views;
    for (const auto& [name, tensor] : backbone)
        views.push_back({{name, tensor.shape, dtype}, tensor.values});
    writeSafetensors(file, views, {{"source", "made up"}});
}

void writeBackboneLegacy(const Path& file, const MadeBackbone& backbone, std::int64_t width) {
    std::vector<std::pair<std::string, TensorWords>> tensors;
    std::vector<Storage> storages;
    const auto add = [&](const std::string& name, const std::vector<std::int64_t>& shape,
                         const std::string& storageClass, std::size_t size, const std::string& data) {
        const auto count = static_cast<std::int64_t>(data.size() / size);
        const std::string key = std::to_string(94000000 + storages.size());
        std::vector<std::int64_t> strides(shape.size(), 1);
        for (std::size_t i = shape.size(); i-- > 1;)
            strides[i - 1] = strides[i] * shape[i];
        tensors.push_back(
            {name,
             {.storageClass = storageClass, .key = key, .count = count, .shape = shape, .strides = strides}});
        storages.push_back({key, count, data});
    };
    for (const auto& [name, tensor] : backbone) {
        add(name, tensor.shape, "FloatStorage", sizeof(float), bytesOf(tensor.values));
        if (!name.ends_with("running_var")) continue;
        const std::string counter = name.substr(0, name.rfind('.')) + ".num_batches_tracked";
        add(counter, {}, "LongStorage", sizeof(std::int64_t), le64(7));
    }
    add("fc.weight", {10, width}, "FloatStorage", sizeof(float),
        std::string(static_cast<std::size_t>(10 * width) * sizeof(float), '\0'));
    add("fc.bias", {10}, "FloatStorage", sizeof(float), std::string(10 * sizeof(float), '\0'));
    writeBytes(file, legacyFile(stateDict(Container::Legacy, tensors), storages));
}

}  // namespace segad::test
