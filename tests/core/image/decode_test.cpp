#include <map>
#include <span>
#include <vector>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/image/image.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
DecodedImage decode(const std::string& bytes) {
    return decodeImageBytes(bytes, "picture");
}

cv::Mat asSixteenBits(const cv::Mat& picture) {
    cv::Mat wide;
    picture.convertTo(wide, CV_16U, 257);
    return wide;
}

TEST(Decode, AgreesWithOpenCvOnEveryFormat) {
    const cv::Mat picture = test::testPicture(61, 47);
    for (const std::string extension : {".jpg", ".png", ".bmp", ".tiff", ".webp", ".ppm"}) {
        const std::string bytes = test::encodedByOpenCv(extension, picture);
        const DecodedImage decoded = decode(bytes);
        EXPECT_EQ(decoded.rgb.type(), CV_8UC3);
        EXPECT_TRUE(decoded.rgb.isContinuous());
        EXPECT_EQ(test::largestDifference(decoded.rgb, test::decodedByOpenCv(bytes)), 0) << extension;
        EXPECT_EQ(decoded.info.width, 61);
        EXPECT_EQ(decoded.info.height, 47);
        EXPECT_EQ(decoded.info.channels, 3);
        EXPECT_EQ(decoded.info.bitsPerChannel, 8);
        EXPECT_FALSE(decoded.info.hadAlpha);
        EXPECT_EQ(decoded.info.orientation, 1);
    }
}

TEST(Decode, ReplicatesGrey) {
    cv::Mat grey;
    cv::cvtColor(test::testPicture(33, 20), grey, cv::COLOR_RGB2GRAY);
    for (const std::string extension : {".jpg", ".png", ".bmp", ".tiff", ".pgm"}) {
        const std::string bytes = test::encodedByOpenCv(extension, grey);
        const DecodedImage decoded = decode(bytes);
        EXPECT_EQ(test::largestDifference(decoded.rgb, test::decodedByOpenCv(bytes)), 0) << extension;
        // A grey BMP is a palette of greys.
        EXPECT_EQ(decoded.info.channels, extension == ".bmp" ? 3 : 1) << extension;
    }
}

TEST(Decode, ScalesSixteenBitsAndRounds) {
    cv::Mat ramp(256, 256, CV_16UC1);
    for (int i = 0; i < 65536; ++i)
        ramp.at<std::uint16_t>(i / 256, i % 256) = static_cast<std::uint16_t>(i);
    for (const std::string extension : {".png", ".tiff", ".pgm"}) {
        const DecodedImage decoded = decode(test::encodedByOpenCv(extension, ramp));
        ASSERT_EQ(decoded.info.bitsPerChannel, 16);
        for (int i = 0; i < 65536; ++i) {
            const int value = decoded.rgb.at<cv::Vec3b>(i / 256, i % 256)[1];
            ASSERT_EQ(value, std::lround(i / 257.0)) << extension << " " << i;
        }
    }
    const cv::Mat picture = test::testPicture(20, 31);
    for (const std::string extension : {".png", ".tiff", ".ppm"}) {
        const DecodedImage decoded = decode(test::encodedByOpenCv(extension, asSixteenBits(picture)));
        EXPECT_EQ(test::largestDifference(decoded.rgb, picture), 0) << extension;
    }
}

TEST(Decode, DropsAlphaWithoutBlending) {
    cv::Mat rgba;
    const cv::Mat picture = test::testPicture(25, 14);
    cv::cvtColor(picture, rgba, cv::COLOR_RGB2RGBA);
    for (int y = 0; y < rgba.rows; ++y)
        for (int x = 0; x < rgba.cols; ++x)
            rgba.at<cv::Vec4b>(y, x)[3] = static_cast<std::uint8_t>(x * 10);
    for (const std::string extension : {".png", ".tiff", ".bmp"}) {
        const DecodedImage decoded = decode(test::encodedByOpenCv(extension, rgba));
        EXPECT_EQ(test::largestDifference(decoded.rgb, picture), 0) << extension;
        // A short BMP header does not say what its fourth byte is.
        EXPECT_EQ(decoded.info.hadAlpha, extension != ".bmp") << extension;
        EXPECT_EQ(decoded.info.channels, extension == ".bmp" ? 3 : 4) << extension;
    }
    const DecodedImage wide = decode(test::encodedByOpenCv(".png", asSixteenBits(rgba)));
    EXPECT_EQ(test::largestDifference(wide.rgb, picture), 0);
    EXPECT_TRUE(decode(test::encodedByOpenCv(".webp", rgba, {cv::IMWRITE_WEBP_QUALITY, 101})).info.hadAlpha);
}

