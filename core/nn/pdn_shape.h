// The shape of a patch description network (PDN), EfficientAD's teacher and student (Batzner, Heckler and
// König 2024, tables 6 and 7): plain convolutions with bias, ReLU between them, two mean poolings.
// Torch-free, and the one place that says it; tensor names, modules and cost estimates follow from it.
//
// The narrow forms are this project's own: a quarter of the channels and about a seventh of the work, for
// computers without a graphics card. Nobody publishes teachers for them; `segad distil` makes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace segad {

/// Channels of a teacher's output; a student gives them twice (teacher's, then autoencoder's).
inline constexpr int kTeacherChannels = 384;

struct PdnConvolution {
    int index = 0;  ///< in the published sequential container: tensors "<index>.weight" and "<index>.bias"
    int in = 0;
    int out = 0;
    int kernel = 0;
    int padding = 0;      ///< with padding on; 0 without
    bool pooled = false;  ///< a 2×2 mean with stride 2 follows its ReLU
};

struct PdnShape {
    std::string architecture;  ///< "pdn_small", "pdn_medium" and their narrow forms
    std::string title;
    bool medium = false;
    int divisor = 1;  ///< of the published numbers of channels

    /// In order; the last has `out` channels and no ReLU.
    std::vector<PdnConvolution> convolutions(int out) const;
};

const std::vector<PdnShape>& pdnShapes();

/// nullptr for an unknown architecture.
const PdnShape* findPdnShape(std::string_view architecture) noexcept;

/// Throws Error{NotFound} that lists the known ones.
const PdnShape& pdnShape(std::string_view architecture);

/// Side of the output for a picture of 256 pixels: 64 with padding, 56 without.
constexpr int pdnSide(bool padding) noexcept {
    return padding ? 64 : 56;
}

/// Floating-point operations (2 per multiply-add) of one side × side picture, with padding.
double pdnFlops(const PdnShape& shape, int out, int side);

}  // namespace segad
