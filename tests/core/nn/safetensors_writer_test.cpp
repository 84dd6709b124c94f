#include "core/nn/safetensors_writer.h"

#include <cmath>
#include <filesystem>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/nn/float16.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
std::size_t filesIn(const Path& folder) {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator()));
}

TEST(SafetensorsWriter, WritesWhatTheReaderReads) {
    const test::TempDir dir;
    const std::vector<float> conv{1, -2, 3.5F, 0, 1e-30F, -0.0F};
    const std::vector<float> half{0.1F, 65504, -1e-7F};
    const std::vector<std::int64_t> counts{-5, std::numeric_limits<std::int64_t>::max()};
    SafetensorsWriter out(dir.path(),
                          {{"b.half", {3}, DType::Float16},
                           {"z.conv", {3, 2}, DType::Float32},
                           {"a.empty", {0, 4}, DType::Float32},
                           {"n", {2}, DType::Int64},
                           {"s", {}, DType::Float32}},
                          {{"format", "1"}, {"note", "grüße \"quoted\"\n"}});
    // Larger elements first, then by name: alignment comes by itself.
    std::vector<std::string> order;
    for (const TensorSpec& tensor : out.order())
        order.push_back(tensor.name);
    EXPECT_EQ(order, (std::vector<std::string>{"n", "a.empty", "s", "z.conv", "b.half"}));
    out.append(counts);
    out.append(std::vector<float>{7});
    out.append(std::span(conv).first(2));
    out.append(std::span(conv).subspan(2));
    out.append(half);
    const std::string sha256 = out.commit("out.safetensors");

    EXPECT_EQ(sha256, sha256OfFile(dir / "out.safetensors"));
    EXPECT_EQ(filesIn(dir.path()), 1U);
    const TensorFile file = TensorFile::read(dir / "out.safetensors");
    EXPECT_EQ(file.sha256(), sha256);
    EXPECT_EQ(file.format(), TensorFileFormat::Safetensors);
    EXPECT_EQ(file.metadata().at("note"), "grüße \"quoted\"\n");
    EXPECT_EQ(file.names(), order);
    EXPECT_EQ(file.load("z.conv").values, conv);
    EXPECT_TRUE(std::signbit(file.load("z.conv").values[5]));
    EXPECT_EQ(file.load("z.conv").shape, (std::vector<std::int64_t>{3, 2}));
    EXPECT_EQ(file.load("n").integers, counts);
    EXPECT_TRUE(file.load("a.empty").values.empty());
    EXPECT_EQ(file.load("s").values, std::vector<float>{7});
    const std::vector<float> halves = file.load("b.half").values;
    for (std::size_t i = 0; i < half.size(); ++i)
        EXPECT_EQ(halves[i], floatFromHalf(halfFromFloat(half[i])));
    EXPECT_EQ(halves[1], 65504);

    const std::string bytes = readFile(dir / "out.safetensors", 1 << 20);
    EXPECT_EQ(static_cast<unsigned char>(bytes[0]) % 8, 0) << "data do not start at a multiple of 8";
}

TEST(SafetensorsWriter, NamesFilesByTheirHash) {
    const test::TempDir dir;
    const auto written = [&] {
        SafetensorsWriter out(dir.path(), {{"w", {2}}}, {});
        out.append(std::vector<float>{1, 2});
        return out.commitByHash();
    };
    const std::string name = written();
    EXPECT_EQ(name, sha256OfFile(dir / name) + ".safetensors");
    EXPECT_EQ(written(), name);
    EXPECT_EQ(filesIn(dir.path()), 1U);
}

TEST(SafetensorsWriter, TwoWritersOfOneNameDoNotMeet) {
    const test::TempDir dir;
    SafetensorsWriter first(dir.path(), {{"w", {1}}}, {});
    SafetensorsWriter second(dir.path(), {{"w", {1}}}, {});
    first.append(std::vector<float>{1});
    second.append(std::vector<float>{2});
    second.commit("x");
    EXPECT_EQ(TensorFile::read(dir / "x").load("w").values[0], 2);
    first.commit("x");
    EXPECT_EQ(TensorFile::read(dir / "x").load("w").values[0], 1);
    EXPECT_EQ(filesIn(dir.path()), 1U);
}

