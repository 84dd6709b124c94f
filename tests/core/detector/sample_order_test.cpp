#include "core/detector/sample_order.h"

#include <algorithm>
#include <numeric>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace segad {
namespace {

TEST(SampleOrder, EveryRoundHoldsEachIndexOnce) {
    SampleOrder order(7, "good", 13);
    std::vector<std::size_t> all(13);
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (std::uint64_t round = 0; round < 5; ++round)
        EXPECT_THAT(order.take(round * 13, 13), testing::UnorderedElementsAreArray(all));
    EXPECT_NE(order.take(0, 13), order.take(13, 13));
}

TEST(SampleOrder, IsAFunctionOfSeedNameAndPosition) {
    SampleOrder forwards(7, "good", 10);
    const auto taken = forwards.take(0, 40);
    SampleOrder backwards(7, "good", 10);
    for (std::size_t i = 40; i-- > 0;)
        EXPECT_EQ(backwards.at(i), taken[i]);
    EXPECT_NE(SampleOrder(8, "good", 10).take(0, 40), taken);
    EXPECT_NE(SampleOrder(7, "bad", 10).take(0, 40), taken);
    EXPECT_EQ(SampleOrder(7, "one", 1).at(12345), 0U);
    EXPECT_THROW(SampleOrder(7, "none", 0), std::logic_error);
}

TEST(EpochBatches, CoverEachEpochOnce) {
    for (const std::size_t samples : {1U, 5U, 16U, 17U, 33U}) {
        for (const std::size_t smallest : {1U, 2U}) {
            const EpochBatches batches{.samples = samples, .batchSize = 16, .smallest = smallest};
            std::uint64_t next = 0;
            for (std::size_t step = 0; step < 3 * batches.stepsPerEpoch(); ++step) {
                const auto range = batches.batch(static_cast<std::int64_t>(step));
                EXPECT_EQ(range.first, next);
                EXPECT_GE(range.count, std::min(samples, smallest));
                next += range.count;
            }
            EXPECT_EQ(next, 3 * samples) << samples;
        }
    }
    EXPECT_EQ((EpochBatches{.samples = 17, .batchSize = 16}).stepsPerEpoch(), 2U);
    EXPECT_EQ((EpochBatches{.samples = 17, .batchSize = 16, .smallest = 2}).stepsPerEpoch(), 1U);
}
}  // namespace
}  // namespace segad
