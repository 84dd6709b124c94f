#include "core/detector/principal_axes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "core/base/random.h"
#include "core/base/vector_code.h"

namespace segad {

namespace {
constexpr std::size_t kMostRows = 2048;
constexpr std::size_t kTogether = 4;  ///< rows that share the loads of the axes
constexpr std::size_t kLanes = 16;    ///< axes side by side
constexpr int kTurns = 3;

/// sums += Σ r (r · axes) over `count` rows, a multiple of kTogether; axes and sums [dimension][kLanes].
struct Multiply {
    [[gnu::always_inline]] static void run(const float* rows, std::size_t count, std::size_t dimension,
                                           const float* axes, float* sums) {
        for (std::size_t r = 0; r < count; r += kTogether) {
            const float* row = rows + r * dimension;
            FloatLanes along[kTogether] = {};
            for (std::size_t d = 0; d < dimension; ++d) {
                FloatLanes axis;
                loadLanes(axis, axes + d * kLanes);
                for (std::size_t k = 0; k < kTogether; ++k)
                    along[k] += row[k * dimension + d] * axis;
            }
            for (std::size_t d = 0; d < dimension; ++d) {
                FloatLanes sum;
                loadLanes(sum, sums + d * kLanes);
                for (std::size_t k = 0; k < kTogether; ++k)
                    sum += row[k * dimension + d] * along[k];
                std::memcpy(sums + d * kLanes, &sum, sizeof sum);
            }
        }
    }
};

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += a[d] * b[d];
    return sum;
}

/// Gram–Schmidt, twice, which is enough for double rounding; an axis of which nothing is left is drawn anew.
void orthonormalise(std::vector<double>& axes, std::size_t dimension, SplitMix64& random) {
    const auto axis = [&](std::size_t k) { return std::span(axes).subspan(k * dimension, dimension); };
    for (std::size_t k = 0; k < axes.size() / dimension; ++k) {
        const std::span<double> mine = axis(k);
        for (double left = 0; left < 0.5;) {
            const double length = std::sqrt(dot(mine, mine));
            for (double& value : mine)
                value = length > 0 ? value / length : random.uniform() - 0.5;
            if (length <= 0) continue;
            for (std::size_t earlier = 0; earlier < k; ++earlier) {
                const double shared = dot(mine, axis(earlier));
                for (std::size_t d = 0; d < dimension; ++d)
                    mine[d] -= shared * axis(earlier)[d];
            }
            left = std::sqrt(dot(mine, mine));
            if (left < 1e-12) std::ranges::fill(mine, 0);
        }
        const double length = std::sqrt(dot(mine, mine));
        for (double& value : mine)
            value /= length;
    }
}

/// Rows about their mean, in units of the largest value: axes do not depend on it, and squares can't
/// overflow.
class Sample {
public:
    Sample(std::size_t count, std::size_t dimension, const std::function<const float*(std::size_t)>& row)
        : dimension_(dimension), mean_(dimension) {
        const std::size_t step = (count + kMostRows - 1) / kMostRows;
        const std::size_t taken = (count + step - 1) / step;
        rows_.resize((taken + kTogether - 1) / kTogether * kTogether * dimension);
        for (std::size_t r = 0; r < taken; ++r) {
            float* mine = &rows_[r * dimension];
            std::copy_n(row(r * step), dimension, mine);
            for (std::size_t d = 0; d < dimension; ++d)
                mean_[d] += static_cast<double>(mine[d]) / static_cast<double>(taken);
        }
        double largest = std::numeric_limits<double>::min();
        const auto centred = [&](std::size_t r, std::size_t d) {
            return static_cast<double>(rows_[r * dimension + d]) - mean_[d];
        };
        for (std::size_t r = 0; r < taken; ++r) {
            for (std::size_t d = 0; d < dimension; ++d)
                largest = std::max(largest, std::abs(centred(r, d)));
        }
        for (std::size_t r = 0; r < taken; ++r) {
            for (std::size_t d = 0; d < dimension; ++d)
                rows_[r * dimension + d] = static_cast<float>(centred(r, d) / largest);
        }
    }

    const std::vector<double>& mean() const { return mean_; }

    /// Each axis times the rows' scatter matrix.
    std::vector<double> scattered(const std::vector<double>& axes) const {
        static const auto kernel = widest<Multiply>();
        const std::size_t count = axes.size() / dimension_;
        std::vector<double> result(axes.size());
        for (std::size_t first = 0; first < count; first += kLanes) {
            const std::size_t lanes = std::min(kLanes, count - first);
            std::vector<float> some(dimension_ * kLanes);
            std::vector<float> sums(dimension_ * kLanes);
            for (std::size_t k = 0; k < lanes; ++k) {
                for (std::size_t d = 0; d < dimension_; ++d)
                    some[d * kLanes + k] = static_cast<float>(axes[(first + k) * dimension_ + d]);
            }
            kernel(rows_.data(), rows_.size() / dimension_, dimension_, some.data(), sums.data());
            for (std::size_t k = 0; k < lanes; ++k) {
                for (std::size_t d = 0; d < dimension_; ++d)
                    result[(first + k) * dimension_ + d] = static_cast<double>(sums[d * kLanes + k]);
            }
        }
        return result;
    }

    double scatter() const {
        double sum = 0;
        for (const float value : rows_)
            sum += static_cast<double>(value) * static_cast<double>(value);
        return sum;
    }

private:
    std::size_t dimension_;
    std::vector<double> mean_;
    std::vector<float> rows_;
};
}  // namespace

PrincipalAxes principalAxes(std::size_t count, std::size_t dimension, std::size_t most,
                            const std::function<const float*(std::size_t)>& row) {
    const Sample sample(count, dimension, row);
    SplitMix64 random(0, "principal axes");
    std::vector<double> axes(std::min(most, dimension) * dimension);
    std::ranges::generate(axes, [&] { return random.uniform() - 0.5; });
    orthonormalise(axes, dimension, random);
    for (int turn = 0; turn < kTurns; ++turn) {
        axes = sample.scattered(axes);
        orthonormalise(axes, dimension, random);
    }
    PrincipalAxes result{.mean = sample.mean(), .axes = std::move(axes), .shares = {}};
    const std::vector<double> scattered = sample.scattered(result.axes);
    const double whole = std::max(sample.scatter(), std::numeric_limits<double>::min());
    for (std::size_t k = 0; k < result.axes.size() / dimension; ++k) {
        const auto part = [&](const std::vector<double>& of) {
            return std::span(of).subspan(k * dimension, dimension);
        };
        result.shares.push_back(dot(part(result.axes), part(scattered)) / whole);
    }
    return result;
}

}  // namespace segad
