// Masks as black and white at the upright size of their pictures.
#include "core/dataset/mask.h"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "tests/support/test_support.h"

using namespace segad;

namespace {
class Mask : public testing::Test {
protected:
    /// 3 wide, 2 high; the pixel in the upper right corner has index 7.
    Mask() {
        cv::Mat stored(2, 3, CV_8UC1, cv::Scalar(0));
        stored.at<std::uint8_t>(0, 2) = 7;
        encodeImage(file_, stored);
    }

    static ImageInfo picture(int width, int height, int orientation) {
        return {
            .width = width, .height = height, .channels = 3, .bitsPerChannel = 8, .orientation = orientation};
    }

    test::TempDir dir_;
    Path file_ = dir_ / "mask.png";
};

TEST_F(Mask, MarksEverythingThatIsNotZero) {
    const cv::Mat pixels = readMask(file_, picture(3, 2, 1));
    ASSERT_EQ(pixels.type(), CV_8UC1);
    EXPECT_EQ(pixels.at<std::uint8_t>(0, 2), 255);
    EXPECT_EQ(cv::countNonZero(pixels), 1);
}

TEST_F(Mask, IsTurnedWithItsPictureWhenItFitsOnlyTheStoredSize) {
    // Where the upper right corner of the stored picture is seen, by EXIF orientation (row, column).
    const std::array<std::array<int, 3>, 4> seen{{{5, 2, 0}, {6, 2, 1}, {7, 0, 1}, {8, 0, 0}}};
    for (const auto& [orientation, row, column] : seen) {
        bool turned = false;
        const cv::Mat pixels = readMask(file_, picture(2, 3, orientation), &turned);
        EXPECT_TRUE(turned);
        ASSERT_EQ(pixels.size(), cv::Size(2, 3));
        EXPECT_EQ(pixels.at<std::uint8_t>(row, column), 255) << "orientation " << orientation;
        EXPECT_EQ(cv::countNonZero(pixels), 1);
    }
}

TEST_F(Mask, StaysAsItIsWhenItFitsTheUprightPicture) {
    for (const int orientation : {2, 3, 4, 5, 6, 8}) {
        bool turned = true;
        EXPECT_EQ(readMask(file_, picture(3, 2, orientation), &turned).at<std::uint8_t>(0, 2), 255);
        EXPECT_FALSE(turned);
    }
}

TEST_F(Mask, IsRefusedInAnotherSize) {
    EXPECT_THROW(readMask(file_, picture(2, 3, 1)), Error);
    EXPECT_THROW(readMask(file_, picture(2, 3, 3)), Error);
    EXPECT_THROW(readMask(file_, picture(6, 4, 1)), Error);
    EXPECT_THROW(readMask(dir_ / "none.png", picture(3, 2, 1)), Error);
}
}  // namespace
