// Names and shapes of the tensors of the backbones the program knows, stage by stage, as torchvision and
// timm call them (He et al. 2016; Zagoruyko and Komodakis 2016), and of EfficientAD's teachers, as published
// for them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace segad {

struct TensorShape {
    std::string name;
    std::vector<std::int64_t> shape;
};

/// A stage and its tensors in the order of the forward pass: convolution weights and, for each BatchNorm,
/// weight, bias, running_mean and running_var; then the head, where the
/// shape has one. num_batches_tracked is optional everywhere and not listed.
struct BackboneStage {
    std::string name;  ///< "stem", "layer1", …
    std::vector<TensorShape> tensors;
};

/// The one stage of EfficientAD's teachers.
inline constexpr const char* kTeacherStage = "teacher";

/// Every architecture of backbone_shape.h and pdn_shape.h, in the order in which an unknown file is compared
/// with them.
std::vector<std::string> weightArchitectures();

/// Stem and layers of a backbone; for a teacher kTeacherStage alone. Throws Error{NotFound} for an unknown
/// architecture.
const std::vector<BackboneStage>& backboneStages(std::string_view architecture);

}  // namespace segad
