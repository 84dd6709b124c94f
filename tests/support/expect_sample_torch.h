// Compares a tensor with a sample record of the vectors.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/nn/torch_prelude.h"
#include "tests/support/test_support.h"

namespace segad::test {

/// Compares with a sample record: shape, mean, std_pop and values at flat indices. `tolerance` is absolute.
inline void expectSample(const at::Tensor& actual, const Json& expected, double tolerance,
                         const std::string& what) {
    EXPECT_EQ(actual.sizes().vec(), expected.at("shape").get<std::vector<std::int64_t>>()) << what;
    const at::Tensor flat = actual.to(at::kDouble).contiguous().view({-1});
    EXPECT_NEAR(flat.mean().item<double>(), expected.at("mean").get<double>(), tolerance) << what;
    EXPECT_NEAR(flat.std(false).item<double>(), expected.at("std_pop").get<double>(), tolerance) << what;
    for (std::size_t i = 0; i < expected.at("idx").size(); ++i) {
        const auto index = expected.at("idx")[i].get<std::int64_t>();
        EXPECT_NEAR(flat[index].item<double>(), expected.at("val")[i].get<double>(), tolerance)
            << what << " at " << index;
    }
}

}  // namespace segad::test
