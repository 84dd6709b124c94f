// Comparing with the summaries of the vectors (README_B of the vectors): shape, sums and single values.
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/nn/resnet_torch.h"
#include "tests/support/filled_networks_torch.h"
#include "tests/support/test_support.h"

namespace segad::test {

/// T(name, shape, 4, −2) of the vectors.
inline at::Tensor streamTensor(const std::string& name, std::vector<std::int64_t> shape) {
    at::Tensor tensor = at::empty(shape, at::kFloat);
    SplitMix64 stream(fnv1a64(name));
    for (std::int64_t i = 0; i < tensor.numel(); ++i)
        tensor.data_ptr<float>()[i] = static_cast<float>(stream.uniform() * 4 - 2);
    return tensor;
}

/// Fills every tensor from its own stream "<prefix>.<name>".
inline void fillState(const nn::StateDict& state, const std::string& prefix) {
    for (const auto& [name, tensor] : state)
        fillByName(tensor, prefix + "." + name);
}

/// Sums to 1e-3 relative, single values to 1e-4 of the largest.
inline void expectSummary(const at::Tensor& actual, const Json& expected, const std::string& what) {
    EXPECT_EQ(actual.sizes().vec(), expected.at("shape").get<std::vector<std::int64_t>>()) << what;
    const at::Tensor flat = actual.to(at::kDouble).contiguous().view({-1});
    const double largest =
        std::max(std::abs(expected.at("max").get<double>()), std::abs(expected.at("min").get<double>()));
    EXPECT_NEAR(flat.mean().item<double>(), expected.at("mean").get<double>(),
                1e-3 * expected.at("abs_mean").get<double>())
        << what;
    EXPECT_NEAR(flat.abs().mean().item<double>(), expected.at("abs_mean").get<double>(),
                1e-3 * expected.at("abs_mean").get<double>())
        << what;
    EXPECT_NEAR(flat.std(false).item<double>(), expected.at("std_pop").get<double>(),
                1e-3 * expected.at("std_pop").get<double>())
        << what;
    for (std::size_t i = 0; i < expected.at("flat_idx").size(); ++i) {
        const auto index = expected.at("flat_idx")[i].get<std::int64_t>();
        EXPECT_NEAR(flat[index].item<double>(), expected.at("values")[i].get<double>(), 1e-4 * largest)
            << what << " at " << index;
    }
}

/// Each value to `relative`.
inline void expectValues(const at::Tensor& actual, const Json& expected, double relative,
                         const std::string& what) {
    const at::Tensor flat = actual.detach().to(at::kDouble).contiguous().view({-1});
    ASSERT_EQ(static_cast<std::size_t>(flat.numel()), expected.size()) << what;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const auto value = expected[i].get<double>();
        EXPECT_NEAR(flat[static_cast<std::int64_t>(i)].item<double>(), value, relative * std::abs(value))
            << what << " " << i;
    }
}

inline at::Tensor doubles(const Json& values) {
    const auto numbers = values.get<std::vector<double>>();
    return at::tensor(numbers, at::kDouble);
}

}  // namespace segad::test
