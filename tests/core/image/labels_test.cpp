#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/image.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
class Labels : public testing::Test {
protected:
    cv::Mat read(const std::string& bytes) {
        test::writeBytes(dir_ / "labels", bytes);
        return decodeLabels(dir_ / "labels");
    }
    test::TempDir dir_;
};

TEST_F(Labels, AreTheIndicesOfAnIndexedPng) {
    // The palette's colours run against the indices, so that mixing them up can't go unnoticed.
    const std::string palette("\xff\0\0\0\xff\0\0\0\xff\x20\x20\x20", 12);
    const cv::Mat eight = read(test::rawPng({.width = 3,
                                             .height = 2,
                                             .bits = 8,
                                             .colour = 3,
                                             .rows = std::string("\0\0\1\2\0\3\2\1", 8),
                                             .palette = palette}));
    const cv::Mat expected = (cv::Mat_<std::uint8_t>(2, 3) << 0, 1, 2, 3, 2, 1);
    EXPECT_EQ(test::largestDifference(eight, expected), 0);
    const cv::Mat two = read(test::rawPng({.width = 3,
                                           .height = 2,
                                           .bits = 2,
                                           .colour = 3,
                                           .rows = std::string("\0\x18\0\xe4", 4),
                                           .palette = palette}));
    EXPECT_EQ(test::largestDifference(two, expected), 0);
}

TEST_F(Labels, AreTheUnscaledGreyValues) {
    const cv::Mat four =
        read(test::rawPng({.width = 2, .height = 1, .bits = 4, .rows = std::string("\0\x5c", 2)}));
    EXPECT_EQ(four.at<std::uint8_t>(0), 5);
    EXPECT_EQ(four.at<std::uint8_t>(1), 12);
    const cv::Mat wide = (cv::Mat_<std::uint16_t>(1, 3) << 0, 7, 255);
    for (const std::string extension : {".png", ".tiff", ".pgm"}) {
        const cv::Mat labels = read(test::encodedByOpenCv(extension, wide));
        EXPECT_EQ(labels.type(), CV_8UC1);
        EXPECT_EQ(labels.at<std::uint8_t>(1), 7) << extension;
    }
    const cv::Mat grey = (cv::Mat_<std::uint8_t>(1, 3) << 0, 7, 255);
    for (const std::string extension : {".png", ".tiff", ".pgm", ".bmp"}) {
        EXPECT_EQ(test::largestDifference(read(test::encodedByOpenCv(extension, grey)), grey), 0)
            << extension;
    }
}

TEST_F(Labels, MayBeAColourPictureOfGreys) {
    cv::Mat grey;
    cv::cvtColor(test::testPicture(12, 9), grey, cv::COLOR_RGB2GRAY);
    cv::Mat rgb;
    cv::cvtColor(grey, rgb, cv::COLOR_GRAY2RGB);
    cv::Mat rgba;
    cv::cvtColor(grey, rgba, cv::COLOR_GRAY2RGBA);
    EXPECT_EQ(test::largestDifference(read(test::encodedByOpenCv(".png", rgb)), grey), 0);
    EXPECT_EQ(test::largestDifference(read(test::encodedByOpenCv(".png", rgba)), grey), 0);
}

TEST_F(Labels, AreNotTurned) {
    cv::Mat grey(4, 6, CV_8UC1, cv::Scalar(1));
    const std::string turned = test::withExif(test::encodedByOpenCv(".jpg", grey), 6, false);
    EXPECT_EQ(read(turned).size(), cv::Size(6, 4));
    test::writeBytes(dir_ / "labels", turned);
    EXPECT_EQ(decodeImage(dir_ / "labels").rgb.size(), cv::Size(4, 6));
}

TEST_F(Labels, AreRefusedInColourAndBeyond255) {
    const auto colour = test::errorOf([&] { read(test::encodedByOpenCv(".png", test::testPicture(5, 5))); });
    ASSERT_TRUE(colour);
    EXPECT_EQ(colour->code(), ErrorCode::InvalidData);
    const auto wide =
        test::errorOf([&] { read(test::encodedByOpenCv(".png", cv::Mat(2, 2, CV_16UC1, cv::Scalar(256)))); });
    ASSERT_TRUE(wide);
    EXPECT_NE(wide->message().find("256"), std::string::npos);
}
}  // namespace
