// Sketches say of no pair of rows that it is farther apart than it is; what the selection concludes from them
// is in coreset_test.cpp. And the axes that they are made along.
#include "core/detector/sketch.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "core/detector/distance.h"
#include "core/detector/principal_axes.h"

namespace segad {
namespace {
/// Rows around `centre` that vary in `directions` random directions by 1, and everywhere by `noise`.
std::vector<float> surface(std::size_t count, std::size_t dimension, std::size_t directions, double noise,
                           double centre, std::uint64_t seed = 1) {
    SplitMix64 random(seed);
    std::vector<double> mix(directions * dimension);
    for (double& value : mix)
        value = random.normal();
    std::vector<float> rows;
    for (std::size_t r = 0; r < count; ++r) {
        std::vector<double> row(dimension, centre);
        for (std::size_t k = 0; k < directions; ++k) {
            const double along = random.normal();
            for (std::size_t d = 0; d < dimension; ++d)
                row[d] += along * mix[k * dimension + d];
        }
        for (const double value : row)
            rows.push_back(static_cast<float>(value + noise * random.normal()));
    }
    return rows;
}

std::unique_ptr<RowStore> stored(const std::vector<float>& values, std::size_t dimension) {
    auto rows = RowStore::inMemory(values.size() / dimension, dimension);
    rows->append(values);
    return rows;
}

PrincipalAxes axesOf(const std::vector<float>& values, std::size_t dimension, std::size_t most) {
    return principalAxes(values.size() / dimension, dimension, most,
                         [&](std::size_t row) { return &values[row * dimension]; });
}

/// Of all pairs: how many limit() excludes although they are nearer than it was asked for, and the share that
/// it excludes when asked for half of their distance.
struct Exclusion {
    int wrong = 0;
    double share = 0;
};

Exclusion exclusion(const std::vector<float>& values, std::size_t dimension) {
    const auto rows = stored(values, dimension);
    const Sketcher sketcher(*rows);
    const std::size_t count = rows->size();
    std::vector<float> sketches(count * kSketch);
    const double longest = sketcher.sketch(rows->read(0, count, nullptr), count, sketches.data());
    Exclusion result;
    for (std::size_t a = 0; a < count; ++a) {
        for (std::size_t b = 0; b < count; ++b) {
            float squared = 0;
            squaredDistances(rows->read(a, 1, nullptr), rows->read(b, 1, nullptr), 1, rows->stride(),
                             &squared);
            std::vector<float> sideBySide(kSketch * kSketch);
            for (std::size_t k = 0; k < kSketch; ++k)
                sideBySide[k * kSketch + b % kSketch] = sketches[b * kSketch + k];
            float distances[kSketch];
            sketchDistances(&sketches[a * kSketch], sideBySide.data(), distances);
            const float below = distances[b % kSketch];
            // The next number above the true distance would be a wrong exclusion.
            result.wrong += below > sketcher.limit(std::nextafter(squared, INFINITY), longest) ? 1 : 0;
            if (a != b && below > sketcher.limit(squared / 4, longest))
                result.share += 1.0 / static_cast<double>(count * (count - 1));
        }
    }
    return result;
}

TEST(Sketch, ExcludesNoPairThatIsNear) {
    for (const double centre : {0.0, 3.0, 1e4}) {
        for (const std::size_t dimension : {1U, 5U, 16U, 48U, 300U}) {
            for (const double noise : {0.0, 0.1, 3.0})
                EXPECT_EQ(exclusion(surface(40, dimension, 4, noise, centre), dimension).wrong, 0)
                    << dimension << ", " << noise << ", " << centre;
        }
    }
}

TEST(Sketch, ExcludesNoPairThatIsNearWhereRowsAreAlikeOrHuge) {
    std::vector<float> alike(30 * 20, 7.0F);
    EXPECT_EQ(exclusion(alike, 20).wrong, 0);
    alike[5] = 7.000001F;
    EXPECT_EQ(exclusion(alike, 20).wrong, 0);
    std::vector<float> huge = surface(30, 40, 3, 0.1, 0);
    for (float& value : huge)
        value *= 1e18F;
    EXPECT_EQ(exclusion(huge, 40).wrong, 0);
}

TEST(Sketch, ExcludesNearlyAllThatAreFarWhereRowsLieNearASurface) {
    EXPECT_GT(exclusion(surface(100, 300, 8, 0.1, 2), 300).share, 0.99);
}

TEST(PrincipalAxes, AreOrthonormalHoweverRowsLie) {
    for (const std::size_t dimension : {1U, 3U, 40U}) {
        for (const std::size_t count : {1U, 2U, 7U, 500U}) {
            for (const double noise : {0.0, 0.5}) {
                const std::vector<float> rows = surface(count, dimension, 2, noise, 5);
                const PrincipalAxes found = axesOf(rows, dimension, 15);
                ASSERT_EQ(found.count(), std::min<std::size_t>(15, dimension));
                for (std::size_t a = 0; a < found.count(); ++a) {
                    for (std::size_t b = 0; b <= a; ++b) {
                        double product = 0;
                        for (std::size_t d = 0; d < dimension; ++d)
                            product += found.axes[a * dimension + d] * found.axes[b * dimension + d];
                        EXPECT_NEAR(product, a == b ? 1 : 0, 1e-12);
                    }
                }
            }
        }
    }
}

TEST(PrincipalAxes, HoldTheVarianceOfASurface) {
    const std::vector<float> rows = surface(3000, 120, 6, 0.01, 5);
    const PrincipalAxes found = axesOf(rows, 120, 31);
    double held = 0;
    for (std::size_t k = 0; k < 6; ++k)
        held += found.shares[k];
    EXPECT_GT(held, 0.999);
    EXPECT_LE(held, 1 + 1e-6);
    for (std::size_t d = 0; d < 120; ++d)
        EXPECT_NEAR(found.mean[d], 5, 0.5);
}
}  // namespace
}  // namespace segad
