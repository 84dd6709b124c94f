#include "core/base/vector_code.h"

#include <gtest/gtest.h>

namespace segad {
namespace {
int avx512() {
    return 512;
}
int avx2() {
    return 2;
}
int baseline() {
    return 0;
}

TEST(VectorCode, TheWidestThatTheProcessorHasRuns) {
    EXPECT_TRUE(hasVectorCode(VectorCode::Baseline));
    const int chosen = widest(avx512, avx2, baseline)();
    EXPECT_EQ(chosen == 512, hasVectorCode(VectorCode::Avx512));
    if (chosen == 0) {
        EXPECT_FALSE(hasVectorCode(VectorCode::Avx2));
    }
}

TEST(VectorCode, LanesAreTheFloatsInOrder) {
    float values[16];
    for (int i = 0; i < 16; ++i)
        values[i] = static_cast<float>(i);
    FloatLanes lanes;
    loadLanes(lanes, values);
    for (int i = 0; i < 16; ++i)
        EXPECT_EQ(lanes[i], values[i]);
}
}  // namespace
}  // namespace segad
