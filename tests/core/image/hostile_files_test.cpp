// Files that are broken, cut, or made to harm. Each must give one Error that names the file, in little time
// and memory, and nothing on stderr.
#include <chrono>
#include <fstream>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <sys/stat.h>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/image.h"
#include "core/image/thumbnail.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
class HostileFile : public testing::Test {
protected:
    Path put(const std::string& bytes, const std::string& name = "part.png") {
        test::writeBytes(dir_ / name, bytes);
        return dir_ / name;
    }

    /// The error of decoding, after checking that every way to decode refuses too and says which file.
    Error refused(const std::string& bytes) {
        const Path file = put(bytes);
        const auto error = test::errorOf([&] { decodeImage(file); });
        EXPECT_TRUE(error) << "was accepted";
        EXPECT_TRUE(test::errorOf([&] { decodeLabels(file); }));
        if (!error) return {ErrorCode::Internal, "", "", ""};
        EXPECT_EQ(error->subject(), toUtf8(file));
        EXPECT_FALSE(error->remedy().empty());
        return *error;
    }

    test::TempDir dir_;
};

/// One small file of every format and coding.
std::vector<std::pair<std::string, std::string>> everyKind() {
    const cv::Mat picture = test::testPicture(37, 29);
    cv::Mat wide;
    picture.convertTo(wide, CV_16U, 257);
    return {
        {"jpeg", test::encodedByOpenCv(".jpg", picture)},
        {"progressive jpeg", test::encodedByOpenCv(".jpg", picture, {cv::IMWRITE_JPEG_PROGRESSIVE, 1})},
        {"jpeg with restarts", test::encodedByOpenCv(".jpg", picture, {cv::IMWRITE_JPEG_RST_INTERVAL, 2})},
        {"png", test::encodedByOpenCv(".png", picture)},
        {"png 16", test::encodedByOpenCv(".png", wide)},
        {"bmp", test::encodedByOpenCv(".bmp", picture)},
        {"tiff lzw", test::encodedByOpenCv(".tiff", picture, {cv::IMWRITE_TIFF_COMPRESSION, 5})},
        {"tiff plain", test::encodedByOpenCv(".tiff", picture, {cv::IMWRITE_TIFF_COMPRESSION, 1})},
        {"tiff deflate", test::encodedByOpenCv(".tiff", wide, {cv::IMWRITE_TIFF_COMPRESSION, 8})},
        {"webp", test::encodedByOpenCv(".webp", picture)},
        {"webp lossless", test::encodedByOpenCv(".webp", picture, {cv::IMWRITE_WEBP_QUALITY, 101})},
        {"ppm", test::encodedByOpenCv(".ppm", picture)},
        {"plain ppm", test::encodedByOpenCv(".ppm", picture, {cv::IMWRITE_PXM_BINARY, 0})}};
}

TEST_F(HostileFile, NothingTruncatedIsAccepted) {
    for (const auto& [kind, whole] : everyKind()) {
        ASSERT_FALSE(test::errorOf([&] { decodeImageBytes(whole, "whole"); })) << kind;
        for (std::size_t length = 0; length < whole.size(); length += 1 + whole.size() / 150) {
            // A plain text file ends legally right after its last digit, or in the middle of a number.
            if (kind == "plain ppm" && length + 8 > whole.size()) continue;
            const std::string cut = whole.substr(0, length);
            const auto error = test::errorOf([&] { decodeImageBytes(cut, "part.png"); });
            ASSERT_TRUE(error) << kind << " cut to " << length << " of " << whole.size()
                               << " bytes was accepted";
            EXPECT_TRUE(error->code() == ErrorCode::InvalidData || error->code() == ErrorCode::Unsupported)
                << kind;
        }
    }
}

TEST_F(HostileFile, TruncationIsCalledByItsName) {
    for (const auto& [kind, whole] : everyKind()) {
        const Error error = refused(whole.substr(0, whole.size() * 3 / 4));
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        EXPECT_NE(error.message().find("truncated"), std::string::npos) << kind << ": " << error.what();
    }
    const auto kinds = everyKind();
    const std::string& jpeg = kinds[0].second;
    EXPECT_NE(refused(jpeg.substr(0, jpeg.size() - 2)).message().find("truncated"), std::string::npos)
        << "only the end marker is missing";
}

TEST_F(HostileFile, APngWithAFilterThatDoesNotExistIsDamaged) {
    const std::string rows("\0\x01\x02\x05\x03\x04", 6);
    const Error error = refused(test::rawPng({.width = 2, .height = 2, .rows = rows}));
    EXPECT_EQ(error.code(), ErrorCode::InvalidData);
    EXPECT_NE(error.message().find("filter"), std::string::npos) << error.message();
}

TEST_F(HostileFile, ChangedBytesNeverDoMoreThanAnError) {
    SplitMix64 dice(fnv1a64("image/changed bytes"));
    const DecodeLimits limits{.maxPixels = 1'000'000};
    for (const auto& [kind, whole] : everyKind()) {
        int accepted = 0;
        for (int i = 0; i < 150; ++i) {
            std::string changed = whole;
            for (int k = 0; k < 1 + i % 4; ++k) {
                // The begin, where the structure is, gets half of the changes.
                const double range = k % 2 == 0 ? std::min<double>(64, static_cast<double>(whole.size()))
                                                : static_cast<double>(whole.size());
                changed[static_cast<std::size_t>(dice.uniform() * range)] =
                    static_cast<char>(dice.uniform() * 256);
            }
            accepted += test::errorOf([&] { decodeImageBytes(changed, kind, limits); }) ? 0 : 1;
            test::errorOf([&] { decodeThumbnailBytes(changed, kind, 16, limits); });
            if (i % 10 != 0) continue;  // labels are read from files only, which are slow to write
            test::writeBytes(dir_ / "changed", changed);
            test::errorOf([&] { decodeLabels(dir_ / "changed", limits); });
        }
        EXPECT_LT(accepted, 150) << kind;
    }
}

