// Splits must equal scikit-learn's, number for number: tests/data/splits.json.
#include "core/base/random.h"

#include <algorithm>
#include <cstdio>
#include <set>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
using Indices = std::vector<std::size_t>;

TEST(NumpyRandom, GivesThePublishedMersenneTwisterNumbers) {
    const Json file = test::vectors("splits.json");
    for (const auto& [seed, expected] : file["mt19937_first5_u32"].items()) {
        NumpyRandom random(static_cast<std::uint32_t>(std::stoul(seed)));
        for (const Json& value : expected)
            EXPECT_EQ(random.nextU32(), value.get<std::uint32_t>()) << seed;
    }
}

TEST(NumpyRandom, PermutesAsNumpyDoes) {
    const Json file = test::vectors("splits.json");
    for (const auto& [n, bySeed] : file["permutation"].items()) {
        for (const auto& [seed, expected] : bySeed.items()) {
            EXPECT_EQ(NumpyRandom(static_cast<std::uint32_t>(std::stoul(seed))).permutation(std::stoul(n)),
                      expected.get<Indices>());
        }
    }
    Indices list(30);
    for (std::size_t i = 0; i < list.size(); ++i)
        list[i] = i;
    NumpyRandom(42).shuffle(list);
    EXPECT_EQ(list, file["numpy_shuffle_list_seed42_n30"].get<Indices>());
}

TEST(TrainTestSplit, EqualsScikitLearn) {
    const Json file = test::vectors("splits.json");
    for (const Json& entry : file["bad_split"]) {
        const auto n = entry["n"].get<std::size_t>();
        const Split split = trainTestSplit(n, n - entry["n_bad_train"].get<std::size_t>(),
                                           entry["seed"].get<std::uint32_t>());
        EXPECT_EQ(split.train, entry["train"].get<Indices>());
        EXPECT_EQ(split.test, entry["test"].get<Indices>());
    }
    for (const Json& entry : file["tenpct"]) {
        const Split split = trainTestSplitFraction(entry["n"].get<std::size_t>(), 0.1, 333);
        EXPECT_EQ(split.test, entry["val"].get<Indices>());
        const Indices first = entry["train_first10"].get<Indices>();
        EXPECT_TRUE(std::equal(first.begin(), first.end(), split.train.begin()));
    }
}

TEST(TrainTestSplit, CoversEveryIndexOnceAndRefusesEmptySides) {
    const Split split = trainTestSplit(57, 13, 9);
    std::set<std::size_t> all(split.train.begin(), split.train.end());
    all.insert(split.test.begin(), split.test.end());
    EXPECT_EQ(all.size(), 57U);
    EXPECT_EQ(split.test.size(), 13U);
    EXPECT_THROW(trainTestSplit(5, 5, 1), Error);
    EXPECT_THROW(trainTestSplit(5, 0, 1), Error);
}

TEST(SplitMix64, MatchesThePortableFill) {
    const Json file = test::vectors("fill.json");
    for (const auto& [name, hash] : file["fnv1a64"].items()) {
        char text[17];
        std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(fnv1a64(name)));
        EXPECT_EQ(hash.get<std::string>(), text);
    }
    for (const auto& [name, values] : file["splitmix64"].items()) {
        SplitMix64 stream(fnv1a64(name));
        for (const Json& value : values)
            EXPECT_EQ(stream(), std::stoull(value.get<std::string>(), nullptr, 16));
    }
}

TEST(SplitMix64, StaysInItsBounds) {
    SplitMix64 stream(7);
    double sum = 0;
    double squares = 0;
    constexpr int kDraws = 20'000;
    for (int i = 0; i < kDraws; ++i) {
        EXPECT_LT(stream.below(3), 3U);
        const double normal = stream.normal();
        sum += normal;
        squares += normal * normal;
    }
    EXPECT_NEAR(sum / kDraws, 0, 0.03);
    EXPECT_NEAR(squares / kDraws, 1, 0.05);
}
}  // namespace
