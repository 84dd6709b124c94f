#include <cmath>

#include "core/base/error.h"
#include "core/detector/finite_torch.h"

namespace segad::nn {

void requireFinite(const at::Tensor& features, const std::string& subject) {
    // A sum is finite only if all its terms are.
    if (std::isfinite(features.sum(at::kDouble).item<double>())) return;
    throw Error(ErrorCode::InvalidData, subject, "gives features that are not finite",
                "Check the picture and the backbone weights (segad weights verify).");
}

}  // namespace segad::nn
