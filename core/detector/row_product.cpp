#include "core/detector/row_product_torch.h"

namespace segad::nn {

namespace {
/// [k, p] -> [p, k, 1, 1]
at::Tensor kernelsOf(const at::Tensor& factor) {
    return factor.t().contiguous().view({factor.size(1), factor.size(0), 1, 1});
}
}  // namespace

RowProduct::RowProduct(const at::Tensor& factor, const at::Tensor& offset, const at::Device& device)
    : device_(device), product_(kernelsOf(factor), offset, {}, device) {}

at::Tensor RowProduct::operator()(const at::Tensor& rows) const {
    // Rows as pixels of a picture: [n, k] is [1, k, n, 1] in channels-last order.
    const at::Tensor picture = rows.view({1, rows.size(0), 1, rows.size(1)}).permute({0, 3, 1, 2});
    const at::Tensor products = product_(picture.to(device_)).permute({0, 2, 3, 1}).to(at::kCPU);
    return products.reshape({rows.size(0), products.size(3)}).contiguous();
}

}  // namespace segad::nn
