#include "core/base/work_ahead.h"

#include <atomic>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace segad {
namespace {
TEST(WorkAhead, HandsResultsOutInOrder) {
    setThreadCount(4);
    WorkAhead<std::unique_ptr<int>> ahead(50, [](std::size_t i) {
        // Early items take longest, so that later ones finish first.
        std::this_thread::sleep_for(std::chrono::microseconds(50 - i) * 20);
        return std::make_unique<int>(static_cast<int>(i));
    });
    for (int i = 0; i < 50; ++i) {
        EXPECT_EQ(ahead.nextIndex(), static_cast<std::size_t>(i));
        EXPECT_EQ(*ahead.next(), i);
    }
    EXPECT_FALSE(ahead.hasNext());
    EXPECT_THROW(ahead.next(), std::logic_error);
    setThreadCount(0);
}

TEST(WorkAhead, NeverRunsFartherAheadThanAsked) {
    setThreadCount(3);
    std::atomic<std::size_t> begun = 0;
    WorkAhead<int> ahead(
        40, [&](std::size_t) { return static_cast<int>(++begun); }, 5);
    for (std::size_t taken = 0; taken < 40; ++taken) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        EXPECT_LE(begun, taken + 5);
        ahead.next();
    }
    setThreadCount(0);
}

TEST(WorkAhead, GoesOnAfterAnItemThatFailed) {
    WorkAhead<int> ahead(5, [](std::size_t i) {
        if (i == 2) throw Error(ErrorCode::InvalidData, "item 2", "is broken", "Mend it.");
        return static_cast<int>(i);
    });
    EXPECT_EQ(ahead.next(), 0);
    EXPECT_EQ(ahead.next(), 1);
    EXPECT_THROW(ahead.next(), Error);
    EXPECT_EQ(ahead.next(), 3);
    EXPECT_EQ(ahead.next(), 4);
}

TEST(WorkAhead, CanBeLeftEarlyAndEmpty) {
    std::atomic<int> begun = 0;
    {
        WorkAhead<int> ahead(1000, [&](std::size_t) { return ++begun; });
        ahead.next();
    }
    EXPECT_LT(begun, 100);
    const WorkAhead<int> none(0, [](std::size_t) { return 0; });
    EXPECT_FALSE(none.hasNext());
}

TEST(WorkAhead, EachItemComputesOnOneThread) {
    setThreadCount(2);
    WorkAhead<int> ahead(8, [](std::size_t) { return threadCount(); });
    while (ahead.hasNext())
        EXPECT_EQ(ahead.next(), 1);
    EXPECT_EQ(threadCount(), 2);
    {
        const SingleThreadScope outer;
        const SingleThreadScope inner;
        EXPECT_EQ(threadCount(), 1);
    }
    EXPECT_EQ(threadCount(), 2);
    setThreadCount(0);
}
}  // namespace
}  // namespace segad
