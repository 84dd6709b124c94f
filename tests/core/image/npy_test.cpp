#include "core/image/npy.h"

#include <cstring>
#include <limits>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
template <class Value>
std::string bytesOf(std::initializer_list<Value> values) {
    std::string bytes;
    for (const Value value : values)
        bytes.append(reinterpret_cast<const char*>(&value), sizeof(Value));
    return bytes;
}

std::string npy(const std::string& header, const std::string& data, int major = 1) {
    const std::string length = major == 1 ? test::bytes16(static_cast<unsigned>(header.size()))
                                          : test::bytes32(static_cast<std::uint32_t>(header.size()));
    return std::string("\x93NUMPY") + static_cast<char>(major) + '\0' + length + header + data;
}

std::string npyOf(const std::string& dtype, const std::string& shape, const std::string& data) {
    return npy("{'descr': '" + dtype + "', 'fortran_order': False, 'shape': " + shape + ", }\n", data);
}

class Npy : public testing::Test {
protected:
    Path put(const std::string& bytes) {
        test::writeBytes(dir_ / "a.npy", bytes);
        return dir_ / "a.npy";
    }
    cv::Mat labels(const std::string& bytes) { return readNpyLabels(put(bytes)); }
    cv::Mat floats(const std::string& bytes) { return readNpyFloat(put(bytes)); }
    ErrorCode labelError(const std::string& bytes) {
        const auto error = test::errorOf([&] { labels(bytes); });
        EXPECT_TRUE(error) << "was accepted";
        return error ? error->code() : ErrorCode::Internal;
    }

    test::TempDir dir_;
};

TEST_F(Npy, ReadsEveryIntegerType) {
    const auto check = [&](const std::string& dtype, const std::string& data) {
        const cv::Mat map = labels(npyOf(dtype, "(2, 3)", data));
        const cv::Mat expected = (cv::Mat_<std::uint8_t>(2, 3) << 0, 1, 2, 100, 5, 0);
        EXPECT_EQ(test::largestDifference(map, expected), 0) << dtype;
    };
    check("|u1", bytesOf<std::uint8_t>({0, 1, 2, 100, 5, 0}));
    check("|i1", bytesOf<std::int8_t>({0, 1, 2, 100, 5, 0}));
    check("<u2", bytesOf<std::uint16_t>({0, 1, 2, 100, 5, 0}));
    check("<i2", bytesOf<std::int16_t>({0, 1, 2, 100, 5, 0}));
    check("<u4", bytesOf<std::uint32_t>({0, 1, 2, 100, 5, 0}));
    check("<i4", bytesOf<std::int32_t>({0, 1, 2, 100, 5, 0}));
    check("<u8", bytesOf<std::uint64_t>({0, 1, 2, 100, 5, 0}));
    check("<i8", bytesOf<std::int64_t>({0, 1, 2, 100, 5, 0}));
    check("=i4", bytesOf<std::int32_t>({0, 1, 2, 100, 5, 0}));
    const cv::Mat flags = labels(npyOf("|b1", "(1, 3)", bytesOf<std::uint8_t>({0, 1, 255})));
    EXPECT_EQ(cv::countNonZero(flags == 1), 2);
}

TEST_F(Npy, ReadsEveryFloatTypeAndKeepsWhatIsNotFinite) {
    constexpr float kInf = std::numeric_limits<float>::infinity();
    // Half precision: 1.5 = 0x3e00, −2 = 0xc000, ∞ = 0x7c00.
    const cv::Mat expected = (cv::Mat_<float>(1, 3) << 1.5F, -2.0F, kInf);
    for (const auto& file : {npyOf("<f2", "(1, 3)", bytesOf<std::uint16_t>({0x3e00, 0xc000, 0x7c00})),
                             npyOf("<f4", "(1, 3)", bytesOf<float>({1.5F, -2.0F, kInf})),
                             npyOf("<f8", "(1, 3)", bytesOf<double>({1.5, -2.0, 1e300}))}) {
        const cv::Mat map = floats(file);
        ASSERT_EQ(map.type(), CV_32FC1);
        EXPECT_EQ(cv::countNonZero(map == expected), 3);
    }
    EXPECT_TRUE(
        std::isnan(floats(npyOf("<f4", "(1, 1)", bytesOf<std::uint32_t>({0x7fc00000U}))).at<float>(0)));
}

TEST_F(Npy, AcceptsHeadersAsOtherWritersMakeThem) {
    const std::string data = bytesOf<std::uint8_t>({1, 2});
    EXPECT_EQ(labels(npy("{\"shape\":(2L,1L),\"fortran_order\":False,\"descr\":\"|u1\"}", data)).rows, 2);
    EXPECT_EQ(
        labels(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 1, 2), }   \n", data)).cols, 2);
    for (const int major : {2, 3}) {
        EXPECT_EQ(
            labels(npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2)}\n", data, major)).cols, 2);
    }
}

TEST_F(Npy, RefusesLabelsOutOfRangeAndFloats) {
    EXPECT_EQ(labelError(npyOf("<i4", "(1, 1)", bytesOf<std::int32_t>({256}))), ErrorCode::InvalidData);
    EXPECT_EQ(labelError(npyOf("<i8", "(1, 1)", bytesOf<std::int64_t>({-1}))), ErrorCode::InvalidData);
    EXPECT_EQ(labelError(npyOf("<u8", "(1, 1)", bytesOf<std::uint64_t>({~0ULL}))), ErrorCode::InvalidData);
    EXPECT_EQ(labelError(npyOf("<f4", "(1, 1)", bytesOf<float>({1}))), ErrorCode::InvalidData);
    EXPECT_TRUE(test::errorOf([&] { floats(npyOf("<i4", "(1, 1)", bytesOf<std::int32_t>({1}))); }));
}

