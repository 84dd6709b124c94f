// Kinds of TIFF and JPEG that OpenCV does not write, made with libtiff and libjpeg.
#include <cstdio>
#include <memory>

#include <gtest/gtest.h>
#include <jpeglib.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <tiffio.h>

#include "core/base/error.h"
#include "core/image/image.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
struct TiffKind {
    std::uint16_t photometric = PHOTOMETRIC_RGB;
    std::uint16_t bits = 8;
    std::uint16_t planar = PLANARCONFIG_CONTIG;
    std::uint16_t compression = COMPRESSION_NONE;
    std::uint16_t orientation = ORIENTATION_TOPLEFT;
    std::uint32_t tile = 0;  ///< side, 0 = strips of 3 rows
    std::vector<std::uint16_t> extraSamples;
    const char* mode = "w";
};

/// `samples`: CV_8UC(n) or CV_16UC(n) as stored; for fewer than 8 bits one row of packed bytes a row.
class TiffFile : public testing::Test {
protected:
    Path write(const cv::Mat& samples, int width, const TiffKind& kind) {
        const Path file = dir_ / "a.tif";
        const std::unique_ptr<TIFF, decltype(&TIFFClose)> tiff(TIFFOpen(file.c_str(), kind.mode), &TIFFClose);
        const int channels = kind.bits < 8 ? 1 : samples.channels();
        TIFFSetField(tiff.get(), TIFFTAG_IMAGEWIDTH, width);
        TIFFSetField(tiff.get(), TIFFTAG_IMAGELENGTH, samples.rows);
        TIFFSetField(tiff.get(), TIFFTAG_SAMPLESPERPIXEL, channels);
        TIFFSetField(tiff.get(), TIFFTAG_BITSPERSAMPLE, kind.bits);
        TIFFSetField(tiff.get(), TIFFTAG_PHOTOMETRIC, kind.photometric);
        TIFFSetField(tiff.get(), TIFFTAG_PLANARCONFIG, kind.planar);
        TIFFSetField(tiff.get(), TIFFTAG_COMPRESSION, kind.compression);
        TIFFSetField(tiff.get(), TIFFTAG_ORIENTATION, kind.orientation);
        if (!kind.extraSamples.empty()) {
            TIFFSetField(tiff.get(), TIFFTAG_EXTRASAMPLES, kind.extraSamples.size(),
                         kind.extraSamples.data());
        }
        if (kind.compression == COMPRESSION_JPEG) {
            TIFFSetField(tiff.get(), TIFFTAG_JPEGQUALITY, 98);
            TIFFSetField(tiff.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
            TIFFSetField(tiff.get(), TIFFTAG_YCBCRSUBSAMPLING, 1, 1);
        }
        if (kind.photometric == PHOTOMETRIC_PALETTE) {
            TIFFSetField(tiff.get(), TIFFTAG_COLORMAP, red_.data(), green_.data(), blue_.data());
        }
        kind.tile > 0 ? writeTiles(tiff.get(), samples, kind) : writeRows(tiff.get(), samples, kind);
        return file;
    }

    static void writeRows(TIFF* tiff, const cv::Mat& samples, const TiffKind& kind) {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, kind.compression == COMPRESSION_JPEG ? 8 : 3);
        std::vector<cv::Mat> planes{samples};
        if (kind.planar == PLANARCONFIG_SEPARATE) cv::split(samples, planes);
        for (std::size_t p = 0; p < planes.size(); ++p) {
            for (int y = 0; y < samples.rows; ++y) {
                cv::Mat row = planes[p].row(y).clone();
                ASSERT_EQ(TIFFWriteScanline(tiff, row.ptr(), static_cast<std::uint32_t>(y),
                                            static_cast<std::uint16_t>(p)),
                          1);
            }
        }
    }