TEST(Decode, AppliesExifOrientation) {
    const std::string jpeg =
        test::encodedByOpenCv(".jpg", test::testPicture(40, 24), {cv::IMWRITE_JPEG_QUALITY, 98});
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (const bool bigEndian : {false, true}) {
            const std::string bytes = test::withExif(jpeg, orientation, bigEndian);
            const DecodedImage decoded = decode(bytes);
            EXPECT_EQ(test::largestDifference(decoded.rgb, test::decodedByOpenCv(bytes)), 0) << orientation;
            EXPECT_EQ(decoded.info.orientation, orientation);
            EXPECT_EQ(decoded.info.width, orientation >= 5 ? 24 : 40);
            EXPECT_EQ(decoded.rgb.cols, decoded.info.width);
            EXPECT_TRUE(decoded.rgb.isContinuous());
        }
    }
    EXPECT_EQ(decode(test::withExif(jpeg, 9, false)).info.orientation, 1)
        << "an impossible value counts as none";
}

TEST(Decode, AppliesTheOrientationOfPng) {
    const std::string exif = "MM" + test::bytes16(42, true) + test::bytes32(8, true) +
                             test::bytes16(1, true) + test::bytes16(0x0112, true) + test::bytes16(3, true) +
                             test::bytes32(1, true) + test::bytes16(6, true) + test::bytes16(0, true) +
                             test::bytes32(0, true);
    const std::string rows("\0\x0a\x14\x1e\0\x28\x32\x3c", 8);  // 10 20 30 / 40 50 60
    const DecodedImage png = decode(
        test::rawPng({.width = 3, .height = 2, .rows = rows, .otherChunks = test::pngChunk("eXIf", exif)}));
    ASSERT_EQ(png.rgb.size(), cv::Size(2, 3));
    EXPECT_EQ(png.rgb.at<cv::Vec3b>(0, 0)[0], 40)
        << "turned clockwise: the lower left comes to the upper left";
    EXPECT_EQ(png.rgb.at<cv::Vec3b>(0, 1)[0], 10);
}

