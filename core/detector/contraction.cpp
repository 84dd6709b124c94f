#include <algorithm>
#include <cmath>
#include <vector>

#include <ATen/ops/linalg_eigh.h>
#include <ATen/ops/linalg_qr.h>

#include "core/base/random.h"
#include "core/detector/contraction_torch.h"
#include "core/detector/distance.h"

namespace segad::nn {

namespace {
constexpr double kUnit = 0x1p-24;         ///< of rounding in float32
constexpr double kShare = 0.9;            ///< of the variance: fewer axes, more rows to look at whole
constexpr std::int64_t kLanes = 16;       ///< a product's columns are padded to these anyway
constexpr std::int64_t kMostAxes = 127;   ///< with the last coordinate whole lanes
constexpr std::int64_t kMostRows = 4096;  ///< that axes are found with
constexpr int kTurns = 3;

/// Multiplies rows from the right by `factor` [k, p], float32. OpenBLAS takes newer processors for old ones.
PreparedConvolution productWith(const at::Tensor& factor) {
    const at::Tensor kernels = factor.to(at::kFloat).t().contiguous();
    return {
        kernels.view({kernels.size(0), kernels.size(1), 1, 1}), at::zeros({kernels.size(0)}), {}, at::kCPU};
}

/// rows [n, k] -> [n, p]
at::Tensor apply(const PreparedConvolution& product, const at::Tensor& rows) {
    // Rows as pixels of a picture: [n, k] is [1, k, n, 1] in channels-last order.
    const at::Tensor picture = rows.view({1, rows.size(0), 1, rows.size(1)}).permute({0, 3, 1, 2});
    const at::Tensor products = product(picture).permute({0, 2, 3, 1});
    return products.reshape({rows.size(0), products.size(3)});
}

at::Tensor orthonormal(const at::Tensor& columns) {
    return std::get<0>(at::linalg_qr(columns.to(at::kDouble)));
}

/// Directions drawn at random, the same ones each time.
at::Tensor randomDirections(std::int64_t dimension, std::int64_t count) {
    SplitMix64 random(0, "contraction");
    std::vector<double> values(static_cast<std::size_t>(dimension * count));
    std::ranges::generate(values, [&] { return random.uniform() - 0.5; });
    return at::tensor(values, at::kDouble).view({dimension, count});
}

/// The axes along which `centred` [n, D] varies most, by subspace iteration (Halko, Martinsson and Tropp
/// 2011, algorithm 4.4). Any orthonormal ones would be right; good ones make the search fast.
at::Tensor principalAxes(const at::Tensor& centred) {
    const std::int64_t most = std::min(centred.size(1), kMostAxes);
    at::Tensor axes = orthonormal(randomDirections(centred.size(1), most));
    const at::Tensor transposed = centred.t().contiguous();
    for (int turn = 0; turn < kTurns; ++turn)
        axes = orthonormal(apply(productWith(apply(productWith(axes), centred)), transposed));
    const at::Tensor along = apply(productWith(axes), centred).to(at::kDouble);
    const auto [variances, rotation] = at::linalg_eigh(along.t().mm(along));  // smallest first
    const double whole = centred.to(at::kDouble).square().sum().item<double>();
    const at::Tensor held = variances.flip(0).cumsum(0).contiguous();
    std::int64_t count = std::min(most, kLanes - 1);
    while (count < most && held[count - 1].item<double>() < kShare * whole)
        count = std::min(most, count + kLanes);
    return axes.mm(rotation.flip(1).slice(1, 0, count));
}
}  // namespace

Contraction::Contraction(const at::Tensor& rows)
    : mean_(rows.mean(0, false, at::kDouble).to(at::kFloat)), dimension_(rows.size(1)) {
    const std::int64_t step = (rows.size(0) + kMostRows - 1) / kMostRows;
    const at::Tensor axes = principalAxes(rows.slice(0, 0, rows.size(0), step) - mean_);
    axes_ = axes.size(1);
    projection_.emplace(productWith(at::cat({axes, at::zeros({dimension_, 1}, at::kDouble)}, 1)));
}

double Contraction::projectionError() const {
    // Each coordinate is a sum of D products; axes are orthonormal but for their rounding.
    return kUnit * std::sqrt(static_cast<double>(axes_)) * (static_cast<double>(dimension_) + 8);
}

Contraction::Contracted Contraction::operator()(const at::Tensor& rows) const {
    const std::int64_t count = rows.size(0);
    Contracted result{.coordinates = apply(*projection_, rows - mean_),
                      .squares = std::vector<double>(static_cast<std::size_t>(count))};
    float* coordinates = result.coordinates.data_ptr<float>();
    const float* values = rows.data_ptr<float>();
    const float* mean = mean_.data_ptr<float>();
    // The length that is left out must not come out too short by rounding: then it is no bound.
    const double most = 3 * projectionError();
    at::parallel_for(0, count, 64, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const double square =
                exactSquaredDistance(values + i * dimension_, mean, static_cast<std::size_t>(dimension_));
            float* row = coordinates + i * width();
            double kept = 0;
            for (std::int64_t axis = 0; axis < axes_; ++axis)
                kept += static_cast<double>(row[axis]) * static_cast<double>(row[axis]);
            row[axes_] = static_cast<float>(std::sqrt(std::max(0.0, square - kept) + most * square));
            result.squares[static_cast<std::size_t>(i)] = square;
        }
    });
    return result;
}

double Contraction::excess(double query, double bank) const {
    const double sum = query + bank;
    return (5 * projectionError() + 3 * kUnit * static_cast<double>(width() + 16)) * query * bank +
           4 * kUnit * sum * sum;
}

}  // namespace segad::nn