    static void writeTiles(TIFF* tiff, const cv::Mat& samples, const TiffKind& kind) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, kind.tile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, kind.tile);
        const auto side = static_cast<int>(kind.tile);
        for (int y = 0; y < samples.rows; y += side) {
            for (int x = 0; x < samples.cols; x += side) {
                cv::Mat tile = cv::Mat::zeros(side, side, samples.type());
                const cv::Rect inside(x, y, std::min(side, samples.cols - x),
                                      std::min(side, samples.rows - y));
                samples(inside).copyTo(tile(cv::Rect(0, 0, inside.width, inside.height)));
                ASSERT_GT(TIFFWriteTile(tiff, tile.ptr(), static_cast<std::uint32_t>(x),
                                        static_cast<std::uint32_t>(y), 0, 0),
                          0);
            }
        }
    }

    test::TempDir dir_;
    std::vector<std::uint16_t> red_ = std::vector<std::uint16_t>(256);
    std::vector<std::uint16_t> green_ = std::vector<std::uint16_t>(256);
    std::vector<std::uint16_t> blue_ = std::vector<std::uint16_t>(256);
};

TEST_F(TiffFile, StripsTilesPlanesAndByteOrders) {
    const cv::Mat picture = test::testPicture(37, 29);
    for (const char* mode : {"wl", "wb", "w8"}) {
        for (const std::uint16_t planar : {PLANARCONFIG_CONTIG, PLANARCONFIG_SEPARATE}) {
            EXPECT_EQ(test::largestDifference(
                          decodeImage(write(picture, 37, {.planar = planar, .mode = mode})).rgb, picture),
                      0);
        }
        EXPECT_EQ(
            test::largestDifference(
                decodeImage(write(picture, 37, {.compression = COMPRESSION_LZW, .tile = 16, .mode = mode}))
                    .rgb,
                picture),
            0);
    }
    cv::Mat wide;
    picture.convertTo(wide, CV_16U, 257);
    for (const char* mode : {"wl", "wb"}) {
        const DecodedImage decoded = decodeImage(
            write(wide, 37, {.bits = 16, .compression = COMPRESSION_ADOBE_DEFLATE, .mode = mode}));
        EXPECT_EQ(test::largestDifference(decoded.rgb, picture), 0) << mode;
        EXPECT_EQ(decoded.info.bitsPerChannel, 16);
    }
}

TEST_F(TiffFile, AlphaAndFurtherChannelsAreDropped) {
    const cv::Mat picture = test::testPicture(21, 13);
    cv::Mat five;
    cv::merge(std::vector<cv::Mat>{picture, cv::Mat(picture.size(), CV_8UC1, cv::Scalar(9)),
                                   cv::Mat(picture.size(), CV_8UC1, cv::Scalar(1))},
              five);
    const DecodedImage decoded =
        decodeImage(write(five, 21, {.extraSamples = {EXTRASAMPLE_UNASSALPHA, EXTRASAMPLE_UNSPECIFIED}}));
    EXPECT_EQ(test::largestDifference(decoded.rgb, picture), 0);
    EXPECT_TRUE(decoded.info.hadAlpha);
    EXPECT_EQ(decoded.info.channels, 5);
}

TEST_F(TiffFile, OrientationIsApplied) {
    const cv::Mat picture = test::testPicture(21, 13);
    cv::Mat turned;
    cv::rotate(picture, turned, cv::ROTATE_90_CLOCKWISE);
    const DecodedImage decoded = decodeImage(write(picture, 21, {.orientation = ORIENTATION_RIGHTTOP}));
    EXPECT_EQ(decoded.info.orientation, 6);
    EXPECT_EQ(decoded.info.width, 13);
    EXPECT_EQ(test::largestDifference(decoded.rgb, turned), 0);
}

