#include "core/detector/coreset.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/detector/distance.h"
#include "tests/support/test_support.h"

namespace segad {
namespace {
using Indices = std::vector<std::int64_t>;

std::unique_ptr<RowStore> stored(const std::vector<float>& values, std::size_t dimension) {
    auto rows = RowStore::inMemory(values.size() / dimension, dimension);
    rows->append(values);
    return rows;
}

std::vector<float> randomRows(std::string_view name, std::size_t rows, std::size_t dimension) {
    std::vector<float> values;
    for (const double u : test::uniformStream(name, rows * dimension))
        values.push_back(static_cast<float>(2 * u - 1));
    return values;
}

Indices select(const RowStore& rows, const CoresetRequest& request) {
    Job job;
    return selectCoreset(rows, request, job);
}

/// The loop as it stands in the paper: every row meets every centre.
Indices plainLoop(const std::vector<float>& values, std::size_t dimension, const CoresetRequest& request) {
    const std::size_t count = values.size() / dimension;
    const auto store = stored(values, dimension);
    std::vector<float> buffer(store->stride());
    std::vector<float> smallest(count, std::numeric_limits<float>::infinity());
    std::vector<bool> taken(count, false);
    Indices order;
    std::size_t centre = request.start;
    if (request.keepsStart) {
        order.push_back(static_cast<std::int64_t>(centre));
        taken[centre] = true;
    }
    while (order.size() < request.count) {
        std::vector<float> distance(count);
        squaredDistances(store->read(centre, 1, buffer.data()), store->read(0, count, nullptr), count,
                         store->stride(), distance.data());
        std::size_t farthest = count;
        for (std::size_t i = 0; i < count; ++i) {
            smallest[i] = std::min(smallest[i], distance[i]);
            if (!taken[i] && (farthest == count || smallest[i] > smallest[farthest])) farthest = i;
        }
        centre = farthest;
        taken[centre] = true;
        order.push_back(static_cast<std::int64_t>(centre));
    }
    return order;
}

TEST(Coreset, HasTheVectorsOrderForEveryStartAndVariant) {
    const Json vectors = test::vectors("patchcore.json");
    const auto rows = stored(randomRows("pc_features", 200, 16), 16);
    for (const std::size_t start : {0U, 7U, 113U}) {
        const Json& expected = vectors.at("coreset_start" + std::to_string(start));
        EXPECT_EQ(select(*rows, {.count = 20, .start = start, .keepsStart = true}),
                  expected.at("include_start").get<Indices>());
        EXPECT_EQ(select(*rows, {.count = 20, .start = start, .keepsStart = false}),
                  expected.at("legacy_exclude_start").get<Indices>());
    }
}

TEST(Coreset, CoverRadiiAreTheVectors) {
    const Json vectors = test::vectors("patchcore.json");
    const std::vector<float> values = randomRows("pc_features", 200, 16);
    const auto rows = stored(values, 16);
    const Indices order = select(*rows, {.count = 20, .start = 0, .keepsStart = true});
    const auto radii = vectors.at("coreset_start0")
                           .at("include_start_cover_radius_before_each_pick")
                           .get<std::vector<double>>();
    for (std::size_t pick = 1; pick < order.size(); ++pick) {
        double nearest = std::numeric_limits<double>::infinity();
        for (std::size_t earlier = 0; earlier < pick; ++earlier) {
            nearest = std::min(
                nearest, exactSquaredDistance(&values[static_cast<std::size_t>(order[pick]) * 16],
                                              &values[static_cast<std::size_t>(order[earlier]) * 16], 16));
        }
        EXPECT_NEAR(std::sqrt(nearest), radii[pick - 1], 1e-9);
    }
}

TEST(Coreset, TakesTheLowestIndexOfEquals) {
    const Json tie = test::vectors("patchcore.json").at("tie_case");
    std::vector<float> values;
    for (const Json& point : tie.at("points")) {
        values.push_back(point[0].get<float>());
        values.push_back(point[1].get<float>());
    }
    EXPECT_EQ(select(*stored(values, 2), {.count = 4, .start = 0, .keepsStart = true}),
              tie.at("include_start").get<Indices>());
}

TEST(Coreset, GivesDistinctRowsWhenAllAreCovered) {
    // Two places, six rows: after two picks every distance is 0.
    const std::vector<float> values{1, 1, 1, 5, 5, 1};
    const auto rows = stored(values, 1);
    EXPECT_EQ(select(*rows, {.count = 6, .start = 1, .keepsStart = true}), (Indices{1, 3, 0, 2, 4, 5}));
    EXPECT_EQ(select(*rows, {.count = 6, .start = 1, .keepsStart = false}), (Indices{3, 0, 1, 2, 4, 5}));
}

TEST(Coreset, EqualsThePlainLoopOnManyShapes) {
    for (const auto& [rows, dimension] : {std::pair{700, 3}, {1000, 17}, {3000, 40}}) {
        std::vector<float> values = randomRows("plain" + std::to_string(rows), static_cast<std::size_t>(rows),
                                               static_cast<std::size_t>(dimension));
        // A few exact copies, so that ties happen.
        std::copy_n(values.begin(), 20 * dimension, values.begin() + 100 * dimension);
        const auto store = stored(values, static_cast<std::size_t>(dimension));
        for (const bool keepsStart : {false, true}) {
            const CoresetRequest request{
                .count = static_cast<std::size_t>(rows) / 5, .start = 42, .keepsStart = keepsStart};
            EXPECT_EQ(select(*store, request),
                      plainLoop(values, static_cast<std::size_t>(dimension), request));
        }
    }
}

TEST(Coreset, ComparesFarLessThanThePlainLoop) {
    const auto rows = stored(randomRows("lazy", 20000, 4), 4);
    Job job;
    CoresetStatistics statistics;
    selectCoreset(*rows, {.count = 400, .start = 0}, job, &statistics);
    EXPECT_LT(statistics.comparisons, 20000U * 400U / 3);
}

TEST(Coreset, IsTheSameFromATemporaryFile) {
    const test::TempDir folder;
    const std::vector<float> values = randomRows("file", 3000, 21);
    auto file = RowStore::inFile(3000, 21, folder.path());
    file->append(std::span(values).first(21 * 1000));
    file->append(std::span(values).subspan(21 * 1000));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the file has no name";
    const CoresetRequest request{.count = 100, .start = 5};
    EXPECT_EQ(select(*file, request), select(*stored(values, 21), request));
}

TEST(Coreset, StopsWhenCancelled) {
    const auto rows = stored(randomRows("cancel", 2000, 8), 8);
    Job job;
    job.cancel();
    EXPECT_THROW(selectCoreset(*rows, {.count = 100}, job), Cancelled);
}

TEST(Coreset, RefusesTheImpossible) {
    const auto rows = stored({1, 2, 3}, 1);
    EXPECT_THROW(select(*rows, {.count = 4}), std::logic_error);
    EXPECT_THROW(select(*rows, {.count = 0}), std::logic_error);
    EXPECT_THROW(select(*rows, {.count = 1, .start = 3}), std::logic_error);
}

TEST(RowStore, SaysWhereThereIsNoRoom) {
    try {
        RowStore::inFile(10, 4, "/nonexistent/folder");
        FAIL();
    } catch (const Error& error) {
        EXPECT_THAT(error.subject(), testing::HasSubstr("/nonexistent/folder"));
    }
    auto rows = RowStore::inMemory(2, 3);
    EXPECT_THROW(rows->append(std::vector<float>(9)), std::logic_error);
    EXPECT_THROW(rows->append(std::vector<float>(4)), std::logic_error);
}

TEST(Distance, IsTheSameAloneAndAmongOthers) {
    const std::size_t stride = paddedDimension(37);
    EXPECT_EQ(stride, 48U);
    const std::vector<float> values = randomRows("distance", 11, stride);
    std::vector<float> together(10);
    squaredDistances(values.data(), &values[stride], 10, stride, together.data());
    for (std::size_t i = 0; i < 10; ++i) {
        float alone = 0;
        squaredDistances(values.data(), &values[(i + 1) * stride], 1, stride, &alone);
        EXPECT_EQ(alone, together[i]);
        EXPECT_NEAR(alone, exactSquaredDistance(values.data(), &values[(i + 1) * stride], stride), 1e-5);
    }
}

TEST(Distance, OfRunsTheSmallestIsFound) {
    for (const std::size_t count : {1U, 15U, 64U, 65U, 880U, 1000U}) {
        std::vector<float> values = randomRows("runs", count, 1);
        values[count / 2] = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> smallest((count + kRun - 1) / kRun);
        smallestOfRuns(values.data(), count, smallest.data());
        for (std::size_t run = 0; run < smallest.size(); ++run) {
            float expected = std::numeric_limits<float>::infinity();
            for (std::size_t i = run * kRun; i < std::min(count, (run + 1) * kRun); ++i) {
                if (!std::isnan(values[i])) expected = std::min(expected, values[i]);
            }
            EXPECT_EQ(smallest[run], expected) << count << ", " << run;
        }
    }
}
}  // namespace
}  // namespace segad
