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

}  // namespace segad::nn
