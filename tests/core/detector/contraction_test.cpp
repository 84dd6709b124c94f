// A contraction never makes a distance longer, whatever the rows are like; what the search concludes from it
// is in patch_bank_test.cpp.
#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/detector/contraction_torch.h"
#include "core/detector/distance.h"
#include "core/nn/runtime_torch.h"

namespace segad {
namespace {
using nn::Contraction;

/// Rows around `centre` that vary by `deviations` along the coordinates, mixed with each other when asked.
at::Tensor rowsOf(std::int64_t count, const std::vector<double>& deviations, double centre, bool mixed,
                  std::uint64_t seed = 1) {
    SplitMix64 random(seed);
    const auto dimension = static_cast<std::int64_t>(deviations.size());
    at::Tensor rows = at::empty({count, dimension});
    float* value = rows.data_ptr<float>();
    for (std::int64_t i = 0; i < rows.numel(); ++i)
        value[i] = static_cast<float>(deviations[static_cast<std::size_t>(i % dimension)] * random.normal());
    if (mixed) {
        at::Tensor mix = at::empty({dimension, dimension});
        for (std::int64_t i = 0; i < mix.numel(); ++i)
            mix.data_ptr<float>()[i] = static_cast<float>(random.normal());
        rows = rows.matmul(mix);
    }
    return rows + centre;
}

std::vector<double> falling(std::size_t dimension, double by) {
    std::vector<double> deviations;
    for (std::size_t d = 0; d < dimension; ++d)
        deviations.push_back(std::pow(by, static_cast<double>(d)));
    return deviations;
}

class ContractionTest : public testing::Test {
protected:
    ContractionTest() { nn::enterTorch(); }

    /// Largest amount by which a bound is above the true squared distance, less what excess() admits; and
    /// the mean share of the true one that the bound is.
    struct Tightness {
        double above = -INFINITY;
        double share = 0;
    };
    static Tightness tightness(const at::Tensor& rows, const at::Tensor& queries) {
        const Contraction contraction(rows);
        const Contraction::Contracted bank = contraction(rows);
        const Contraction::Contracted asked = contraction(queries);
        const auto dimension = static_cast<std::size_t>(rows.size(1));
        Tightness result;
        for (std::int64_t q = 0; q < queries.size(0); ++q) {
            for (std::int64_t b = 0; b < rows.size(0); ++b) {
                const double square =
                    exactSquaredDistance(queries.data_ptr<float>() + q * queries.size(1),
                                         rows.data_ptr<float>() + b * rows.size(1), dimension);
                const double querySquare = asked.squares[static_cast<std::size_t>(q)];
                const double bankSquare = bank.squares[static_cast<std::size_t>(b)];
                float product = 0;
                for (std::int64_t k = 0; k < contraction.width(); ++k) {
                    product += asked.coordinates.data_ptr<float>()[q * contraction.width() + k] *
                               bank.coordinates.data_ptr<float>()[b * contraction.width() + k];
                }
                const double bound =
                    static_cast<double>(static_cast<float>(bankSquare) - 2 * product) + querySquare;
                const double excess = contraction.excess(std::sqrt(querySquare), std::sqrt(bankSquare));
                result.above = std::max(result.above, bound - square - excess);
                result.share += bound / square / static_cast<double>(rows.size(0) * queries.size(0));
            }
        }
        return result;
    }

    c10::InferenceMode inference_;
};

TEST_F(ContractionTest, NeverMakesADistanceLonger) {
    for (const double centre : {0.0, 1000.0}) {
        for (const std::size_t dimension : {1U, 3U, 15U, 16U, 40U, 200U}) {
            for (const double by : {1.0, 0.9, 0.5}) {
                const std::vector<double> deviations = falling(dimension, by);
                const at::Tensor rows = rowsOf(60, deviations, centre, dimension == 40);
                const at::Tensor queries = rowsOf(20, deviations, centre + 0.3, dimension == 40, 2);
                EXPECT_LE(tightness(rows, queries).above, 0) << dimension << ", " << by << ", " << centre;
            }
        }
    }
}

TEST_F(ContractionTest, NeverMakesADistanceLongerWhereRowsDoNotVaryOrLieFarOff) {
    const at::Tensor same = at::full({5, 20}, 3.0F);
    EXPECT_LE(tightness(same, same + 1).above, 0);
    EXPECT_LE(tightness(same.slice(0, 0, 1), rowsOf(4, falling(20, 1), 0, false)).above, 0);
    const at::Tensor line = at::arange(0, 30, at::kFloat).view({30, 1}) * at::ones({1, 24});
    EXPECT_LE(tightness(line, rowsOf(10, falling(24, 1), 5, false)).above, 0);
    EXPECT_LE(tightness(line, 1e4 * rowsOf(10, falling(24, 1), 0, false)).above, 0);
}

TEST_F(ContractionTest, ComesNearToTheTrueDistanceInFewCoordinates) {
    const std::vector<double> deviations = falling(300, 0.93);
    const at::Tensor rows = rowsOf(200, deviations, 2, false);
    EXPECT_LE(Contraction(rows).width(), 32);
    const Tightness found = tightness(rows, rowsOf(50, deviations, 2, false, 2));
    EXPECT_LE(found.above, 0);
    EXPECT_GT(found.share, 0.9);
}

TEST_F(ContractionTest, TakesNoMoreCoordinatesThanItsRowsHaveAndOneForTheRest) {
    EXPECT_EQ(Contraction(rowsOf(30, falling(3, 1), 0, false)).width(), 4);
    EXPECT_EQ(Contraction(rowsOf(400, falling(384, 1), 0, false)).width(), 128);
}
}  // namespace
}  // namespace segad
