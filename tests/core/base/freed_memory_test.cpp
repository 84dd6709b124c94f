#include "core/base/freed_memory.h"

#include <cstring>
#include <memory>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "core/base/work_ahead.h"

namespace segad {
namespace {
std::int64_t pagesFetched() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

TEST(FreedMemory, OfOneItemIsUsedAgainByTheNext) {
    keepFreedMemory();
    constexpr std::size_t kBytes = 3 << 20;
    WorkAhead<int> ahead(60, [](std::size_t) {
        std::vector<std::unique_ptr<char[]>> buffers;
        for (int i = 0; i < 6; ++i)
            std::memset(buffers.emplace_back(new char[kBytes]).get(), i, kBytes);
        return static_cast<int>(buffers.back()[kBytes / 2]);
    });
    for (int i = 0; i < 20; ++i)
        ahead.next();
    const std::int64_t before = pagesFetched();
    while (ahead.hasNext())
        EXPECT_EQ(ahead.next(), 5);
    // Fetched anew for every item they would be 180 000.
    EXPECT_LT(pagesFetched() - before, 20'000);
}
}  // namespace
}  // namespace segad
