#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "core/detector/contraction_torch.h"
#include "core/detector/distance.h"
#include "core/detector/principal_axes.h"

namespace segad::nn {

namespace {
constexpr double kUnit = 0x1p-24;        ///< of rounding in float32
constexpr double kShare = 0.9;           ///< of the variance: fewer axes, more rows to look at whole
constexpr std::size_t kColumns = 16;     ///< a product's columns are padded to these anyway
constexpr std::size_t kMostAxes = 127;   ///< with the last coordinate whole columns
constexpr double kLargestSquare = 1e37;  ///< beyond, float32 may overflow
constexpr std::int64_t kPiece = 128;     ///< rows that are projected together: half a processor's own cache

/// As many of the axes as hold kShare of the variance; whole columns together with the last coordinate.
std::size_t enough(const std::vector<double>& shares) {
    std::size_t count = std::min(shares.size(), kColumns - 1);
    while (count < shares.size() &&
           std::accumulate(shares.begin(), shares.begin() + static_cast<std::ptrdiff_t>(count), 0.0) < kShare)
        count = std::min(shares.size(), count + kColumns);
    return count;
}
}  // namespace

Contraction::Contraction(const at::Tensor& rows) : dimension_(rows.size(1)) {
    const PrincipalAxes found =
        principalAxes(static_cast<std::size_t>(rows.size(0)), static_cast<std::size_t>(dimension_), kMostAxes,
                      [&](std::size_t row) {
                          return rows.data_ptr<float>() + static_cast<std::int64_t>(row) * dimension_;
                      });
    mean_ = at::tensor(found.mean, at::kFloat);
    axes_ = static_cast<std::int64_t>(enough(found.shares));
    const at::Tensor axes = at::tensor(found.axes, at::kDouble).view({-1, dimension_}).slice(0, 0, axes_);
    projection_.emplace(at::cat({axes, at::zeros({1, dimension_}, at::kDouble)}).t().to(at::kFloat),
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
