#include "core/defect/inpaint.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

using namespace segad;

namespace {
/// Stripes 8 pixels wide that lean to the right, with some grain.
cv::Mat stripes(cv::Size size) {
    SplitMix64 random(3, "stripes");
    cv::Mat rgb(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const int level = ((x + y / 2) / 8 % 2 == 0 ? 60 : 170) + static_cast<int>(random.below(9));
            rgb.at<cv::Vec3b>(y, x) =
                cv::Vec3b(static_cast<std::uint8_t>(level), static_cast<std::uint8_t>(level / 2), 80);
        }
    }
    return rgb;
}

cv::Mat holeIn(cv::Size size, const cv::Rect& area) {
    cv::Mat hole = cv::Mat::zeros(size, CV_8UC1);
    hole(area) = 255;
    return hole;
}

cv::Mat filled(const cv::Mat& rgb, const cv::Mat& hole, const cv::Mat& ground, std::uint64_t seed = 1) {
    SplitMix64 random(seed, "fill");
    return filledFromAround(rgb, hole, ground, random);
}

double meanError(const cv::Mat& a, const cv::Mat& b, const cv::Mat& where) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    const cv::Scalar mean = cv::mean(difference, where);
    return (mean[0] + mean[1] + mean[2]) / 3;
}

TEST(Filling, StripesGoOnThroughTheHole) {
    const cv::Mat rgb = stripes({200, 160});
    const cv::Mat hole = holeIn(rgb.size(), {70, 50, 50, 45});
    cv::Mat holed = rgb.clone();
    holed.setTo(cv::Scalar(255, 0, 0), hole);
    const cv::Mat result = filled(holed, hole, hole == 0);
    EXPECT_LT(meanError(result, rgb, hole), 12) << "a flat filling is off by 28, a shifted one by more";
    EXPECT_EQ(meanError(result, holed, hole == 0), 0) << "nothing else changes";
}

TEST(Filling, ALargePictureIsSearchedReducedAndFilledSharp) {
    const cv::Mat small = stripes({240, 200});
    cv::Mat rgb;
    cv::resize(small, rgb, {}, 5, 5, cv::INTER_NEAREST);
    const cv::Mat hole = holeIn(rgb.size(), {400, 300, 300, 250});
    cv::Mat holed = rgb.clone();
    holed.setTo(cv::Scalar(255, 0, 0), hole);
    const cv::Mat result = filled(holed, hole, hole == 0);
    EXPECT_LT(meanError(result, rgb, hole), 14);
    // As sharp as what is around it.
    const auto sharpness = [](const cv::Mat& picture, const cv::Mat& where) {
        cv::Mat edges;
        cv::Laplacian(picture, edges, CV_16S);
        cv::Mat size = cv::abs(edges);
        const cv::Scalar mean = cv::mean(size, where);
        return mean[0];
    };
    EXPECT_GT(sharpness(result, hole), 0.7 * sharpness(rgb, hole));
}

TEST(Filling, TakesNothingFromBeyondTheGround) {
    cv::Mat rgb = stripes({160, 120});
    cv::Mat ground(rgb.size(), CV_8UC1, cv::Scalar(255));
    // Bright pieces beside the hole and elsewhere.
    for (const cv::Rect& piece : {cv::Rect(90, 40, 30, 40), cv::Rect(10, 10, 30, 30)}) {
        rgb(piece) = cv::Scalar(250, 250, 250);
        ground(piece) = 0;
    }
    const cv::Mat hole = holeIn(rgb.size(), {50, 40, 40, 40});
    const cv::Mat result = filled(rgb, hole, ground & (hole == 0));
    cv::Mat bright;
    cv::inRange(result, cv::Scalar(215, 160, 160), cv::Scalar(255, 255, 255), bright);
    EXPECT_EQ(cv::countNonZero(bright & hole), 0);
}

TEST(Filling, IsTheSameForTheSameSeed) {
    const cv::Mat rgb = stripes({120, 90});
    const cv::Mat hole = holeIn(rgb.size(), {30, 30, 40, 30});
    EXPECT_EQ(cv::norm(filled(rgb, hole, hole == 0), filled(rgb, hole, hole == 0), cv::NORM_INF), 0);
}

TEST(Filling, WorksWithoutRoomForAPatch) {
    const cv::Mat rgb = stripes({40, 40});
    const cv::Mat nearlyAll = holeIn(rgb.size(), {2, 2, 36, 36});
    EXPECT_EQ(filled(rgb, nearlyAll, nearlyAll == 0).size(), rgb.size());
    const cv::Mat all(rgb.size(), CV_8UC1, cv::Scalar(255));
    EXPECT_EQ(filled(rgb, all, cv::Mat::zeros(rgb.size(), CV_8UC1)).size(), rgb.size());
    const cv::Mat none = cv::Mat::zeros(rgb.size(), CV_8UC1);
    EXPECT_EQ(cv::norm(filled(rgb, none, all), rgb, cv::NORM_INF), 0);
    const cv::Mat corner = holeIn(rgb.size(), {0, 0, 20, 20});
    EXPECT_LT(meanError(filled(rgb, corner, corner == 0), rgb, corner), 40);
}
}  // namespace
