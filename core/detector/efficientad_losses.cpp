#include <cmath>
#include <vector>

#include "core/base/quantile.h"
#include "core/detector/efficientad_losses_torch.h"

namespace segad::nn {

namespace {
template <class Value>
double quantileAmong(const at::Tensor& values, double q) {
    // In any order: a quantile does not depend on it.
    const at::Tensor flat = values.detach().to(at::kCPU).permute({0, 2, 3, 1}).contiguous();
    const Value* first = flat.data_ptr<Value>();
    std::vector<Value> elements(first, first + flat.numel());
    return upperQuantileInPlace(std::span(elements), q);
}
}  // namespace

double quantileOf(const at::Tensor& values, double q) {
    if (values.scalar_type() == at::kDouble) return quantileAmong<double>(values, q);
    return quantileAmong<float>(values, q);
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
