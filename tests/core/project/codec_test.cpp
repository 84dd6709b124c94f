#include "core/project/codec.h"

#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "core/base/random.h"
#include "tests/core/project/world.h"

using namespace segad;

namespace {
template <class T>
std::vector<T> throughTheCodec(const std::vector<T>& raw) {
    Codec codec;
    const auto packed = codec.pack(std::as_bytes(std::span(raw)), sizeof(T));
    const std::vector<std::byte> stored(packed.begin(), packed.end());
    std::vector<T> back(raw.size());
    codec.unpack(stored, sizeof(T), std::as_writable_bytes(std::span(back)), "test");
    return back;
}

TEST(Codec, KeepsEveryBitOfFloatsDoublesAndBytes) {
    SplitMix64 random(1);
    for (const std::size_t count : {1U, 2U, 3U, 17U, 4096U, 65'537U}) {
        std::vector<std::uint32_t> floats(count);
        std::vector<std::uint64_t> doubles(count);
        std::vector<std::uint8_t> bytes(count);
        for (std::size_t i = 0; i < count; ++i) {
            doubles[i] = random();
            floats[i] = static_cast<std::uint32_t>(random());
            bytes[i] = static_cast<std::uint8_t>(random() % 7);
        }
        EXPECT_EQ(throughTheCodec(floats), floats);
        EXPECT_EQ(throughTheCodec(doubles), doubles);
        EXPECT_EQ(throughTheCodec(bytes), bytes);
    }
}

TEST(Codec, MakesSmoothMapsSmaller) {
    const AnomalyMap map = test::someMap(3, 256);
    Codec codec;
    const auto raw = std::as_bytes(std::span(map.pixels().ptr<float>(), map.pixels().total()));
    EXPECT_LT(codec.pack(raw, 4).size(), raw.size() * 3 / 4);
}

TEST(Codec, NoticesEveryKindOfDamage) {
    const std::vector<float> raw(1000, 1.5F);
    Codec codec;
    const auto packed = codec.pack(std::as_bytes(std::span(raw)), 4);
    const std::vector<std::byte> good(packed.begin(), packed.end());
    std::vector<float> back(raw.size());
    const auto read = [&](std::span<const std::byte> bytes, std::size_t count) {
        back.resize(count);
        codec.unpack(bytes, 4, std::as_writable_bytes(std::span(back)), "the map");
    };
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::vector<std::byte> bad = good;
        bad[i] ^= std::byte{0x40};
        try {
            read(bad, raw.size());
            EXPECT_EQ(back, raw) << "byte " << i << " was changed unnoticed";
        } catch (const Error& error) {
            EXPECT_EQ(error.code(), ErrorCode::Corrupt);
            EXPECT_EQ(error.subject(), "the map");
        }
    }
    for (std::size_t length = 0; length < good.size(); ++length) {
        const std::span<const std::byte> cut(good.data(), length);
        EXPECT_EQ(test::errorOf([&] { read(cut, raw.size()); }).code(), ErrorCode::Corrupt);
    }
    EXPECT_EQ(test::errorOf([&] { read(good, raw.size() + 1); }).code(), ErrorCode::Corrupt);
    EXPECT_EQ(test::errorOf([&] { read({}, 1); }).code(), ErrorCode::Corrupt);
    read(good, raw.size());
    EXPECT_EQ(back, raw);
}
}  // namespace