TEST_F(TiffFile, BilevelAndInvertedGrey) {
    const cv::Mat packed = (cv::Mat_<std::uint8_t>(2, 2) << 0b10100000, 0b10000000, 0, 0);  // 10 pixels wide
    const cv::Mat black =
        decodeImage(write(packed, 10, {.photometric = PHOTOMETRIC_MINISWHITE, .bits = 1})).rgb;
    EXPECT_EQ(black.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 0, 0));
    EXPECT_EQ(black.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(black.at<cv::Vec3b>(0, 8), cv::Vec3b(0, 0, 0));
    const Path file = write(packed, 10, {.photometric = PHOTOMETRIC_MINISBLACK, .bits = 1});
    EXPECT_EQ(decodeImage(file).rgb.at<cv::Vec3b>(0, 2), cv::Vec3b(255, 255, 255));
    EXPECT_EQ(decodeLabels(file).at<std::uint8_t>(0, 2), 1);
    const cv::Mat grey = (cv::Mat_<std::uint8_t>(1, 3) << 0, 100, 255);
    EXPECT_EQ(decodeImage(write(grey, 3, {.photometric = PHOTOMETRIC_MINISWHITE})).rgb.at<cv::Vec3b>(0, 1)[0],
              155);
}

TEST_F(TiffFile, Palette) {
    red_[2] = 65535;
    green_[2] = 257 * 128;
    const cv::Mat indices = (cv::Mat_<std::uint8_t>(1, 2) << 0, 2);
    const DecodedImage decoded = decodeImage(write(indices, 2, {.photometric = PHOTOMETRIC_PALETTE}));
    EXPECT_EQ(decoded.rgb.at<cv::Vec3b>(0, 1), cv::Vec3b(255, 128, 0));
    EXPECT_EQ(decoded.info.channels, 3);
}

TEST_F(TiffFile, JpegInsideAndFourInks) {
    const cv::Mat picture = test::testPicture(32, 24);
    const cv::Mat decoded =
        decodeImage(write(picture, 32, {.photometric = PHOTOMETRIC_YCBCR, .compression = COMPRESSION_JPEG}))
            .rgb;
    EXPECT_LT(cv::norm(decoded, picture, cv::NORM_L1) / static_cast<double>(3 * picture.total()), 3);
    const cv::Mat inks(2, 2, CV_8UC4, cv::Scalar(255, 0, 0, 0));  // all cyan
    EXPECT_EQ(decodeImage(write(inks, 2, {.photometric = PHOTOMETRIC_SEPARATED})).rgb.at<cv::Vec3b>(0, 0),
              cv::Vec3b(0, 255, 255));
}

std::string jpegOfInks(const cv::Mat& inks, bool adobe) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = static_cast<JDIMENSION>(inks.cols);
    info.image_height = static_cast<JDIMENSION>(inks.rows);
    info.input_components = 4;
    info.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 100, TRUE);
    info.write_Adobe_marker = adobe ? TRUE : FALSE;
    jpeg_start_compress(&info, TRUE);
    for (int y = 0; y < inks.rows; ++y) {
        auto* row = const_cast<JSAMPROW>(inks.ptr(y));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    std::string bytes(reinterpret_cast<const char*>(buffer), size);
    jpeg_destroy_compress(&info);
    std::free(buffer);
    return bytes;
}

TEST(JpegKinds, FourInksWithAndWithoutAdobesInversion) {
    const cv::Mat cyan(8, 8, CV_8UC4, cv::Scalar(255, 0, 0, 0));
    const cv::Mat inverted(8, 8, CV_8UC4, cv::Scalar(0, 255, 255, 255));
    const cv::Mat wanted(8, 8, CV_8UC3, cv::Scalar(0, 255, 255));
    const DecodedImage plain = decodeImageBytes(jpegOfInks(cyan, false), "plain");
    EXPECT_LE(test::largestDifference(plain.rgb, wanted), 2);
    EXPECT_EQ(plain.info.channels, 4);
    EXPECT_FALSE(plain.info.hadAlpha);
    EXPECT_LE(test::largestDifference(decodeImageBytes(jpegOfInks(inverted, true), "adobe").rgb, wanted), 2);
}
}  // namespace