TEST(SafetensorsWriter, RefusesIncompleteAndWrongValues) {
    const test::TempDir dir;
    {
        SafetensorsWriter out(dir.path(), {{"w", {2}}}, {});
        EXPECT_THROW(out.commit("x"), std::logic_error);
        EXPECT_THROW(out.append(std::vector<float>(3)), std::logic_error);
        EXPECT_THROW(out.append(std::vector<std::int64_t>(2)), std::logic_error);
        out.append(std::vector<float>(2));
        EXPECT_THROW(out.append(std::vector<float>(1)), std::logic_error);
    }
    EXPECT_EQ(filesIn(dir.path()), 0U);
    const auto refused = [&](std::vector<TensorSpec> tensors) {
        EXPECT_THROW(SafetensorsWriter(dir.path(), std::move(tensors), {}), Error);
    };
    refused({{"w", {1}}, {"w", {1}}});
    refused({{"", {1}}});
    refused({{"__metadata__", {1}}});
    refused({{"w", {-1}}});
    refused({{"w", {std::int64_t{1} << 40, std::int64_t{1} << 40}}});
    refused({{"w", {1}, DType::Bool}});
    refused({{"\xFF", {1}}});
    EXPECT_EQ(filesIn(dir.path()), 0U);
    try {
        const SafetensorsWriter out(dir / "absent", {{"w", {1}}}, {});
        FAIL() << "wrote into a folder that does not exist";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::NotFound);
        EXPECT_TRUE(error.subject().ends_with("absent")) << error.subject();
    }
}

TEST(WriteSafetensors, TakesViewsInAnyOrder) {
    const test::TempDir dir;
    const std::vector<float> a{1, 2};
    const std::vector<float> b{3};
    const std::string sha256 = writeSafetensors(
        dir / "x.safetensors", {{{"b", {1}}, b}, {{"a", {2}, DType::Float16}, a}}, {{"k", "v"}});
    const TensorFile file = TensorFile::read(dir / "x.safetensors");
    EXPECT_EQ(file.sha256(), sha256);
    EXPECT_EQ(file.load("a").values, a);
    EXPECT_EQ(file.load("a").fileDType, DType::Float16);
    EXPECT_EQ(file.load("b").values, b);
}

TEST(Float16, EveryHalfSurvivesTheWayThroughFloat32) {
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const auto half = static_cast<std::uint16_t>(bits);
        const float value = floatFromHalf(half);
        ASSERT_EQ(halfFromFloat(value), half) << bits;
        const std::uint32_t exponent = (bits >> 10U) & 31U;
        if (exponent == 31) {
            ASSERT_FALSE(std::isfinite(value));
        } else {
            const double fraction = (exponent > 0 ? 1024 : 0) + (bits & 1023U);
            const double expected = std::ldexp(fraction, static_cast<int>(std::max(exponent, 1U)) - 25);
            ASSERT_EQ(std::fabs(double{value}), expected) << bits;
            ASSERT_EQ(std::signbit(value), bits >= 0x8000);
        }
    }
}

TEST(Float16, RoundsToNearestEven) {
    // Halfway between neighbours goes to the even one; a little more or less to the nearer one.
    for (std::uint32_t bits = 0; bits < 0x7BFF; ++bits) {
        const auto low = static_cast<std::uint16_t>(bits);
        const auto high = static_cast<std::uint16_t>(bits + 1);
        const float middle = (floatFromHalf(low) + floatFromHalf(high)) / 2;
        ASSERT_EQ(halfFromFloat(middle), bits % 2 == 0 ? low : high) << bits;
        ASSERT_EQ(halfFromFloat(std::nextafter(middle, 0.0F)), low) << bits;
        ASSERT_EQ(halfFromFloat(std::nextafter(middle, 1e9F)), high) << bits;
    }
    EXPECT_EQ(halfFromFloat(65519.996F), 0x7BFF);
    EXPECT_EQ(halfFromFloat(65520), 0x7C00);
    EXPECT_EQ(halfFromFloat(-1e30F), 0xFC00);
    EXPECT_EQ(halfFromFloat(std::numeric_limits<float>::infinity()), 0x7C00);
    EXPECT_EQ(halfFromFloat(1e-30F), 0);
    EXPECT_EQ(halfFromFloat(std::numeric_limits<float>::denorm_min()), 0);
    EXPECT_TRUE(std::isnan(floatFromHalf(halfFromFloat(std::numeric_limits<float>::quiet_NaN()))));
    EXPECT_EQ(floatFromBFloat16(0x3F80), 1);
    EXPECT_EQ(floatFromBFloat16(0xC049), -3.140625F);
}
}  // namespace
