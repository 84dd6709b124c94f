#include "core/base/vector_code.h"

#include <gtest/gtest.h>

namespace segad {
namespace {
struct Sum {
    [[gnu::always_inline]] static float run(const float* values, int count) {
        float sum = 0;
        for (int i = 0; i < count; ++i)
            sum += values[i];
        return sum;
    }
};

TEST(VectorCode, TheWidestFormThatTheProcessorHasRuns) {
    using Forms = VectorForms<Sum>;
    EXPECT_TRUE(hasVectorCode(VectorCode::Baseline));
    EXPECT_EQ(widest<Sum>() == &Forms::avx512, hasVectorCode(VectorCode::Avx512));
    if (widest<Sum>() == &Forms::baseline) {
        EXPECT_FALSE(hasVectorCode(VectorCode::Avx2));
    }
    const float values[]{1, 2, 4};
    EXPECT_EQ(widest<Sum>()(values, 3), 7);
    EXPECT_EQ(Forms::baseline(values, 3), 7);
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
