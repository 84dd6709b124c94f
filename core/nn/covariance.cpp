#include <ATen/ops/conv2d.h>
#include <ATen/ops/linalg_eigh.h>

#include "core/nn/covariance_torch.h"

namespace segad::nn {

void Covariance::add(const at::Tensor& features) {
    const at::Tensor rows =
        features.detach().to(at::kDouble).permute({0, 2, 3, 1}).reshape({-1, features.size(1)}).cpu();
    const at::Tensor products = rows.t().mm(rows);
    const at::Tensor sum = rows.sum(0);
    products_ = products_.defined() ? products_ + products : products;
    sum_ = sum_.defined() ? sum_ + sum : sum;
    count_ += rows.size(0);
}

at::Tensor Covariance::matrix() const {
    const at::Tensor centre = mean();
    return products_ / static_cast<double>(count_) - at::outer(centre, centre);
}

at::Tensor Covariance::mean() const {
    return sum_ / static_cast<double>(count_);
}

Whitening::Whitening(const Covariance& of, const at::Device& device) {
    // Of the mean variance: axes along which next to nothing moves must not blow up rounding errors.
    constexpr double kSmallest = 1e-3;
    const auto [variances, axes] = at::linalg_eigh(of.matrix());
    const at::Tensor gains = variances.clamp_min(kSmallest * variances.mean().item<double>()).rsqrt();
    const at::Tensor root = (axes * gains).mm(axes.t());
    const std::int64_t channels = root.size(0);
    weight_ = root.to(at::kFloat)
                  .view({channels, channels, 1, 1})
                  .contiguous(at::MemoryFormat::ChannelsLast)
                  .to(device);
    bias_ = root.mv(of.mean()).neg().to(at::kFloat).to(device);
}

at::Tensor Whitening::operator()(const at::Tensor& features) const {
    return at::conv2d(features, weight_, bias_);
}

}  // namespace segad::nn
