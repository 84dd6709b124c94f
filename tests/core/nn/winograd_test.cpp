// Minimal filtering against a direct convolution in double, in each code that this processor runs.
#include "core/nn/winograd.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <thread>

#include <gtest/gtest.h>

namespace segad {
namespace {
using nn::Winograd;
using nn::WinogradMaps;
using Code = Winograd::Code;
using Tile = Winograd::Tile;

struct Map {
    std::int64_t pictures;
    std::int64_t height;
    std::int64_t width;

    std::int64_t pixels() const { return pictures * height * width; }
};

/// A layer with weights, its input and what double makes of it.
class Layer {
public:
    Layer(const Winograd::Shape& shape, const Map& map, unsigned seed = 1)
        : shape_(shape),
          map_(map),
          weight_(static_cast<std::size_t>(9 * shape.in * shape.out)),
          bias_(static_cast<std::size_t>(shape.out)),
          input_(static_cast<std::size_t>(map.pixels() * shape.in)) {
        std::mt19937 engine(seed);
        std::normal_distribution<float> normal;
        for (float& value : weight_)
            value = normal(engine) / std::sqrt(9.0F * static_cast<float>(shape.in));
        for (float& value : bias_)
            value = normal(engine);
        // As after a ReLU.
        for (float& value : input_)
            value = std::max(0.0F, normal(engine) + 0.3F);
    }

    std::vector<float>& input() { return input_; }
    const std::vector<float>& bias() const { return bias_; }
    float& pixel(std::int64_t row, std::int64_t column, std::int64_t channel) {
        return input_[static_cast<std::size_t>((row * map_.width + column) * shape_.in + channel)];
    }

    Winograd winograd(Tile tile, Code code) const {
        return Winograd(weight_.data(), bias_.data(), shape_, tile, code);
    }

    std::vector<float> run(const Winograd& winograd, std::int64_t tilesATime = 1 << 30) const {
        std::vector<float> output(static_cast<std::size_t>(map_.pixels() * shape_.out), -1e30F);
        const WinogradMaps maps{input_.data(), output.data(), map_.pictures, map_.height, map_.width};
        for (std::int64_t first = 0; first < winograd.tiles(maps); first += tilesATime)
            winograd.run(maps, first, std::min(first + tilesATime, winograd.tiles(maps)));
        return output;
    }

    std::vector<double> expected() const {
        std::vector<double> output;
        for (std::int64_t line = 0; line < map_.pictures * map_.height; ++line)
            for (std::int64_t column = 0; column < map_.width; ++column)
                for (std::int64_t out = 0; out < shape_.out; ++out)
                    output.push_back(expected(line, column, out));
        return output;
    }

private:
    double expected(std::int64_t line, std::int64_t column, std::int64_t out) const {
        const std::int64_t row = line % map_.height;
        double sum = bias_[static_cast<std::size_t>(out)];
        for (int i = 0; i < 3; ++i) {
            for (int j = 0; j < 3; ++j) {
                const std::int64_t x = column + j - 1;
                if (row + i < 1 || row + i > map_.height || x < 0 || x >= map_.width) continue;
                const float* pixel = input_.data() + ((line + i - 1) * map_.width + x) * shape_.in;
                const float* weight = weight_.data() + ((out * 3 + i) * 3 + j) * shape_.in;
                for (std::int64_t in = 0; in < shape_.in; ++in)
                    sum += static_cast<double>(pixel[in]) * weight[in];
            }
        }
        return shape_.relu ? std::max(sum, 0.0) : sum;
    }