TEST_F(Npy, RefusesWhatItDoesNotHandleByName) {
    const std::string four = bytesOf<std::int32_t>({1});
    EXPECT_EQ(labelError(npyOf(">i4", "(1, 1)", four)), ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npyOf("<c8", "(1, 1)", four + four)), ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npyOf("|O8", "(1, 1)", four + four)), ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npyOf("<U1", "(1, 1)", four)), ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npy("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (1, 1)}", four)),
              ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npy("{'descr': '<i4', 'fortran_order': True, 'shape': (1, 1)}", four)),
              ErrorCode::Unsupported);
    EXPECT_EQ(labelError(npy("{}", four, 9)), ErrorCode::Unsupported);
}

TEST_F(Npy, RefusesHostileHeaders) {
    const std::string one = bytesOf<std::uint8_t>({1});
    const std::string before = "{'descr': '|u1', 'fortran_order': False, 'shape': ";
    for (const char* shape :
         {"(4294967296, 4294967296)", "(999999999999999999, 999999999999999999)",
          "(9999999999999999999999, 1)", "(-1, -1)", "(0, 1)", "(1, 0)", "(1, 2)", "()", "(1,)", "(2, 1, 1)",
          "(1 1)", "(1, 1", "1, 1", "(1.0, 1)", "(1, 'a')", "(__import__('os'),)"}) {
        EXPECT_EQ(labelError(npy(before + std::string(shape) + "}", one)), ErrorCode::InvalidData) << shape;
    }
    for (const std::string& header :
         {std::string(), std::string("{"), std::string("}"), std::string("{'descr': '|u1'}"),
          std::string("{'descr': '|u1', 'fortran_order': 0, 'shape': (1, 1)}"),
          std::string("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1), 'x': 1}"),
          std::string("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 1)} + {}"),
          std::string("{'descr': '|u1, 'fortran_order': False, 'shape': (1, 1)}"),
          "{'descr': '|u1', 'fortran_order': False, 'shape': (" + std::string(200, '1') + ")}",
          "{'descr': '|u1', 'fortran_order': False, 'shape': (" +
              [] {
                  std::string many;
                  for (int i = 0; i < 100; ++i)
                      many += "1,";
                  return many;
              }() +
              ")}"}) {
        EXPECT_EQ(labelError(npy(header, one)), ErrorCode::InvalidData) << header;
    }
    EXPECT_EQ(labelError(""), ErrorCode::InvalidData);
    EXPECT_EQ(labelError("not numpy at all"), ErrorCode::InvalidData);
    EXPECT_EQ(labelError(std::string("\x93NUMPY\x01\x00\xff\xff", 10)), ErrorCode::InvalidData);
    EXPECT_EQ(labelError(std::string("\x93NUMPY\x02\x00\xff\xff\xff\xff", 12)), ErrorCode::InvalidData);
}

TEST_F(Npy, RefusesAnyTruncationAndAnyExcess) {
    const std::string whole = npyOf("<i2", "(2, 2)", bytesOf<std::int16_t>({0, 1, 2, 3}));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_EQ(labelError(whole.substr(0, length)), ErrorCode::InvalidData) << length;
    EXPECT_EQ(labelError(whole + "x"), ErrorCode::InvalidData);
    EXPECT_EQ(labels(whole).at<std::uint8_t>(1, 1), 3);
}

TEST_F(Npy, SurvivesAnyChangedByte) {
    const std::string whole = npyOf("<i2", "(2, 2)", bytesOf<std::int16_t>({0, 1, 2, 3}));
    SplitMix64 dice(fnv1a64("image/npy"));
    int refused = 0;
    for (int i = 0; i < 600; ++i) {
        std::string changed = whole;
        for (int k = 0; k < 1 + i % 3; ++k)
            changed[static_cast<std::size_t>(dice.uniform() * static_cast<double>(changed.size()))] =
                static_cast<char>(dice.uniform() * 256);
        const Path file = put(changed);
        refused += test::errorOf([&] { readNpyLabels(file); }) ? 1 : 0;
        refused += test::errorOf([&] { readNpyFloat(file); }) ? 1 : 0;
    }
    EXPECT_GT(refused, 600);  // all of them as floats, most as labels
}

TEST_F(Npy, WritesWhatItReads) {
    const cv::Mat map = (cv::Mat_<float>(2, 3) << 0.1F, -1e30F, 3, 4, 5, 1e-40F);
    const Path file = dir_ / "map.npy";
    writeNpy(file, map);
    EXPECT_EQ(test::largestDifference(readNpyFloat(file), map), 0);
    EXPECT_EQ(std::filesystem::file_size(file), 128 + 24U);

    cv::Mat large(300, 200, CV_8UC1);
    cv::randu(large, 0, 256);
    const cv::Mat piece = large(cv::Rect(3, 5, 101, 77));
    writeNpy(file, piece);
    EXPECT_EQ(test::largestDifference(readNpyLabels(file), piece), 0);
    EXPECT_THROW(writeNpy(file, cv::Mat(2, 2, CV_64FC1)), std::invalid_argument);
    EXPECT_EQ(test::errorOf([&] { writeNpy(dir_ / "none" / "map.npy", map); })->code(), ErrorCode::NotFound);
}
}  // namespace
