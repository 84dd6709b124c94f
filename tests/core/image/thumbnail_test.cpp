#include "core/image/thumbnail.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/image/resize.h"
#include "tests/core/image/picture_files.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
TEST(Thumbnail, FitsTheSquareAndKeepsTheShape) {
    EXPECT_EQ(fitInto({1000, 500}, 128), cv::Size(128, 64));
    EXPECT_EQ(fitInto({500, 1000}, 128), cv::Size(64, 128));
    EXPECT_EQ(fitInto({100, 50}, 128), cv::Size(100, 50));
    EXPECT_EQ(fitInto({10000, 3}, 100), cv::Size(100, 1));
    const cv::Mat picture = test::testPicture(501, 333);
    for (const std::string extension : {".jpg", ".png"}) {
        const std::string bytes = test::encodedByOpenCv(extension, picture);
        for (const int side : {1, 17, 128, 300, 500, 501, 1000}) {
            EXPECT_EQ(decodeThumbnailBytes(bytes, "a", side).size(), fitInto(picture.size(), side)) << side;
        }
    }
}

TEST(Thumbnail, OfAJpegLooksLikeTheReducedPicture) {
    const cv::Mat picture = test::testPicture(640, 480);
    const std::string bytes = test::encodedByOpenCv(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 98});
    for (const int side : {48, 96, 160, 400}) {
        const cv::Mat small = decodeThumbnailBytes(bytes, "a", side);
        const cv::Mat wanted = resizeImage(picture, small.size(), ResizeMode::Antialias);
        EXPECT_LT(cv::norm(small, wanted, cv::NORM_L1) / static_cast<double>(3 * small.total()), 4.0) << side;
    }
}

TEST(Thumbnail, IsUpright) {
    const cv::Mat picture = test::testPicture(200, 100);
    const std::string jpeg = test::encodedByOpenCv(".jpg", picture, {cv::IMWRITE_JPEG_QUALITY, 98});
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const std::string bytes = test::withExif(jpeg, orientation, true);
        const cv::Mat small = decodeThumbnailBytes(bytes, "a", 50);
        const cv::Mat full = decodeImageBytes(bytes, "a").rgb;
        const cv::Mat wanted =
            resizeImage(full, orientation >= 5 ? cv::Size(25, 50) : cv::Size(50, 25), ResizeMode::Antialias);
        ASSERT_EQ(small.size(), wanted.size());
        EXPECT_LT(cv::norm(small, wanted, cv::NORM_L1) / static_cast<double>(3 * small.total()), 4.0)
            << orientation;
    }
}
}  // namespace