    Winograd::Shape shape_;
    Map map_;
    std::vector<float> weight_;
    std::vector<float> bias_;
    std::vector<float> input_;
};

bool sameBits(const std::vector<float>& a, const std::vector<float>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

class WinogradTest : public testing::TestWithParam<std::tuple<Code, Tile>> {
protected:
    void SetUp() override {
        if (!std::ranges::count(Winograd::codes(), code()))
            GTEST_SKIP() << "this processor has no such vectors";
    }
    static Code code() { return std::get<0>(GetParam()); }
    static Tile tile() { return std::get<1>(GetParam()); }
};

TEST_P(WinogradTest, IsTheConvolutionOfDoubleWithinItsRounding) {
    const std::vector<std::pair<std::int64_t, std::int64_t>> channels{
        {1, 1}, {3, 8}, {8, 3}, {8, 24}, {24, 48}, {48, 64}, {100, 100}, {192, 1}, {1, 192}, {192, 112}};
    for (const Map& map : {Map{1, 1, 1}, Map{1, 5, 7}, Map{2, 8, 8}, Map{1, 33, 20}, Map{1, 64, 64}}) {
        for (const auto& [in, out] : channels) {
            if (map.pixels() * in * out > 4'000'000) continue;
            for (const bool relu : {false, true}) {
                const Layer layer({.in = in, .out = out, .relu = relu}, map);
                const std::vector<float> output = layer.run(layer.winograd(tile(), code()));
                const std::vector<double> expected = layer.expected();
                double largest = 1;
                double error = 0;
                for (std::size_t i = 0; i < expected.size(); ++i) {
                    largest = std::max(largest, std::abs(expected[i]));
                    error = std::max(error, std::abs(output[i] - expected[i]));
                }
                EXPECT_LT(error, 5e-6 * largest)
                    << in << "->" << out << " " << map.height << "x" << map.width << " relu " << relu;
            }
        }
    }
}

TEST_P(WinogradTest, APictureIsTheSameBitsAloneAndInCompany) {
    const Winograd::Shape shape{.in = 40, .out = 56, .relu = true};
    Layer together(shape, {3, 13, 18});
    const Winograd winograd = together.winograd(tile(), code());
    const std::vector<float> all = together.run(winograd);
    for (std::ptrdiff_t picture = 0; picture < 3; ++picture) {
        Layer alone(shape, {1, 13, 18});
        const std::ptrdiff_t size = std::ssize(alone.input());
        std::copy_n(together.input().begin() + picture * size, size, alone.input().begin());
        const std::vector<float> one = alone.run(winograd);
        const auto from = all.begin() + picture * std::ssize(one);
        EXPECT_TRUE(sameBits(one, {from, from + std::ssize(one)})) << picture;
    }
}

TEST_P(WinogradTest, IsTheSameBitsHoweverTilesAreSharedOut) {
    const Layer layer({.in = 24, .out = 48, .relu = false}, {1, 41, 37});
    const Winograd winograd = layer.winograd(tile(), code());
    const std::vector<float> whole = layer.run(winograd);
    for (const std::int64_t tiles : {1, 5, 64})
        EXPECT_TRUE(sameBits(layer.run(winograd, tiles), whole)) << tiles;
}

TEST_P(WinogradTest, ServesAnyNumberOfThreads) {
    const Layer layer({.in = 64, .out = 64, .relu = true}, {1, 32, 32});
    const Winograd winograd = layer.winograd(tile(), code());
    const std::vector<float> alone = layer.run(winograd);
    std::vector<std::vector<float>> outputs(4);
    std::vector<std::thread> threads;
    for (std::vector<float>& output : outputs)
        threads.emplace_back([&] { output = layer.run(winograd); });
    for (std::thread& thread : threads)
        thread.join();
    for (const std::vector<float>& output : outputs)
        EXPECT_TRUE(sameBits(output, alone));
}

TEST_P(WinogradTest, WhatIsNoNumberReachesItsNeighbours) {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
                            -std::numeric_limits<float>::infinity()}) {
        for (const auto& [row, column] : {std::pair{0, 0}, {3, 4}, {9, 10}}) {
            constexpr int kHeight = 10;
            constexpr int kWidth = 11;
            const bool relu = std::isnan(bad);
            Layer layer({.in = 20, .out = 20, .relu = relu}, {1, kHeight, kWidth});
            layer.pixel(row, column, 17) = bad;
            const std::vector<float> output = layer.run(layer.winograd(tile(), code()));
            for (int y = std::max(0, row - 1); y <= std::min(kHeight - 1, row + 1); ++y)
                for (int x = std::max(0, column - 1); x <= std::min(kWidth - 1, column + 1); ++x)
                    for (int c = 0; c < 20; ++c)
                        EXPECT_FALSE(
                            std::isfinite(output[static_cast<std::size_t>((y * kWidth + x) * 20 + c)]))
                            << bad << " at " << row << "," << column << " seen from " << y << "," << x;
        }
    }
}

TEST_P(WinogradTest, OfNothingOnlyTheBiasRemains) {
    Layer layer({.in = 9, .out = 33, .relu = false}, {1, 6, 6});
    std::ranges::fill(layer.input(), 0.0F);
    const std::vector<float> output = layer.run(layer.winograd(tile(), code()));
    for (std::size_t i = 0; i < output.size(); ++i)
        ASSERT_EQ(output[i], layer.bias()[i % 33]);
}

INSTANTIATE_TEST_SUITE_P(Codes, WinogradTest,
                         testing::Combine(testing::Values(Code::Avx512, Code::Avx2),
                                          testing::Values(Tile::Four, Tile::Two)),
                         [](const testing::TestParamInfo<WinogradTest::ParamType>& param) {
                             return std::string(std::get<0>(param.param) == Code::Avx512 ? "Avx512"
                                                                                         : "Avx2") +
                                    (std::get<1>(param.param) == Tile::Four ? "By4" : "By2");
                         });

TEST(WinogradTiles, ArePickedByWhatCostsTime) {
    const auto best = [](std::int64_t in, std::int64_t out, std::int64_t side) {
        return Winograd::bestTile({.in = in, .out = out}, side, side);
    };
    for (const std::int64_t channels : {24, 48, 64, 96, 128, 256})
        EXPECT_EQ(best(channels, channels, 4096 / channels), Tile::Four) << channels;
    // Bound by reading weights: 36 numbers a pair of channels are more than 16.
    EXPECT_EQ(best(384, 384, 8), Tile::Two);
    // Four times 9.4 MB, for each of several layers.
    EXPECT_EQ(best(512, 512, 16), Tile::Two);
    // Most of a tile outside of the map; next to nothing to multiply.
    EXPECT_EQ(best(512, 512, 1), std::nullopt);
    EXPECT_EQ(best(3, 8, 128), std::nullopt);
}
}  // namespace
}  // namespace segad