TEST_F(HostileFile, BombsAreRefusedByTheirHeader) {
    const auto rows = std::string(10, '\0');
    const std::vector<std::string> bombs{
        test::rawPng({.width = 60000, .height = 60000, .rows = rows}),
        test::rawPng({.width = 0x7fffffff, .height = 0x7fffffff, .rows = rows}),
        test::rawPng({.width = 70000, .height = 1, .rows = rows}),
        "P6 65535 65535 255\n",
        "P5 2000000000 2000000000 255\n",
        "BM" + test::bytes32(0) + test::bytes32(0) + test::bytes32(54) + test::bytes32(40) +
            test::bytes32(50000) + test::bytes32(0x80000000U) + test::bytes16(1) + test::bytes16(24) +
            std::string(24, '\0'),
        std::string("\xff\xd8\xff\xc0\0\x11\x08\xff\xdc\xff\xdc\3\1\x22\0\2\x11\1\3\x11\1\xff\xda", 24)};
    for (const std::string& bomb : bombs) {
        const auto start = std::chrono::steady_clock::now();
        const Error error = refused(bomb);
        EXPECT_EQ(error.code(), ErrorCode::InvalidData);
        EXPECT_NE(error.message().find("more than"), std::string::npos) << error.what();
        EXPECT_TRUE(test::errorOf([&] { probeImage(dir_ / "part.png"); }));
        EXPECT_TRUE(test::errorOf([&] { decodeThumbnail(dir_ / "part.png", 64); }));
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(500));
    }
}

TEST_F(HostileFile, LimitsAreTheCallers) {
    const Path file = put(test::encodedByOpenCv(".png", test::testPicture(20, 10)));
    EXPECT_FALSE(test::errorOf([&] { decodeImage(file, {.maxPixels = 200}); }));
    EXPECT_TRUE(test::errorOf([&] { decodeImage(file, {.maxPixels = 199}); }));
    EXPECT_TRUE(test::errorOf([&] { probeImage(file, {.maxSide = 19}); }));
    EXPECT_TRUE(test::errorOf([&] { decodeImage(file, {.maxFileBytes = 50}); }));
    EXPECT_TRUE(test::errorOf([&] { probeImage(file, {.maxFileBytes = 50}); }));
}

TEST_F(HostileFile, WhatIsNoPictureIsSaidClearly) {
    EXPECT_EQ(refused("").code(), ErrorCode::InvalidData);
    EXPECT_NE(refused("").message().find("empty"), std::string::npos);
    EXPECT_EQ(refused("just some text that was renamed\n").code(), ErrorCode::InvalidData);
    EXPECT_EQ(refused("GIF89a").code(), ErrorCode::Unsupported);
    EXPECT_EQ(refused(std::string("\0\0\0\x18"
                                  "ftypheic",
                                  12))
                  .code(),
              ErrorCode::Unsupported);
    EXPECT_EQ(refused("P7\nWIDTH 3\n").code(), ErrorCode::Unsupported);
    EXPECT_EQ(refused(std::string("\0", 1)).code(), ErrorCode::InvalidData);
    EXPECT_EQ(refused(test::encodedByOpenCv(".tiff", cv::Mat(4, 4, CV_32FC1, cv::Scalar(1)))).code(),
              ErrorCode::Unsupported);
    EXPECT_EQ(refused(test::rawPng({.width = 0, .height = 4})).code(), ErrorCode::InvalidData);
}

TEST_F(HostileFile, WhatIsNoFileIsRefusedAtOnce) {
    const Path pipe = dir_ / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    for (const auto& read : {std::function<void(const Path&)>([](const Path& f) { decodeImage(f); }),
                             std::function<void(const Path&)>([](const Path& f) { probeImage(f); }),
                             std::function<void(const Path&)>([](const Path& f) { decodeLabels(f); })}) {
        EXPECT_EQ(test::errorOf([&] { read(dir_ / "none.png"); })->code(), ErrorCode::NotFound);
        EXPECT_EQ(test::errorOf([&] { read(dir_.path()); })->code(), ErrorCode::InvalidData);
        EXPECT_EQ(test::errorOf([&] { read(pipe); })->code(), ErrorCode::InvalidData);
        EXPECT_EQ(test::errorOf([&] { read("/dev/zero"); })->code(), ErrorCode::InvalidData);
    }
}

TEST_F(HostileFile, TheExtensionDoesNotMatter) {
    const cv::Mat picture = test::testPicture(9, 9);
    EXPECT_EQ(test::largestDifference(decodeImage(put(test::encodedByOpenCv(".bmp", picture), "a.jpg")).rgb,
                                      picture),
              0);
    EXPECT_EQ(decodeImage(put(test::encodedByOpenCv(".jpg", picture), "no_extension")).rgb.cols, 9);
}

TEST_F(HostileFile, TheCodecsSayNothingOnStderr) {
    testing::internal::CaptureStderr();
    for (const auto& [kind, whole] : everyKind())
        test::errorOf([&] { decodeImageBytes(whole.substr(0, whole.size() / 2), kind); });
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}
}  // namespace
