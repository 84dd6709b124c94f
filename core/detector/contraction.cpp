#include <algorithm>
#include <cmath>
#include <limits>
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
constexpr std::int64_t kColumns = 16;     ///< a product's columns are padded to these anyway
constexpr std::int64_t kMostAxes = 127;   ///< with the last coordinate whole lanes
constexpr std::int64_t kMostRows = 4096;  ///< that axes are found with
constexpr double kLargestSquare = 1e37;   ///< beyond, float32 may overflow
constexpr int kTurns = 3;
constexpr std::int64_t kPiece = 128;  ///< rows that are projected together: half a processor's own cache

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

/// The axes along which `rows` [n, D], centred, vary most, by subspace iteration (Halko, Martinsson and Tropp
/// 2011, algorithm 4.4). Any orthonormal ones would be right; good ones make the search fast.
at::Tensor principalAxes(const at::Tensor& rows) {
    // Axes do not depend on the unit; squares must not overflow.
    const at::Tensor centred = rows / rows.abs().max().clamp_min(std::numeric_limits<float>::min());
    const std::int64_t most = std::min(centred.size(1), kMostAxes);
    at::Tensor axes = orthonormal(randomDirections(centred.size(1), most));
    const at::Tensor transposed = centred.t().contiguous();
    const auto product = [](const at::Tensor& each, const at::Tensor& factor) {
        return RowProduct(factor.to(at::kFloat), at::zeros({factor.size(1)}), at::kCPU)(each);
    };
    for (int turn = 0; turn < kTurns; ++turn)
        axes = orthonormal(product(transposed, product(centred, axes)));
    const at::Tensor along = product(centred, axes).to(at::kDouble);
    const auto [variances, rotation] = at::linalg_eigh(along.t().mm(along));  // smallest first
    const double whole = centred.to(at::kDouble).square().sum().item<double>();
    const at::Tensor held = variances.flip(0).cumsum(0).contiguous();
    std::int64_t count = std::min(most, kColumns - 1);
    while (count < most && held[count - 1].item<double>() < kShare * whole)
        count = std::min(most, count + kColumns);
    return axes.mm(rotation.flip(1).slice(1, 0, count));
}
}  // namespace

Contraction::Contraction(const at::Tensor& rows)
    : mean_(rows.mean(0, false, at::kDouble).to(at::kFloat)), dimension_(rows.size(1)) {
    const std::int64_t step = (rows.size(0) + kMostRows - 1) / kMostRows;
    const at::Tensor axes = principalAxes(rows.slice(0, 0, rows.size(0), step) - mean_);
    axes_ = axes.size(1);
    projection_.emplace(at::cat({axes, at::zeros({dimension_, 1}, at::kDouble)}, 1).to(at::kFloat),
                        at::zeros({width()}), at::kCPU);
}

double Contraction::projectionError() const {
    // Each coordinate is a sum of D products; axes are orthonormal but for their rounding.
    return kUnit * std::sqrt(static_cast<double>(axes_)) * (static_cast<double>(dimension_) + 8);
}

Contraction::Contracted Contraction::operator()(const at::Tensor& rows) const {
    const std::int64_t count = rows.size(0);
    Contracted result{.coordinates = at::empty({count, width()}),
                      .squares = std::vector<double>(static_cast<std::size_t>(count))};
    const float* mean = mean_.data_ptr<float>();
    // The length that is left out must not come out too short by rounding: then it is no bound.
    const double most = 3 * projectionError();
    const Pieces pieces(count, kPiece);
    for (std::int64_t k = 0; k < pieces.count(); ++k) {
        const std::int64_t first = pieces.first(k);
        const at::Tensor piece = rows.slice(0, first, first + pieces.size());
        const at::Tensor projected = (*projection_)(piece - mean_);
        for (std::int64_t i = 0; i < pieces.size(); ++i) {
            const double square = exactSquaredDistance(piece.data_ptr<float>() + i * dimension_, mean,
                                                       static_cast<std::size_t>(dimension_));
            const float* from = projected.data_ptr<float>() + i * width();
            float* to = result.coordinates.data_ptr<float>() + (first + i) * width();
            double kept = 0;
            for (std::int64_t axis = 0; axis < axes_; ++axis) {
                to[axis] = from[axis];
                kept += static_cast<double>(from[axis]) * static_cast<double>(from[axis]);
            }
            to[axes_] = static_cast<float>(std::sqrt(std::max(0.0, square - kept) + most * square));
            result.squares[static_cast<std::size_t>(first + i)] = square;
        }
    }
    return result;
}

double Contraction::excess(double query, double bank) const {
    const double sum = query + bank;
    if (!(sum * sum < kLargestSquare)) return std::numeric_limits<double>::infinity();
    return (5 * projectionError() + 3 * kUnit * static_cast<double>(width() + 16)) * query * bank +
           4 * kUnit * sum * sum;
}

}  // namespace segad::nn
