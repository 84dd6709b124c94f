// Weight files with the names and shapes of real backbones and small made-up values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/nn/backbone_tensors.h"
#include "core/nn/tensor_file.h"

namespace segad::test {

/// Shape and values by name; change it before writing to spoil it.
struct MadeTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> values;
};
using MadeBackbone = std::map<std::string, MadeTensor>;

/// The first `stages` stages of an architecture (2 = stem and layer1). Values are multiples of 1/64 below 4,
/// so that half precision holds them exactly; variances are positive. Another seed gives other values.
MadeBackbone madeBackbone(const std::string& architecture, std::size_t stages, std::uint64_t seed = 1);

/// Writes it as safetensors of float32 or float16.
void writeBackbone(const Path& file, const MadeBackbone& backbone, DType dtype = DType::Float32);

/// Writes it as PyTorch's old format, in the order of the map, with num_batches_tracked after each BatchNorm
/// and an fc layer, as torchvision's files have them.
void writeBackboneLegacy(const Path& file, const MadeBackbone& backbone, std::int64_t width);

}  // namespace segad::test
