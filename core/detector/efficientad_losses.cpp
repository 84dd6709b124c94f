#include <algorithm>
#include <cmath>
#include <vector>

#include "core/detector/efficientad_losses_torch.h"

namespace segad::nn {

namespace {
template <class Value>
double quantileAmong(std::vector<Value> values, double q) {
    const double rank = q * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(std::floor(rank));
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[static_cast<std::size_t>(below)];
    if (below + 1 == std::ssize(values)) return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end());
    return low + (high - low) * (rank - static_cast<double>(below));
}

template <class Value>
std::vector<Value> elements(const at::Tensor& values) {
    // In any order: a quantile does not depend on it.
    const at::Tensor flat = values.detach().to(at::kCPU).permute({0, 2, 3, 1}).contiguous();
    const Value* first = flat.data_ptr<Value>();
    return {first, first + flat.numel()};
}
}  // namespace

double quantileOf(const at::Tensor& values, double q) {
    if (values.scalar_type() == at::kDouble) return quantileAmong(elements<double>(values), q);
    return quantileAmong(elements<float>(values), q);
}

HardLoss hardFeatureLoss(const at::Tensor& teacher, const at::Tensor& student, double q) {
    const at::Tensor errors = (teacher - student).square();
    // With elements that are no numbers there is no order; the loss says so by being none itself.
    if (!std::isfinite(errors.detach().sum().item<double>())) return {errors.mean(), std::nan("")};
    const double threshold = quantileOf(errors, q);
    const at::Tensor hard = (errors.detach() >= threshold).to(errors.scalar_type());
    return {(errors * hard).sum() / hard.sum(), threshold};
}

at::Tensor penaltyLoss(const at::Tensor& student) {
    return student.square().mean();
}

at::Tensor squaredLoss(const at::Tensor& a, const at::Tensor& b) {
    return (a - b).square().mean();
}

}  // namespace segad::nn