/// Rows of random bytes, each with a random filter, of a PNG of this layout: any are a picture.
std::string randomRows(const test::RawPng& png, SplitMix64& dice) {
    static constexpr int kPasses[7][4] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                                          {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
    static constexpr int kWhole[1][4] = {{0, 0, 1, 1}};
    const std::map<int, int> channels{{0, 1}, {2, 3}, {3, 1}, {4, 2}, {6, 4}};
    std::string rows;
    for (const auto& [x, y, dx, dy] : png.interlaced ? std::span<const int[4]>(kPasses) : kWhole) {
        const int width = (png.width - x + dx - 1) / dx;
        const int height = (png.height - y + dy - 1) / dy;
        if (width <= 0) continue;
        for (int row = 0; row < height; ++row) {
            rows += static_cast<char>(dice.below(5));
            for (int i = 0; i < (width * channels.at(png.colour) * png.bits + 7) / 8; ++i)
                rows += static_cast<char>(dice.below(256));
        }
    }
    return rows;
}

/// By libpng, with all the bits there are, in 8 of them.
cv::Mat readByLibpng(const std::string& file) {
    const cv::Mat bytes(1, static_cast<int>(file.size()), CV_8UC1, const_cast<char*>(file.data()));
    cv::Mat rgb = cv::imdecode(bytes, cv::IMREAD_COLOR | cv::IMREAD_ANYDEPTH);
    cv::cvtColor(rgb, rgb, cv::COLOR_BGR2RGB);
    if (rgb.depth() == CV_8U) return rgb;
    cv::Mat narrow(rgb.size(), CV_8UC3);
    std::transform(
        rgb.begin<cv::Vec3w>(), rgb.end<cv::Vec3w>(), narrow.begin<cv::Vec3b>(), [](const cv::Vec3w& p) {
            const auto scaled = [](int value) { return static_cast<std::uint8_t>((value + 128) / 257); };
            return cv::Vec3b(scaled(p[0]), scaled(p[1]), scaled(p[2]));
        });
    return narrow;
}

TEST(Decode, ReadsEveryKindOfPngAsOthersDo) {
    SplitMix64 dice(fnv1a64("image/every png"));
    const std::vector<std::pair<int, std::vector<int>>> kinds{
        {0, {1, 2, 4, 8, 16}}, {2, {8, 16}}, {3, {1, 2, 4, 8}}, {4, {8, 16}}, {6, {8, 16}}};
    for (const auto& [colour, depths] : kinds) {
        for (const int bits : depths) {
            for (const auto& [width, height] : {std::pair{1, 1}, {3, 2}, {9, 13}, {40, 21}}) {
                for (const bool interlaced : {false, true}) {
                    test::RawPng png{.width = width,
                                     .height = height,
                                     .bits = bits,
                                     .colour = colour,
                                     .interlaced = interlaced,
                                     .chunks = 1 + dice.below(4)};
                    png.rows = randomRows(png, dice);
                    for (int i = 0; colour == 3 && i < 3 << bits; ++i)
                        png.palette += static_cast<char>(dice.below(256));
                    const std::string file = test::rawPng(png);
                    EXPECT_EQ(test::largestDifference(decode(file).rgb, readByLibpng(file)), 0)
                        << "colour " << colour << ", " << bits << " bits, " << width << " × " << height
                        << (interlaced ? ", interlaced" : "");
                }
            }
        }
    }
}

TEST(Decode, ReadsSmallDepthsAndPalettesOfPng) {
    // Two pixels of each: black and white.
    const DecodedImage bits =
        decode(test::rawPng({.width = 2, .height = 1, .bits = 1, .rows = std::string("\0\x40", 2)}));
    EXPECT_EQ(bits.rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    EXPECT_EQ(bits.rgb.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(bits.info.bitsPerChannel, 1);

    const DecodedImage palette =
        decode(test::rawPng({.width = 2,
                             .height = 1,
                             .bits = 4,
                             .colour = 3,
                             .rows = std::string("\0\x12", 2),
                             .palette = std::string("\1\2\3\4\5\6\7\x8\x9", 9),
                             .otherChunks = test::pngChunk("tRNS", std::string("\0\0", 2))}));
    EXPECT_EQ(palette.rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(4, 5, 6));
    EXPECT_EQ(palette.rgb.at<cv::Vec3b>(0, 1), cv::Vec3b(7, 8, 9));
    EXPECT_TRUE(palette.info.hadAlpha);
}

TEST(Decode, ReadsPlainAndBinaryPortableMaps) {
    const DecodedImage plain = decode("P3 # made by hand\n2 1\n# more\n4\n4 0 2  1 4 3\n");
    EXPECT_EQ(plain.rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(255, 0, 128));
    EXPECT_EQ(plain.rgb.at<cv::Vec3b>(0, 1), cv::Vec3b(64, 255, 191));
    EXPECT_EQ(plain.info.bitsPerChannel, 3);
    const DecodedImage bitmap = decode("P1\n3 2\n1 0 1\n010");
    EXPECT_EQ(bitmap.rgb.at<cv::Vec3b>(0, 0)[0], 0) << "1 is black";
    EXPECT_EQ(bitmap.rgb.at<cv::Vec3b>(1, 0)[0], 255);
    const DecodedImage packed = decode(std::string("P4\n9 1\n\x80\x80", 9));
    EXPECT_EQ(packed.rgb.at<cv::Vec3b>(0, 0)[0], 0);
    EXPECT_EQ(packed.rgb.at<cv::Vec3b>(0, 1)[0], 255);
    EXPECT_EQ(packed.rgb.at<cv::Vec3b>(0, 8)[0], 0);
}

TEST(Decode, ReadsTheOldKindsOfBmp) {
    // OS/2 header, 4 bits, bottom-up: rows of 2 pixels padded to 4 bytes.
    const std::string palette = std::string("\0\0\0\x30\x20\x10\x60\x50\x40", 9) + std::string(13 * 3, '\0');
    const std::string os2 = "BM" + test::bytes32(0) + test::bytes32(0) + test::bytes32(26 + 48) +
                            test::bytes32(12) + test::bytes16(2) + test::bytes16(2) + test::bytes16(1) +
                            test::bytes16(4) + palette + std::string("\x12\0\0\0\x21\0\0\0", 8);
    const DecodedImage old = decode(os2);
    EXPECT_EQ(old.rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(0x40, 0x50, 0x60));
    EXPECT_EQ(old.rgb.at<cv::Vec3b>(1, 0), cv::Vec3b(0x10, 0x20, 0x30));

    // Run-length coded, 8 bits: two of entry 1, end of line, literal 1 0 1 (padded), end of picture.
    const std::string entries("\0\0\0\0\xff\xff\xff\0", 8);
    const std::string runs("\2\1\0\0\0\3\1\0\1\0\0\1", 12);
    const std::string rle = "BM" + test::bytes32(0) + test::bytes32(0) + test::bytes32(14 + 40 + 8) +
                            test::bytes32(40) + test::bytes32(3) + test::bytes32(2) + test::bytes16(1) +
                            test::bytes16(8) + test::bytes32(1) + test::bytes32(0) + test::bytes32(0) +
                            test::bytes32(0) + test::bytes32(2) + test::bytes32(0) + entries + runs;
    const DecodedImage coded = decode(rle);
    const auto white = [&](int y, int x) { return coded.rgb.at<cv::Vec3b>(y, x)[0] == 255; };
    EXPECT_TRUE(white(1, 0) && white(1, 1) && !white(1, 2));
    EXPECT_TRUE(white(0, 0) && !white(0, 1) && white(0, 2));

    // 16 bits, 565.
    const std::string fields = "BM" + test::bytes32(0) + test::bytes32(0) + test::bytes32(14 + 40 + 12) +
                               test::bytes32(40) + test::bytes32(1) + test::bytes32(1) + test::bytes16(1) +
                               test::bytes16(16) + test::bytes32(3) + std::string(20, '\0') +
                               test::bytes32(0xf800) + test::bytes32(0x07e0) + test::bytes32(0x001f) +
                               test::bytes16(0xf800 | 32U << 5U) + std::string(2, '\0');
    EXPECT_EQ(decode(fields).rgb.at<cv::Vec3b>(0, 0), cv::Vec3b(255, 130, 0));
}

TEST(Probe, SaysWhatDecodingSays) {
    const test::TempDir dir;
    const std::string jpeg = test::encodedByOpenCv(".jpg", test::testPicture(300, 200));
    const std::string beyondTheHead = jpeg.substr(0, 2) + [] {
        std::string comments;
        for (int i = 0; i < 3; ++i)
            comments += "\xff\xfe" + test::bytes16(60002, true) + std::string(60000, 'c');
        return comments;
    }() + jpeg.substr(2);
    for (const std::string& bytes :
         {jpeg, test::withExif(beyondTheHead, 6, true),
          test::encodedByOpenCv(".tiff", test::testPicture(300, 200)),
          test::encodedByOpenCv(".webp", test::testPicture(300, 200)),
          test::encodedByOpenCv(".png", asSixteenBits(test::testPicture(300, 200)))}) {
        test::writeBytes(dir / "picture.any", bytes);
        const ImageInfo probed = probeImage(dir / "picture.any");
        const ImageInfo decoded = decodeImage(dir / "picture.any").info;
        EXPECT_EQ(probed.width, decoded.width);
        EXPECT_EQ(probed.height, decoded.height);
        EXPECT_EQ(probed.channels, decoded.channels);
        EXPECT_EQ(probed.bitsPerChannel, decoded.bitsPerChannel);
        EXPECT_EQ(probed.orientation, decoded.orientation);
    }
}

TEST(Encode, PngIsExactAndJpegIsClose) {
    const test::TempDir dir;
    const cv::Mat large = test::testPicture(80, 60);
    const cv::Mat picture = large(cv::Rect(5, 7, 61, 43));  // rows that don't lie next to each other
    encodeImage(dir / "a.PNG", picture);
    EXPECT_EQ(test::largestDifference(decodeImage(dir / "a.PNG").rgb, picture), 0);
    encodeImage(dir / "a.jpeg", picture, 95);
    EXPECT_LT(cv::norm(decodeImage(dir / "a.jpeg").rgb, picture, cv::NORM_L1) /
                  static_cast<double>(3 * picture.total()),
              3);

    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
    encodeImage(dir / "grey.png", grey);
    EXPECT_EQ(decodeImage(dir / "grey.png").info.channels, 1);
    EXPECT_EQ(test::largestDifference(decodeLabels(dir / "grey.png"), grey), 0);
    encodeImage(dir / "grey.jpg", grey, 20);
    EXPECT_EQ(probeImage(dir / "grey.jpg").channels, 1);

    cv::Mat rgba;
    cv::cvtColor(picture, rgba, cv::COLOR_RGB2RGBA);
    EXPECT_EQ(decodeImageBytes(encodePngBytes(rgba), "rgba").info.channels, 4);
    EXPECT_GT(encodeJpegBytes(picture, 95).size(), encodeJpegBytes(picture, 30).size());
}

TEST(Encode, LeavesNothingBehindWhenItCannotWrite) {
    const test::TempDir dir;
    const cv::Mat picture = test::testPicture(8, 8);
    EXPECT_EQ(test::errorOf([&] { encodeImage(dir / "a.gif", picture); })->code(), ErrorCode::Unsupported);
    EXPECT_EQ(test::errorOf([&] { encodeImage(dir / "none" / "a.png", picture); })->code(),
              ErrorCode::NotFound);
    EXPECT_THROW(encodeImage(dir / "a.png", cv::Mat(3, 3, CV_32FC1)), std::invalid_argument);
    EXPECT_THROW(encodeImage(dir / "a.jpg", picture, 101), std::invalid_argument);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}
}  // namespace
